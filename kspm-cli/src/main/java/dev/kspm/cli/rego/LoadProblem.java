package dev.kspm.cli.rego;

import dev.kspm.rego.diagnostic.Diagnostic;
import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.policy.EvalError;
import dev.kspm.rego.policy.LimitExceeded;
import dev.kspm.rego.policy.LoadException;
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
 * @param stack the bodies that an evaluation was in, the innermost first
 */
record LoadProblem(
    String text,
    String message,
    String code,
    @Nullable Diagnostic diagnostic,
    List<EvalError.Place> stack) {
  static LoadProblem of(String message) {
    return new LoadProblem(message, message, "", null, List.of());
  }

  static LoadProblem of(Diagnostic diagnostic) {
    return new LoadProblem(
        diagnostic.toString(), diagnostic.message(), diagnostic.code(), diagnostic, List.of());
  }

  /** What could not be loaded; what is wrong with the modules of a bundle is one problem. */
  static List<LoadProblem> of(LoadException error) {
    List<LoadProblem> all = new ArrayList<>();
    for (LoadException.Problem problem : error.problems()) {
      List<LoadProblem> ofModule = of(problem.diagnostics());
      if (problem.text().isEmpty()) {
        all.addAll(ofModule);
      } else if (ofModule.isEmpty()) {
        all.add(
            new LoadProblem(problem.toString(), problem.text(), problem.code(), null, List.of()));
      } else {
        Diagnostic first = problem.diagnostics().get(0);
        all.add(
            of(
                problem.text()
                    + ": "
                    + (first.span().row() == 0 ? first.toString() : summary(ofModule, ""))));
      }
    }
    return all;
  }

  /** A place in a query, which has no file, is shown by its text. */
  static LoadProblem of(EvalError error) {
    Span span = error.span();
    String text = String.valueOf(error.getMessage());
    if (span.file().isEmpty() && !span.text().isEmpty()) {
      text = span.text() + ": " + error.code() + ": " + error.text();
    }
    if (!error.places().isEmpty()) {
      text += "\n\n" + traceback(error);
    }
    Diagnostic diagnostic = new Diagnostic(error.code(), error.text(), span);
    return new LoadProblem(text, error.text(), error.code(), diagnostic, error.places());
  }

  /** An evaluation that wanted more than it may have. */
  static LoadProblem of(LimitExceeded error) {
    if (error.limit() != LimitExceeded.Limit.DEADLINE) {
      return of(String.valueOf(error.getMessage()));
    }
    String message = "context deadline exceeded";
    String code = "eval_cancel_error";
    return new LoadProblem(code + ": " + message, message, code, null, List.of());
  }

  /** The bodies that an error happened in, the innermost first. */
  private static String traceback(EvalError error) {
    List<String> lines = new ArrayList<>();
    lines.add("Traceback:");
    for (EvalError.Place place : error.places()) {
      Span span = place.span();
      if (span.row() == 0) {
        lines.add("  <unknown>");
        continue;
      }
      String where =
          span.file().isEmpty() ? span.row() + ":" + span.column() : span.file() + ":" + span.row();
      lines.add("  " + where + ": " + span.text());
    }
    return String.join("\n", lines);
  }

  static List<LoadProblem> of(List<Diagnostic> diagnostics) {
    return diagnostics.stream().map(LoadProblem::of).toList();
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
    if (!code.isEmpty()) {
      error.put("code", code);
    }
    if (diagnostic == null) {
      return error;
    }
    if (diagnostic.span().row() > 0 || !diagnostic.span().file().isEmpty()) {
      error.put("location", location(diagnostic.span()));
    }
    if (!diagnostic.data().isEmpty()) {
      error.put("details", diagnostic.data());
    }
    if (!stack.isEmpty()) {
      error.put("stack_trace", stack.stream().map(LoadProblem::place).toList());
    }
    return error;
  }

  /** One body of a stack as opa prints it. */
  static Map<String, Object> place(EvalError.Place place) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("query_id", place.query());
    if (place.span().row() > 0) {
      one.put("location", location(place.span()));
    }
    return one;
  }

  /** A place as opa prints it. */
  static Map<String, Object> location(Span span) {
    Map<String, Object> location = new LinkedHashMap<>();
    location.put("file", span.file());
    location.put("row", span.row());
    location.put("col", span.column());
    return location;
  }
}
