package dev.kspm.rego;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import dev.kspm.rego.policy.DataDocument;
import dev.kspm.rego.policy.DataException;
import dev.kspm.rego.policy.JsonReadOptions;
import dev.kspm.rego.policy.JsonWriteOptions;
import dev.kspm.rego.policy.YamlOptions;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.BooleanValue;
import dev.kspm.rego.value.NullValue;
import dev.kspm.rego.value.NumberValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class ReaderProperties {
  @Property(tries = 300)
  void whatIsWrittenReadsBack(@ForAll("values") Value value) throws IOException {
    String text = Json.write(value);
    assertThat(Json.read(text)).isEqualTo(value);
    assertThat(Json.read(Json.write(value, JsonWriteOptions.PRETTY))).isEqualTo(value);
    assertThat(Json.read(new JsonFactory().createParser(text))).isEqualTo(value);
    assertThat(Json.write(Json.read(text))).isEqualTo(text);
  }

  @Property(tries = 300)
  void jsonIsYaml(@ForAll("values") Value value) {
    byte[] bytes = Json.write(value).getBytes(StandardCharsets.UTF_8);
    assertThat(Yaml.read(bytes, YamlOptions.KUBERNETES)).isEqualTo(value);
  }

  @Property(tries = 2000)
  void randomBytesAreReadOrRefused(@ForAll byte[] bytes) {
    readOrRefused(bytes);
  }

  @Property(tries = 2000)
  void randomSyntaxIsReadOrRefused(@ForAll("syntax") String text) {
    readOrRefused(text.getBytes(StandardCharsets.UTF_8));
  }

  @Property(tries = 300)
  void documentsCoverTheText(@ForAll("values") Value a, @ForAll("values") Value b) {
    String json = " " + Json.write(a) + "\n" + Json.write(b) + "\n\n";
    String yaml = "# one\n---\n" + Json.write(a) + "\n--- # é\n" + Json.write(b) + "\n...\n";
    cover(json, Json.readAll(bytes(json), JsonReadOptions.DEFAULT), a, b);
    cover(yaml, Yaml.readAll(bytes(yaml), YamlOptions.KUBERNETES), a, b);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void cover(String text, List<DataDocument> documents, Value a, Value b) {
    assertThat(documents).extracting(DataDocument::value).containsExactly(a, b);
    assertThat(documents.get(0).start()).isZero();
    assertThat(documents.get(1).start()).isEqualTo(documents.get(0).end());
    assertThat(documents.get(1).end()).isEqualTo(bytes(text).length);
  }

  private static void readOrRefused(byte[] bytes) {
    try {
      Json.read(bytes);
    } catch (DataException e) {
      inside(e, bytes);
    }
    try {
      Yaml.readAll(bytes, YamlOptions.KUBERNETES);
    } catch (DataException e) {
      inside(e, bytes);
    }
  }

  private static void inside(DataException e, byte[] bytes) {
    assertThat(e.offset()).isBetween(0L, (long) bytes.length);
    assertThat(e.row()).isPositive();
    assertThat(e.column()).isPositive();
  }

  @Example
  void depthIsBounded() {
    int limit = JsonReadOptions.DEFAULT.maxDepth();
    assertThat(Json.write(Json.read(nested(limit)))).isEqualTo(nested(limit));
    assertThat(Yaml.read(nested(limit))).isInstanceOf(ArrayValue.class);
    for (int depth : new int[] {limit + 1, 100_000}) {
      assertThatThrownBy(() -> Json.read(nested(depth)))
          .isInstanceOfSatisfying(
              DataException.class,
              e -> {
                assertThat(e.problem()).isEqualTo(DataException.Problem.TOO_DEEP);
                assertThat(e.goText()).isEqualTo("exceeded max depth");
                assertThat(e.column()).isEqualTo(limit + 1);
              });
      assertThatThrownBy(() -> Yaml.read(nested(depth)))
          .isInstanceOfSatisfying(
              DataException.class,
              e -> assertThat(e.problem()).isEqualTo(DataException.Problem.TOO_DEEP));
    }
  }

  private static String nested(int depth) {
    return "[".repeat(depth) + "]".repeat(depth);
  }

  @Example
  void placesAreTold() {
    assertThatThrownBy(() -> Json.read("{\n  \"é\": x}"))
        .hasMessage("2:8: invalid character 'x' looking for beginning of value");
    assertThatThrownBy(
            () ->
                Json.read(
                    bytes("{\"a\": 1,\n \"a\": 2}"),
                    JsonReadOptions.DEFAULT.withRefusedDuplicateKeys()))
        .hasMessage("2:2: key \"a\" occurs twice");
    assertThatThrownBy(() -> Yaml.readAll(bytes("é: 1\na: 2\né: 3"), YamlOptions.KUBERNETES))
        .hasMessage("3:1: key \"é\" occurs twice")
        .isInstanceOfSatisfying(DataException.class, e -> assertThat(e.offset()).isEqualTo(11));
  }

  @Example
  void brokenUtf8IsOneReplacementForEachByte() {
    byte[] bytes = {'"', (byte) 0xE2, (byte) 0x82, 'a', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'};
    assertThat(Json.read(bytes)).isEqualTo(StringValue.of("\uFFFD\uFFFDa\uFFFD\uFFFD\uFFFD"));
    assertThat(Json.read("\"\uD800\"")).isEqualTo(StringValue.of("\uFFFD"));
  }

  @Example
  void aliasesAreBounded() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
      bomb.append("a" + i + ": &a" + i + " [");
      bomb.append(("*a" + (i - 1) + ", ").repeat(10)).append("]\n");
    }
    assertThatThrownBy(() -> Yaml.read(bomb.toString()))
        .isInstanceOfSatisfying(
            DataException.class,
            e -> {
              assertThat(e.problem()).isEqualTo(DataException.Problem.TOO_MANY_ALIASES);
              assertThat(e.row()).isEqualTo(6);
            });
  }

  @Example
  void kubernetesHasMoreTruthValues() {
    byte[] text = bytes("a: yes\nb: off\nc: \"yes\"\nd: !!bool on\n");
    assertThat(Json.write(Yaml.read(text, YamlOptions.KUBERNETES)))
        .isEqualTo("{\"a\":true,\"b\":false,\"c\":\"yes\",\"d\":true}");
  }

  @Example
  void rowsOfDocuments() {
    List<DataDocument> documents =
        Yaml.readAll(bytes("# c\na: 1\n---\n\nb: 2\n---\n"), YamlOptions.KUBERNETES);
    assertThat(documents).extracting(DataDocument::row).containsExactly(2, 5, 7);
  }

  @Provide
  Arbitrary<Value> values() {
    return values(3);
  }

  private static Arbitrary<Value> values(int depth) {
    Arbitrary<Value> text =
        Arbitraries.strings()
            .withChars("abz \"\\/\n\t<&>{}[],:#-?!*|%@`'éß€\u2028".toCharArray())
            .ofMaxLength(12)
            .map(StringValue::of);
    Arbitrary<Value> scalars =
        Arbitraries.oneOf(
            text,
            Arbitraries.of(BooleanValue.TRUE, BooleanValue.FALSE, NullValue.NULL),
            Arbitraries.longs().map(NumberValue::of),
            Arbitraries.of("0.5", "-2.25", "1e-7", "18446744073709551615").map(NumberValue::parse));
    if (depth == 0) {
      return scalars;
    }
    Arbitrary<Value> inner = values(depth - 1);
    return Arbitraries.oneOf(
        scalars,
        inner.list().ofMaxSize(3).map(ArrayValue::of),
        Arbitraries.maps(text, inner)
            .ofMaxSize(3)
            .map(
                members -> {
                  ObjectValue.Builder object = ObjectValue.builder();
                  members.forEach(object::put);
                  return object.build();
                }));
  }

  @Provide
  Arbitrary<String> syntax() {
    return Arbitraries.of(
            "{", "}", "[", "]", ",", ":", "\"", "'", "a", "1", "-", " ", "\n", "\\", "u12", "&x",
            "*x", "<<", "? ", "!!int ", "|", ">", "#", "---", "...", "\t", "true", "1e", ".", "%")
        .list()
        .ofMaxSize(20)
        .map(parts -> String.join("", parts));
  }
}
