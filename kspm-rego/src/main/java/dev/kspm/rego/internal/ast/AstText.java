package dev.kspm.rego.internal.ast;

import dev.kspm.rego.value.StringValue;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Writes nodes as OPA's {@code String()} does: one line, unification as {@code =} and every other
 * operator as a call, for messages and as keys.
 */
public final class AstText {
  private static final int OR = 1;
  private static final int AND = 2;
  private static final int NOT = 3;

  /** What is written in brackets, so that it can be read by those who lack keywords in refs. */
  private static final Set<String> KEYWORDS =
      Set.of(
          "not",
          "package",
          "import",
          "as",
          "default",
          "else",
          "with",
          "null",
          "true",
          "false",
          "some",
          "in",
          "if",
          "contains",
          "every");

  private final StringBuilder out = new StringBuilder();

  private final UnaryOperator<String> names;
  private final boolean asWritten;

  private AstText(UnaryOperator<String> names, boolean asWritten) {
    this.names = names;
    this.asWritten = asWritten;
  }

  public static String of(Node node) {
    AstText text = new AstText(UnaryOperator.identity(), false);
    text.write(node);
    return text.out.toString();
  }

  /** The same with the names of the source for variables; a key that nobody wrote is left out. */
  public static String of(Node node, UnaryOperator<String> names) {
    AstText text = new AstText(names, true);
    text.write(node);
    return text.out.toString();
  }

  private void write(Node node) {
    if (node instanceof Term term) {
      term(term);
    } else if (node instanceof Body body) {
      list(body.exprs(), "; ");
    } else if (node instanceof Expr expr) {
      expr(expr);
    } else if (node instanceof With with) {
      out.append("with ");
      term(with.target());
      out.append(" as ");
      term(with.value());
    } else if (node instanceof Head head) {
      head(head);
    } else if (node instanceof Rule rule) {
      rule(rule);
    } else if (node instanceof PackageDeclaration pkg) {
      out.append("package ");
      path(pkg.path());
    } else if (node instanceof Import imp) {
      out.append("import ").append(of(imp.path()));
      if (imp.alias() != null) {
        out.append(" as ").append(imp.alias());
      }
    }
  }

  private void path(Ref ref) {
    List<Term> parts = new ArrayList<>(ref.parts().subList(ref.size() > 1 ? 1 : 0, ref.size()));
    if (parts.get(0) instanceof Scalar s && s.value() instanceof StringValue name) {
      parts.set(0, new Var(name.value(), s.span()));
    }
    out.append(of(new Ref(parts, ref.span())));
  }

  private void list(List<? extends Node> nodes, String separator) {
    for (Iterator<? extends Node> i = nodes.iterator(); i.hasNext(); ) {
      write(i.next());
      if (i.hasNext()) {
        out.append(separator);
      }
    }
  }

  private void term(Term term) {
    if (term instanceof Var v) {
      String name = names.apply(v.name());
      out.append(name.startsWith(Var.WILDCARD_PREFIX) ? "_" : name);
    } else if (term instanceof Scalar s) {
      out.append(s.value());
    } else if (term instanceof Ref ref) {
      ref(ref);
    } else if (term instanceof Call call) {
      call(call.operator(), call.args());
    } else if (term instanceof ArrayTerm array) {
      enclosed("[", array.elements(), "]");
    } else if (term instanceof SetTerm set) {
      if (set.elements().isEmpty()) {
        out.append("set()");
      } else {
        enclosed("{", TermOrder.distinct(set), "}");
      }
    } else if (term instanceof ObjectTerm object) {
      object(object);
    } else if (term instanceof ArrayComprehension c) {
      comprehension("[", c.term(), c.body(), "]");
    } else if (term instanceof SetComprehension c) {
      comprehension("{", c.term(), c.body(), "}");
    } else if (term instanceof ObjectComprehension c) {
      out.append('{');
      term(c.key());
      out.append(": ");
      comprehension("", c.value(), c.body(), "}");
    } else if (term instanceof TemplateString template) {
      template(template);
    }
  }

  private void enclosed(String open, List<? extends Node> nodes, String close) {
    out.append(open);
    list(nodes, ", ");
    out.append(close);
  }

  private void object(ObjectTerm object) {
    out.append('{');
    String separator = "";
    for (ObjectTerm.Member member : TermOrder.sorted(object)) {
      out.append(separator);
      term(member.key());
      out.append(": ");
      term(member.value());
      separator = ", ";
    }
    out.append('}');
  }

  private void comprehension(String open, Term term, Body body, String close) {
    out.append(open);
    term(term);
    out.append(" | ");
    write(body);
    out.append(close);
  }

  /** As one line; constants have become part of the text. */
  private void template(TemplateString template) {
    out.append("$\"");
    for (TemplatePart part : template.parts()) {
      if (part instanceof Scalar s && s.value() instanceof StringValue text) {
        String quoted = text.toString();
        out.append(quoted.substring(1, quoted.length() - 1).replace("{", "\\{"));
      } else if (part instanceof Scalar s) {
        out.append(s.value());
      } else {
        out.append('{');
        write(part);
        out.append('}');
      }
    }
    out.append('"');
  }

  private void ref(Ref ref) {
    term(ref.head());
    for (Term operand : ref.parts().subList(1, ref.size())) {
      if (operand instanceof Scalar s
          && s.value() instanceof StringValue name
          && isIdentifier(name.value())
          && !KEYWORDS.contains(name.value())) {
        out.append('.').append(name.value());
      } else {
        out.append('[');
        term(operand);
        out.append(']');
      }
    }
  }

  private static boolean isIdentifier(String s) {
    if (s.isEmpty() || s.charAt(0) >= '0' && s.charAt(0) <= '9') {
      return false;
    }
    return s.chars()
        .allMatch(
            c -> c == '_' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9');
  }

  private void call(Ref operator, List<Term> args) {
    ref(operator);
    enclosed("(", args, ")");
  }

  private void expr(Expr expr) {
    if (expr.negated()) {
      out.append("not ");
    }
    form(expr.form());
    for (With with : expr.withs()) {
      out.append(' ');
      write(with);
    }
  }

  private void form(Expr.Form form) {
    if (form instanceof Expr.TermForm t) {
      term(t.term());
    } else if (form instanceof Expr.CallForm c) {
      if (c.name().equals("eq") && c.args().size() == 2) {
        term(c.args().get(0));
        out.append(" = ");
        term(c.args().get(1));
      } else {
        call(c.operator(), c.args());
      }
    } else if (form instanceof Expr.SomeDeclaration some) {
      out.append("some ");
      some(some);
    } else if (form instanceof Expr.Every every) {
      every(every);
    } else if (form instanceof Expr.Negation n) {
      out.append("not ");
      if (n.explicitBody()) {
        out.append('{');
        write(n.body());
        out.append('}');
      } else {
        operand(n.body(), bindsTighter(n.body(), NOT + 1));
      }
    } else if (form instanceof Expr.Logical l) {
      int strength = l.isAnd() ? AND : OR;
      side(l.left(), l.explicitLeft(), strength);
      out.append(l.isAnd() ? " and " : " or ");
      side(l.right(), l.explicitRight(), strength + 1);
    }
  }

  private void side(Body body, boolean explicit, int least) {
    if (explicit) {
      out.append("{ ");
      write(body);
      out.append(" }");
    } else {
      operand(body, bindsTighter(body, least));
    }
  }

  private void operand(Body body, boolean plain) {
    out.append(plain ? "" : "(");
    write(body);
    out.append(plain ? "" : ")");
  }

  /** Whether an operand needs no parentheses. */
  private static boolean bindsTighter(Body body, int least) {
    Expr expr = body.exprs().get(0);
    if (!expr.withs().isEmpty()) {
      return false;
    } else if (expr.form() instanceof Expr.Logical l) {
      return (l.isAnd() ? AND : OR) >= least;
    }
    return !(expr.form() instanceof Expr.Negation) || NOT >= least;
  }

  private void some(Expr.SomeDeclaration some) {
    if (some.symbols().size() == 1 && some.symbols().get(0) instanceof Call member) {
      List<Term> args = member.args();
      list(args.subList(0, args.size() - 1), ", ");
      out.append(" in ");
      term(args.get(args.size() - 1));
    } else {
      list(some.symbols(), ", ");
    }
  }

  private void every(Expr.Every every) {
    out.append("every ");
    if (every.key() != null && !isMade(every.key())) {
      term(every.key());
      out.append(", ");
    }
    term(every.value());
    out.append(" in ");
    term(every.domain());
    out.append(" { ");
    write(every.body());
    out.append(" }");
  }

  /** Whether the compiler made a variable, which nobody has written. */
  private boolean isMade(Term term) {
    return asWritten && term instanceof Var v && names.apply(v.name()).startsWith("__local");
  }

  private void head(Head head) {
    ref(head.ref());
    if (head.args() != null && !head.args().isEmpty()) {
      enclosed("(", head.args(), ")");
    }
    if (head.isPartialSet() && head.key() != null) {
      out.append(" contains ");
      term(head.key());
    }
    if (head.value() != null) {
      out.append(head.assign() ? " := " : " = ");
      term(head.value());
    }
  }

  private void rule(Rule rule) {
    out.append(rule.isDefault() ? "default " : "");
    head(rule.head());
    if (rule.isDefault()) {
      return;
    }
    body(rule);
    for (Rule link = rule.elseRule(); link != null; link = link.elseRule()) {
      out.append(" else");
      Term value = link.head().value();
      if (value != null) {
        out.append(" = ");
        term(value);
      }
      body(link);
    }
  }

  private void body(Rule rule) {
    out.append(" if { ");
    write(rule.body());
    out.append(" }");
  }
}
