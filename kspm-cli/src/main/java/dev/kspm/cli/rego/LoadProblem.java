package dev.kspm.cli.rego;

import dev.kspm.rego.diagnostic.Diagnostic;
import dev.kspm.rego.policy.EvalError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One error in the shapes that opa prints.
 *
 * @param text the whole line, or lines, for people
 * @param diagnostic what stands behind it, when it is about Rego
 */
record LoadProblem(String text, String message, String code, @Nullable Diagnostic diagnostic) {
  static LoadProblem of(String message) {
    return new LoadProblem(message, message, "", null);
  }

  static LoadProblem of(Diagnostic diagnostic) {
    StringBuilder text = new StringBuilder(diagnostic.toString());
    if (isParseError(diagnostic) && diagnostic.details().isEmpty()) {
      SourceLine line = SourceLine.of(diagnostic.span());
      text.append("\n\t").append(line.text().stripTrailing());
      text.append("\n\t").append(" ".repeat(line.index())).append('^');
    }
    return new LoadProblem(text.toString(), diagnostic.message(), diagnostic.code(), diagnostic);
  }

  static LoadProblem of(EvalError error) {
    Diagnostic diagnostic = new Diagnostic(error.code(), error.text(), error.span());
    return new LoadProblem(
        String.valueOf(error.getMessage()), error.text(), error.code(), diagnostic);
  }

  static List<LoadProblem> of(List<Diagnostic> diagnostics) {
    return diagnostics.stream().map(LoadProblem::of).toList();
  }

  private static boolean isParseError(Diagnostic diagnostic) {
    return diagnostic.code().equals("rego_parse_error");
  }

  /** {@code N errors occurred: …} as opa prints it, without a line end. */
  static String summary(List<LoadProblem> problems, String during) {
    if (problems.size() == 1) {
      return "1 error occurred" + during + ": " + problems.get(0).text();
    }
    List<String> lines = new ArrayList<>();
    lines.add(problems.size() + " errors occurred" + during + ":");
    problems.forEach(problem -> lines.add(problem.text()));
    return String.join("\n", lines);
  }

  /** The document that opa prints with {@code --format json}. */
  static Map<String, Object> document(List<LoadProblem> problems) {
    return Map.of("errors", problems.stream().map(LoadProblem::toDocument).toList());
  }

  private Map<String, Object> toDocument() {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("message", message);
    if (diagnostic == null) {
      return error;
    }
    error.put("code", code);
    Map<String, Object> location = new LinkedHashMap<>();
    location.put("file", diagnostic.span().file());
    location.put("row", diagnostic.span().row());
    location.put("col", diagnostic.span().column());
    error.put("location", location);
    if (isParseError(diagnostic)) {
      SourceLine line = SourceLine.of(diagnostic.span());
      Map<String, Object> details = new LinkedHashMap<>();
      details.put("line", line.text());
      details.put("idx", line.index());
      error.put("details", details);
    }
    return error;
  }
}
