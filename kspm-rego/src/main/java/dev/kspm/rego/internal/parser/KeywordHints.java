package dev.kspm.rego.internal.parser;

import dev.kspm.rego.internal.ast.Body;
import dev.kspm.rego.internal.ast.BodyStatement;
import dev.kspm.rego.internal.ast.Expr;
import dev.kspm.rego.internal.ast.Rule;
import dev.kspm.rego.internal.ast.Statement;
import dev.kspm.rego.internal.ast.Var;
import org.jspecify.annotations.Nullable;

/** Hints for v1 rules read as v0: there they fall into several statements. */
final class KeywordHints {
  private KeywordHints() {}

  /** What to add to the message about a statement that is no rule, perhaps nothing. */
  static String after(Body body, @Nullable Statement next) {
    String hint = hint(variable(body));
    if (hint.isEmpty() && next != null && next.span().row() == body.span().row()) {
      if (next instanceof BodyStatement b) {
        hint = hint(variable(b.body()));
      } else if (next instanceof Rule rule) {
        String name = rule.head().name();
        hint = name == null ? "" : hint(name);
      }
    }
    return hint;
  }

  private static String variable(Body body) {
    Expr.Form form = body.exprs().get(0).form();
    boolean alone = body.exprs().size() == 1;
    return alone && form instanceof Expr.TermForm t && t.term() instanceof Var v ? v.name() : "";
  }

  private static String hint(String name) {
    return switch (name) {
      case "if" -> " (hint: `import future.keywords.if` for `p if { ... }` rules)";
      case "contains" -> " (hint: `import future.keywords.contains` for `p contains x` rules)";
      default -> "";
    };
  }
}
