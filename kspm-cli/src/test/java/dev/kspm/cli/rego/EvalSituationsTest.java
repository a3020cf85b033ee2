package dev.kspm.cli.rego;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kspm.cli.CommandLineRun;
import dev.kspm.rego.Json;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.NumberValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What OPA v1.22.2 answered to command lines of {@code opa eval}: output, errors and exit code,
 * byte for byte. In command lines and answers {@code @} stands for the folder of the files. Of the
 * usage, which follows a refused option, only the line before it is compared.
 */
class EvalSituationsTest {
  @TempDir static Path folder;

  @TestFactory
  Stream<DynamicTest> everySituation() throws IOException {
    ObjectValue golden = read();
    ObjectValue files = (ObjectValue) Objects.requireNonNull(golden.get("files"));
    files.forEach((name, content) -> write(text(name), bytes(content)));
    ((ObjectValue) Objects.requireNonNull(golden.get("archives")))
        .forEach((name, source) -> pack(text(source), text(name)));
    ArrayValue cases = (ArrayValue) Objects.requireNonNull(golden.get("cases"));
    assertThat(cases.size()).isGreaterThan(500);
    return IntStream.range(0, cases.size())
        .mapToObj(i -> (ObjectValue) cases.get(i))
        .map(one -> DynamicTest.dynamicTest(name(one), () -> check(one)));
  }

  private static ObjectValue read() throws IOException {
    try (InputStream file = EvalSituationsTest.class.getResourceAsStream("eval-situations.json")) {
      return (ObjectValue) Json.read(Objects.requireNonNull(file));
    }
  }

  private static String name(ObjectValue one) {
    return "eval " + String.join(" ", args(one)) + (one.get("stdin") == null ? "" : " < …");
  }

  private static List<String> args(ObjectValue one) {
    ArrayValue args = (ArrayValue) Objects.requireNonNull(one.get("args"));
    return IntStream.range(0, args.size()).mapToObj(i -> text(args.get(i))).toList();
  }

  private static void check(ObjectValue one) {
    List<String> args = new ArrayList<>(List.of("rego", "eval"));
    args(one).forEach(arg -> args.add(arg.replace("@", folder + "/")));
    Value stdin = one.get("stdin");
    CommandLineRun run =
        CommandLineRun.withInput(stdin == null ? "" : text(stdin), args.toArray(String[]::new));
    CommandLineRun wanted =
        new CommandLineRun(
            Integer.parseInt(((NumberValue) Objects.requireNonNull(one.get("code"))).toString()),
            text(one.get("out")),
            text(one.get("err")));
    assertThat(new CommandLineRun(run.code(), shown(run.out()), shown(withoutUsage(run.err()))))
        .isEqualTo(wanted);
  }

  private static String shown(String text) {
    return text.replace(folder + "/", "@");
  }

  private static String withoutUsage(String text) {
    int usage = text.indexOf("Usage: ");
    return usage < 0 ? text : text.substring(0, usage);
  }

  private static String text(@org.jspecify.annotations.Nullable Value value) {
    return ((StringValue) Objects.requireNonNull(value)).value();
  }

  private static byte[] bytes(Value content) {
    return content instanceof ObjectValue encoded
        ? Base64.getDecoder().decode(text(encoded.get("base64")))
        : text(content).getBytes(StandardCharsets.UTF_8);
  }

  private static void write(String name, byte[] bytes) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void pack(String source, String name) {
    try {
      Archive.write(folder.resolve(source), folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
