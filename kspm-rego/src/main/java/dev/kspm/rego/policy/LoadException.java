package dev.kspm.rego.policy;

import dev.kspm.rego.diagnostic.Diagnostic;
import java.util.List;
import java.util.stream.Collectors;

/** Files that cannot be loaded, with everything that is wrong with them. Immutable. */
public final class LoadException extends RegoException {
  private static final long serialVersionUID = 1L;

  /**
   * One thing that is wrong.
   *
   * @param text what and where, such as {@code stat nosuch: no such file or directory}; what stands
   *     before the diagnostics when there are some; may be empty then
   * @param code OPA's code, or empty
   * @param diagnostics what is wrong with a module
   */
  public record Problem(String text, String code, List<Diagnostic> diagnostics) {
    public Problem {
      diagnostics = List.copyOf(diagnostics);
    }

    /** Something that is not about a module. */
    public static Problem of(String text) {
      return new Problem(text, "", List.of());
    }

    /** A module that does not parse. */
    public static Problem of(String text, List<Diagnostic> diagnostics) {
      return new Problem(text, "", diagnostics);
    }

    @Override
    public String toString() {
      String wrong =
          diagnostics.stream().map(Diagnostic::toString).collect(Collectors.joining("\n"));
      String before = code.isEmpty() ? text : code + ": " + text;
      return wrong.isEmpty() ? before : before.isEmpty() ? wrong : before + ": " + wrong;
    }
  }

  private final transient List<Problem> problems;

  /** Wants at least one problem, in the order in which they are to be shown. */
  public LoadException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")), null);
    this.problems = List.copyOf(problems);
  }

  public LoadException(String problem) {
    this(List.of(Problem.of(problem)));
  }

  public List<Problem> problems() {
    return problems;
  }
}
