package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.builtin.BuiltinDescriptor;
import dev.kspm.rego.internal.ast.Body;
import dev.kspm.rego.internal.ast.Expr;
import dev.kspm.rego.internal.ast.Ref;
import dev.kspm.rego.internal.ast.Rule;
import dev.kspm.rego.internal.ast.Term;
import dev.kspm.rego.internal.ast.Var;
import dev.kspm.rego.internal.ast.With;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks the targets of {@code with} modifiers and makes their values flat. */
final class WithValues {
  private static final Set<String> NEVER_REPLACED =
      Set.of("eq", "rego.metadata.chain", "rego.metadata.rule");

  private static final String REPLACING = "with keyword replacing built-in function: ";

  private final Compilation compilation;
  private final Functions functions;

  /** Modifiers are shared by the expressions that were hoisted out of one. */
  private final Map<With, With> done = new IdentityHashMap<>();

  private boolean query;
  private boolean closed;

  WithValues(Compilation compilation, Functions functions) {
    this.compilation = compilation;
    this.functions = functions;
  }

  Rule rule(Rule rule) {
    Body body = body(rule.body());
    Rule elseRule = rule.elseRule() == null ? null : rule(rule.elseRule());
    return TreeRewriter.rebuild(rule, closures.head(rule.head()), body, elseRule);
  }

  /**
   * OPA leaves the closures of a query alone: targets are not checked there, and a builtin's name
   * as value stays a variable.
   */
  Body query(Body body) {
    query = true;
    return body(body);
  }

  private final TreeRewriter closures =
      new TreeRewriter() {
        @Override
        Body body(Body body) {
          boolean outer = closed;
          closed = true;
          Body rewritten = WithValues.this.body(body);
          closed = outer;
          return rewritten;
        }

        @Override
        With with(With with) {
          return with;
        }
      };

  Body body(Body body) {
    if (!isLeft()
        && !body.exprs().stream().allMatch(expr -> expr.withs().stream().allMatch(this::check))) {
      // One complaint for each body will do; nor is there one about what is inside.
      return body;
    }
    List<Expr> exprs = new ArrayList<>(body.exprs().size());
    for (Expr expr : body.exprs()) {
      Expr inner = closures.expr(expr);
      if (!inner.withs().isEmpty()) {
        List<Expr> before = new ArrayList<>();
        inner = inner.withWiths(TreeRewriter.map(inner.withs(), w -> with(w, before)));
        exprs.addAll(before);
      }
      exprs.add(inner);
    }
    return new Body(exprs, body.span());
  }

  private boolean isLeft() {
    return query && closed;
  }

  private With with(With with, List<Expr> before) {
    With known = done.get(with);
    if (known != null) {
      return known;
    }
    With rewritten = new With(target(with), value(with, before), with.span());
    done.put(with, rewritten);
    done.put(rewritten, rewritten);
    return rewritten;
  }

  private Term target(With with) {
    return with.target() instanceof Var v
        ? new Ref(List.of(v), v.span())
        : closures.term(with.target());
  }

  private Term value(With with, List<Expr> before) {
    Term value = closures.term(with.value());
    Ref target = asRef(with.target());
    Ref name = isLeft() && value instanceof Var ? null : asRef(value);
    boolean isBuiltin = name != null && functions.builtin(name) != null;
    if (name != null && target != null) {
      boolean isFunction = functions.isFunction(name);
      boolean named =
          isCallable(target)
              ? isBuiltin || isFunction || !functions.definitions(name).isEmpty()
              : isFunction && Refs.startsWithData(target);
      if (named) {
        return name;
      }
    }
    if (!isBuiltin && !Terms.needsEvaluation(value)) {
      return value;
    }
    Var moved = compilation.names.nextVar(value.span());
    before.add(Terms.equality(moved, value, value.span(), List.of()));
    return moved;
  }

  private boolean isCallable(Ref ref) {
    return functions.builtin(ref) != null || functions.isFunction(ref);
  }

  private static @Nullable Ref asRef(Term term) {
    if (term instanceof Ref ref) {
      return ref;
    }
    return term instanceof Var v ? new Ref(List.of(v), v.span()) : null;
  }

  private boolean check(With with) {
    if (done.containsKey(with)) {
      return true;
    }
    Ref target = asRef(with.target());
    String root = target == null ? null : Refs.root(target);
    if (target != null && "input".equals(root)) {
      return true;
    } else if (target != null && "data".equals(root)) {
      return checkDocument(target);
    }
    BuiltinDescriptor builtin = target == null ? null : functions.builtin(target);
    if (builtin == null && target != null && NEVER_REPLACED.contains(target.toString())) {
      compilation.error(
          Codes.COMPILE, with.target().span(), REPLACING + invalid(target.toString()));
      return false;
    }
    if (builtin == null) {
      compilation.error(
          Codes.TYPE,
          with.target().span(),
          "with keyword target must reference existing input, data, or a function");
      return false;
    }
    String problem = problem(builtin);
    if (problem != null) {
      compilation.error(Codes.COMPILE, with.target().span(), REPLACING + problem);
    }
    return problem == null;
  }

  private static String invalid(String name) {
    return "replacement of \"" + name + "\" invalid";
  }

  private static @Nullable String problem(BuiltinDescriptor builtin) {
    if (NEVER_REPLACED.contains(builtin.name())) {
      return invalid(builtin.name());
    } else if (builtin.name().startsWith("internal.")) {
      return "replacement of internal function \"" + builtin.name() + "\" invalid";
    } else if (builtin.relation()) {
      return "target must not be a relation";
    } else if (builtin.type().result() == null) {
      return "target must not be a void function";
    }
    return null;
  }

  /** A document below a rule's own can not be replaced, as the rule makes it whole. */
  private boolean checkDocument(Ref target) {
    RuleTree node = functions.rules();
    for (int i = 1; i < target.size() && node != null; i++) {
      if (!node.rules().isEmpty()) {
        compilation.error(
            Codes.COMPILE,
            target.span(),
            "with keyword cannot partially replace virtual document(s)");
        return false;
      }
      node =
          target.operand(i) instanceof dev.kspm.rego.internal.ast.Scalar s
              ? node.child(s.value())
              : null;
    }
    return true;
  }
}
