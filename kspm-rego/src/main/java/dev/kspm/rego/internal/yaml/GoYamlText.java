package dev.kspm.rego.internal.yaml;

import java.util.regex.Pattern;

/** The Go library's words for what snakeyaml-engine complains about. */
final class GoYamlText {
  private static final Pattern EXPECTED_ESCAPE = Pattern.compile("expected escape sequence of .*");

  private GoYamlText() {}

  static String of(String problem, String context) {
    if (problem.startsWith("mapping values are not allowed here")) {
      return "mapping values are not allowed in this context";
    } else if (problem.startsWith("sequence entries are not allowed here")) {
      return "block sequence entries are not allowed in this context";
    } else if (problem.startsWith("mapping keys are not allowed here")) {
      return "mapping keys are not allowed in this context";
    } else if (problem.startsWith("expected ',' or ']'")) {
      return "did not find expected ',' or ']'";
    } else if (problem.startsWith("expected ',' or '}'")) {
      return "did not find expected ',' or '}'";
    } else if (problem.startsWith("expected the node content")) {
      return "did not find expected node content";
    } else if (problem.startsWith("expected '<document start>'")) {
      return "did not find expected <document start>";
    } else if (problem.startsWith("expected <block end>")) {
      return context.contains("sequence")
          ? "did not find expected '-' indicator"
          : "did not find expected key";
    } else if (problem.startsWith("found character") && context.contains("next token")) {
      return "found character that cannot start any token";
    } else if (problem.startsWith("could not find expected ':'")) {
      return "could not find expected ':'";
    } else if (problem.startsWith("unexpected character found")) {
      return "did not find expected alphabetic or numeric character";
    } else if (problem.startsWith("found unknown escape character")) {
      return "found unknown escape character";
    } else if (EXPECTED_ESCAPE.matcher(problem).matches()) {
      return "did not find expected hexdecimal number";
    }
    return problem;
  }
}
