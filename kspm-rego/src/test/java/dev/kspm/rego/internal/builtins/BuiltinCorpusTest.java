package dev.kspm.rego.internal.builtins;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kspm.rego.builtin.Builtin;
import dev.kspm.rego.builtin.BuiltinException;
import dev.kspm.rego.conformance.Corpora;
import dev.kspm.rego.conformance.Verdicts;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.SetValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Calls every builtin of the corpus as OPA called it and compares result or error.
 *
 * <p>Builtins without a function are listed in {@code builtins-missing.txt}; the list may only
 * shrink.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BuiltinCorpusTest {
  private static final Verdicts VERDICTS = new Verdicts("builtins");

  private final Builtins builtins = Builtins.standard();
  private final Set<String> missing = readMissing();

  private static InputStream resource(String name) {
    return java.util.Objects.requireNonNull(
        BuiltinCorpusTest.class.getResourceAsStream("/conformance/" + name), name);
  }

  private static Set<String> readMissing() {
    try (InputStream in = resource("builtins-missing.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank())
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void theListOfMissingBuiltinsIsExact() {
    Set<String> found = new TreeSet<>();
    for (Builtin builtin : builtins.all()) {
      if (!builtins.callable(builtin.descriptor().name())) {
        found.add(builtin.descriptor().name());
      }
    }
    assertThat(found).isEqualTo(missing);
  }

  @TestFactory
  List<DynamicTest> calls() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (String file : Corpora.files("builtins")) {
      ArrayValue cases;
      try (InputStream in = resource("builtins/" + file)) {
        cases = (ArrayValue) CorpusJson.read(in);
      }
      assertThat(cases.size()).isEqualTo(Corpora.own("builtins", file).size());
      for (int i = 0; i < cases.size(); i++) {
        ObjectValue call = (ObjectValue) cases.get(i);
        String name = text(call.get("builtin"));
        String id = "builtins/" + file + "#" + i;
        if (missing.contains(name)) {
          VERDICTS.missing("builtins");
        } else {
          tests.add(
              VERDICTS.test(
                  "builtins",
                  id,
                  id + " " + name + shown(call.get("args")),
                  () -> check(name, call)));
        }
      }
    }
    return tests;
  }

  @AfterAll
  void printCounts() {
    VERDICTS.report();
  }

  private static String text(@Nullable Value value) {
    return ((StringValue) java.util.Objects.requireNonNull(value)).value();
  }

  private static String shown(@Nullable Value args) {
    String text = String.valueOf(args).replace('\n', ' ');
    return text.length() <= 120 ? text : text.substring(0, 120) + "…";
  }

  private static Value[] arguments(ObjectValue call) {
    ArrayValue texts = (ArrayValue) java.util.Objects.requireNonNull(call.get("args"));
    Value[] args = new Value[texts.size()];
    for (int i = 0; i < args.length; i++) {
      args[i] = GroundTerms.read(text(texts.get(i)));
    }
    return args;
  }

  private void check(String name, ObjectValue call) {
    Builtin builtin = java.util.Objects.requireNonNull(builtins.find(name));
    Value error = call.get("error");
    Value result;
    try {
      result = call(builtin, arguments(call), call.get("results") != null);
    } catch (BuiltinException e) {
      String code = e.isTypeError() ? "eval_type_error" : "eval_builtin_error";
      ObjectValue got =
          ObjectValue.builder()
              .put("code", StringValue.of(code))
              .put("message", StringValue.of(name + ": " + e.getMessage()))
              .build();
      assertThat(got.toString()).isEqualTo(String.valueOf(error == null ? wanted(call) : error));
      return;
    }
    if (error != null) {
      assertThat(String.valueOf(result)).isEqualTo(error.toString());
      return;
    }
    Value wanted = wanted(call);
    if (wanted != null
        && call.get("result") != null
        && call.get("term") == null
        && result != null) {
      result = asJson(result);
    }
    assertThat(String.valueOf(result)).isEqualTo(String.valueOf(wanted));
  }

  private static @Nullable Value wanted(ObjectValue call) {
    Value term = call.get("term");
    if (term != null) {
      try {
        return GroundTerms.read(text(term));
      } catch (NumberFormatException spelledAsInGo) {
        return dev.kspm.rego.value.NumberValue.spelled(text(term), java.math.BigDecimal.ZERO);
      }
    }
    Value results = call.get("results");
    if (results instanceof ArrayValue array) {
      ArrayValue.Builder out = ArrayValue.builder();
      array.forEach(element -> out.add(GroundTerms.read(text(element))));
      return out.build();
    }
    return call.get("result");
  }

  private static @Nullable Value call(Builtin builtin, Value[] args, boolean all) {
    TestContext context = new TestContext();
    if (builtin instanceof Builtin.OfRelation relation) {
      List<Value> results = new ArrayList<>();
      relation.relation().call(context, args, results::add);
      Collections.sort(results);
      return ArrayValue.of(results);
    }
    Value result = ((Builtin.OfFunction) builtin).function().call(context, args);
    return all && result != null ? ArrayValue.of(result) : result;
  }

  /** What JSON makes of a value: sets become arrays, keys become text. */
  private static Value asJson(Value value) {
    if (value instanceof ArrayValue array) {
      ArrayValue.Builder out = ArrayValue.builder();
      array.forEach(element -> out.add(asJson(element)));
      return out.build();
    } else if (value instanceof SetValue set) {
      ArrayValue.Builder out = ArrayValue.builder();
      set.forEach(element -> out.add(asJson(element)));
      return out.build();
    } else if (value instanceof ObjectValue object) {
      ObjectValue.Builder out = ObjectValue.builder();
      object.forEach(
          (key, member) ->
              out.put(
                  key instanceof StringValue ? key : StringValue.of(key.toString()),
                  asJson(member)));
      return out.build();
    }
    return value;
  }
}
