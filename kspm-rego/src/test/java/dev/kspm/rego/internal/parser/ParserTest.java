package dev.kspm.rego.internal.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kspm.rego.Json;
import dev.kspm.rego.diagnostic.Diagnostic;
import dev.kspm.rego.diagnostic.SourceText;
import dev.kspm.rego.internal.ast.AstJson;
import dev.kspm.rego.policy.RegoVersion;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the corpora do not show. The expected texts are OPA's. */
class ParserTest {
  private static String messages(String body, RegoVersion version) {
    SourceText source = SourceText.of("", "package a\n" + body.replace("\\n", "\n"));
    List<Diagnostic> found =
        Parser.parseModule(source, ParserOptions.of(version).withAnnotations()).diagnostics();
    return found.stream()
        .map(d -> d.span().row() + ":" + d.span().column() + " " + d.message())
        .collect(Collectors.joining(" | "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "p := -(1) ~ 2:7 unexpected ( token: expected number | 2:7 unexpected ( token: expected rule"
            + " value term (e.g., p := <VALUE> { ... })",
        "p if x with input as 1\\nwith.y := 2 ~ ''",
        "p := x\\nin.x := 1 ~ ''",
        "p if not every x in y { x } ~ 2:10 unexpected every keyword: illegal negation of 'every'",
        "default p.q ~ 2:1 illegal default rule (must have a value)",
        "default in := 1 ~ 2:9 in keyword cannot be used for rule name",
        "import data.if ~ 2:13 unexpected import path, must not end with a keyword, got: if (hint:"
            + " import a different path or use an alias)",
        "import future.keywords as x ~ 2:27 `future` imports cannot be aliased",
        "p := 1e400000000000 ~ 2:6 unexpected number token: invalid float | 2:6 unexpected number"
            + " token: expected rule value term (e.g., p := <VALUE> { ... })",
        "foo.else := ~ 2:11 unexpected eof token | 2:11 unexpected eof token: expected rule value"
            + " term (e.g., foo[\"else\"] := <VALUE> { ... })",
        "p[x] := 1 if y else := 2 ~ 2:16 else keyword cannot be used on rules with variables in"
            + " head",
        "# METADATA\\n# entrypoint: true\\n# scope: rule\\np := 1 ~ 2:1 annotation entrypoint"
            + " applied to non-document or package scope 'rule'"
      })
  void wordsOfV1(String body, String expected) {
    assertEquals(expected, messages(body, RegoVersion.V1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "p { x, y in z } ~ 2:6 unexpected , token: expected \\n or ; or } (hint: `import"
            + " future.keywords.in` for `x in xs` expressions)",
        "p if { x and y } ~ 2:10 unexpected identifier token: expected \\n or ; or } (hint:"
            + " `import future.keywords.and` for `x and y` expressions)",
        "p := 1 contains x ~ 2:8 var cannot be used for rule name (hint: `import"
            + " future.keywords.contains` for `p contains x` rules) | 2:17 var cannot be used for"
            + " rule name",
        "every := 1 ~ ''"
      })
  void wordsOfV0(String body, String expected) {
    assertEquals(expected, messages(body, RegoVersion.V0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "-x == 1 ~ minus(0, x) == 1",
        "x := 1 + 2 * 3 ~ x := plus(1, mul(2, 3))",
        "[, 1] ~ [1]",
        "{1, 1} ~ {1}",
        "$\"a{x}b\" ~ $\"a{x}b\"",
        "x with input.y as 1 ~ x with input.y as 1"
      })
  void bodies(String text, String printed) {
    ParserOptions options = ParserOptions.of(RegoVersion.V1);
    String found = Parser.parseBody(SourceText.of("", text), options).orThrow().toString();
    assertEquals(json(printed, options), json(found, options));
  }

  private static String json(String text, ParserOptions options) {
    return Json.write(
        AstJson.value(Parser.parseBody(SourceText.of("", text), options).orThrow(), false));
  }
}
