package dev.kspm.rego.internal.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kspm.rego.conformance.Corpora;
import dev.kspm.rego.diagnostic.Diagnostic;
import dev.kspm.rego.diagnostic.SourceLine;
import dev.kspm.rego.diagnostic.SourceText;
import dev.kspm.rego.policy.RegoVersion;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.NumberValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What {@code opa check} says about broken texts, in both versions; strict mode parses as the plain
 * one does. What only the compiler finds is left to the compiler's tests.
 */
class ParseErrorCorpusTest {
  @TestFactory
  Stream<DynamicTest> errors() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Value value : Corpora.own("errors", "parse.json")) {
      ObjectValue test = (ObjectValue) value;
      for (String mode : List.of("v1", "v1_strict", "v0", "v0_strict")) {
        String name = Corpora.text(test, "name") + " " + mode;
        tests.add(DynamicTest.dynamicTest(name, () -> check(test, mode)));
      }
    }
    return tests.stream();
  }

  private static void check(ObjectValue test, String mode) {
    RegoVersion version = mode.startsWith("v0") ? RegoVersion.V0 : RegoVersion.V1;
    List<String> found = new ArrayList<>();
    ObjectValue files = (ObjectValue) Corpora.member(test, "files");
    files.forEach(
        (name, text) -> {
          SourceText source =
              SourceText.of(((StringValue) name).value(), ((StringValue) text).value());
          ParserOptions options = ParserOptions.of(version).withAnnotations();
          for (Diagnostic diagnostic : Parser.parseModule(source, options).diagnostics()) {
            found.add(line(diagnostic));
          }
        });
    List<String> wanted = new ArrayList<>();
    for (Value value : (ArrayValue) Corpora.member(test, mode)) {
      ObjectValue error = (ObjectValue) value;
      if (error.get("code") instanceof StringValue code
          && code.value().equals("rego_parse_error")) {
        wanted.add(line(error));
      }
    }
    assertEquals(sorted(wanted), sorted(found));
  }

  private static List<String> sorted(List<String> lines) {
    return lines.stream().sorted().toList();
  }

  private static String line(Diagnostic diagnostic) {
    String details = "";
    if (!diagnostic.details().isEmpty()) {
      SourceLine line = SourceLine.of(diagnostic.span());
      details = " " + line.idx() + " " + line.line();
    }
    return diagnostic.span().row()
        + ":"
        + diagnostic.span().column()
        + " "
        + diagnostic.message()
        + details;
  }

  private static String line(ObjectValue error) {
    ObjectValue location = (ObjectValue) Corpora.member(error, "location");
    String details = "";
    if (error.get("details") instanceof ObjectValue line) {
      details = " " + number(line, "idx") + " " + Corpora.text(line, "line");
    }
    return number(location, "row")
        + ":"
        + number(location, "col")
        + " "
        + Corpora.text(error, "message")
        + details;
  }

  private static long number(ObjectValue object, String key) {
    return ((NumberValue) Corpora.member(object, key)).asLong();
  }
}
