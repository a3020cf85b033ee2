package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.builtin.BuiltinDescriptor;
import dev.kspm.rego.diagnostic.Diagnostic;
import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.internal.ast.Ref;
import dev.kspm.rego.internal.ast.Term;
import dev.kspm.rego.internal.ast.Var;
import dev.kspm.rego.policy.CompileException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the passes of one compilation share: options, names that were made, errors. */
final class Compilation {
  /** The order in which errors are told. */
  static final Comparator<Diagnostic> BY_PLACE =
      Comparator.comparing((Diagnostic d) -> d.span().row() == 0)
          .thenComparing(d -> d.span().file())
          .thenComparingInt(d -> d.span().row())
          .thenComparingInt(d -> d.span().column())
          .thenComparing(Diagnostic::toString);

  final CompilerOptions options;
  final LocalNames names;

  /** Generated name → name in the source. */
  final Map<String, String> written = new LinkedHashMap<>();

  /** Generated name → what it stands for: a call, reference or other term that was moved away. */
  final Map<String, Term> calls = new HashMap<>();

  /** File → name of a rule or import → where OPA says that references by this name begin. */
  final Map<String, Map<String, Span>> headPlaces = new HashMap<>();

  private final List<Diagnostic> errors = new ArrayList<>();
  private boolean failed;

  Compilation(CompilerOptions options, LocalNames names) {
    this.options = options;
    this.names = names;
  }

  void error(String code, Span span, String message) {
    error(new Diagnostic(code, message, span));
  }

  /** Something unused: an error that does not keep later passes from running. */
  void lint(Span span, String message) {
    add(new Diagnostic(Codes.COMPILE, message, span));
  }

  void lint(String code, Span span, String message) {
    add(new Diagnostic(code, message, span));
  }

  void lint(Diagnostic diagnostic) {
    add(diagnostic);
  }

  void error(Diagnostic diagnostic) {
    add(diagnostic);
    failed = true;
  }

  /** Reports the variables that are not bound where what holds them is evaluated. */
  void undeclared(Set<String> variables, Set<String> bound, Span place) {
    for (String name : new TreeSet<>(variables)) {
      if (!bound.contains(name)) {
        String source = writtenName(name);
        error(
            Codes.COMPILE,
            place,
            "var " + (source.startsWith(Var.WILDCARD_PREFIX) ? "_" : source) + " is undeclared");
      }
    }
  }

  private void add(Diagnostic diagnostic) {
    errors.add(diagnostic);
    if (options.errorLimit() > 0 && errors.size() == options.errorLimit()) {
      sortErrors();
      errors.add(new Diagnostic("rego_compile_error", "error limit reached", Span.NONE));
      throw new CompileException(errors);
    }
  }

  /** Where errors about a reference are reported. */
  Span place(Ref ref) {
    Span head = ref.head().span();
    Map<String, Span> shared = headPlaces.getOrDefault(head.file(), Map.of());
    return shared.getOrDefault(head.text(), head);
  }

  int errorCount() {
    return errors.size();
  }

  /** Ends the compilation when a pass has reported anything. */
  void stopOnErrors() {
    if (failed) {
      stopOnAny();
    }
  }

  /** Ends the compilation when anything was reported at all. */
  void stopOnAny() {
    if (!errors.isEmpty()) {
      sortErrors();
      throw new CompileException(errors);
    }
  }

  private void sortErrors() {
    errors.sort(BY_PLACE);
  }

  /** The name in the source of a variable. */
  String writtenName(String name) {
    return written.getOrDefault(name, name);
  }

  @Nullable BuiltinDescriptor builtin(Ref operator) {
    return Refs.startsWithData(operator) ? null : options.builtin(Refs.name(operator));
  }
}
