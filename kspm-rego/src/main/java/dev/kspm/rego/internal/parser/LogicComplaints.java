package dev.kspm.rego.internal.parser;

import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.internal.ast.Body;
import dev.kspm.rego.internal.ast.Call;
import dev.kspm.rego.internal.ast.Expr;
import dev.kspm.rego.internal.ast.Term;
import dev.kspm.rego.internal.ast.TermNames;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What there is against operands of {@code and}, {@code or} and {@code not}. */
final class LogicComplaints {
  private static final Set<String> VOID = Set.of("print", "internal.print");

  private static final Set<String> INFIX =
      Set.of(
          "eq",
          "assign",
          "equal",
          "neq",
          "lt",
          "gt",
          "lte",
          "gte",
          "plus",
          "minus",
          "mul",
          "div",
          "rem",
          "and",
          "or",
          "internal.member_2");

  private final Cursor at;

  LogicComplaints(Cursor at) {
    this.at = at;
  }

  void withOnOperand(Span with) {
    String word = at.kind().text();
    at.hint(
        "Wrap the operand in `(...)` or `{...}` to scope, or move `with` after the `"
            + word
            + "` expression to apply it to the whole expression");
    at.error(with, "`with` modifier is not allowed on operand of `" + word + "`");
  }

  void braceLed(Span place, String operand, String operator) {
    at.hint("wrap the operand to keep the value: `(" + operand + ") " + operator + " ...`");
    at.error(
        place, "operand of `" + operator + "` cannot begin with `{` unless the braces hold a body");
  }

  void negatedValue(Span place, String operand, Term term, String negation) {
    at.hint(
        "write `"
            + negation
            + "("
            + operand
            + ")` to negate the value, or `"
            + negation
            + "{"
            + operand
            + "}` for a body holding it");
    at.error(
        place,
        "`{...}` in an operand position must contain expression(s), got: "
            + TermNames.of(first(term)));
  }

  /** The value that the text of a term begins with. */
  private static Term first(Term term) {
    if (term instanceof Call call
        && call.args().size() == 2
        && INFIX.contains(call.operator().toString())) {
      return first(call.args().get(0));
    }
    return term;
  }

  void bodyInParens(Span place, String body) {
    at.hint("drop the parens to keep the body: `" + body + "`");
    at.error(place, "`(...)` in an operand position cannot contain a body");
  }

  /** Complains about a body that could as well be a comprehension, and says whether it did. */
  boolean ifUnion(Span brace, Body body, String negation) {
    Expr first = body.exprs().get(0);
    boolean union =
        first.form() instanceof Expr.CallForm call
            && call.name().equals("or")
            && call.operator().span().text().equals("|")
            && !first.span().text().strip().startsWith("(");
    if (!union) {
      return false;
    }
    String braces = at.since(brace).text();
    int start = first.span().start() - brace.start();
    int end = start + first.span().text().length();
    String wrapped =
        braces.substring(0, start) + "(" + first.span().text() + ")" + braces.substring(end);
    at.hint(
        "write `"
            + negation
            + "("
            + braces
            + ")` for the comprehension, or `"
            + negation
            + wrapped
            + "` for the set union");
    at.error(
        brace,
        "ambiguous `{ ... | ... }` operand: read as a body holding a set-union expression, not as"
            + " a comprehension");
    return true;
  }

  /** Complains about an operand of calls that give nothing. */
  void ifVoid(List<Expr> operand, String operator) {
    @Nullable Expr first = null;
    for (Expr expr : operand) {
      if (expr.negated() || !(expr.form() instanceof Expr.CallForm c) || !VOID.contains(c.name())) {
        return;
      }
      first = first == null ? expr : first;
    }
    if (first == null) {
      return;
    }
    String name = ((Expr.CallForm) first.form()).name();
    at.hint(
        "`"
            + name
            + "` produces no value and always succeeds, so the operand can never fail; move it out"
            + " of the operand, or add an expression that can fail");
    at.error(
        first.span(),
        "operand of `" + operator + "` cannot consist only of calls to `" + name + "`");
  }
}
