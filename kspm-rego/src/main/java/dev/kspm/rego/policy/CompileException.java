package dev.kspm.rego.policy;

import dev.kspm.rego.diagnostic.Diagnostic;
import java.util.List;
import java.util.stream.Collectors;

/** A policy or query that does not parse or compile, with everything that is wrong with it. */
public final class CompileException extends RegoException {
  private static final long serialVersionUID = 1L;

  private final transient List<Diagnostic> diagnostics;

  /** Wants at least one diagnostic, in the order in which they are to be shown. */
  public CompileException(List<Diagnostic> diagnostics) {
    super(message(diagnostics), null);
    this.diagnostics = List.copyOf(diagnostics);
  }

  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  private static String message(List<Diagnostic> all) {
    if (all.size() == 1) {
      return "1 error occurred: " + all.get(0);
    }
    return all.size()
        + " errors occurred:\n"
        + all.stream().map(Diagnostic::toString).collect(Collectors.joining("\n"));
  }
}
