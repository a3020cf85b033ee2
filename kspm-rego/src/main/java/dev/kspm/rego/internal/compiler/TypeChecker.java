package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.builtin.BuiltinDescriptor;
import dev.kspm.rego.builtin.RegoType;
import dev.kspm.rego.diagnostic.Diagnostic;
import dev.kspm.rego.internal.ast.ArrayComprehension;
import dev.kspm.rego.internal.ast.ArrayTerm;
import dev.kspm.rego.internal.ast.Body;
import dev.kspm.rego.internal.ast.Expr;
import dev.kspm.rego.internal.ast.ObjectComprehension;
import dev.kspm.rego.internal.ast.ObjectTerm;
import dev.kspm.rego.internal.ast.Ref;
import dev.kspm.rego.internal.ast.SetComprehension;
import dev.kspm.rego.internal.ast.SetTerm;
import dev.kspm.rego.internal.ast.Term;
import dev.kspm.rego.internal.ast.TermOrder;
import dev.kspm.rego.internal.ast.Var;
import dev.kspm.rego.internal.ast.With;
import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks the bodies of rules and queries: that references can exist, arguments fit, and two sides
 * of an equality can have a value in common. Learns the types of variables on the way.
 */
final class TypeChecker {
  /** An error, and whether it may only be the echo of another one in the same expression. */
  private record Found(Diagnostic diagnostic, boolean ofUnknownType) {}

  private final Functions functions;
  private final TypeErrors errors;
  private final List<Diagnostic> found = new ArrayList<>();

  TypeChecker(Compilation compilation, Functions functions) {
    this.functions = functions;
    this.errors = new TypeErrors(compilation);
  }

  /** What was wrong with the last body; forgets it. */
  List<Diagnostic> takeErrors() {
    List<Diagnostic> taken = List.copyOf(found);
    found.clear();
    return taken;
  }

  void body(Body body, TypeScope scope) {
    body.exprs().forEach(expr -> expression(expr, scope));
  }

  private void expression(Expr expr, TypeScope scope) {
    for (With with : expr.withs()) {
      if (with.target() instanceof Ref target
          && isDocument(target)
          && !functions.isFunction(target)) {
        RegoType type = scope.of(with.value());
        scope.replace(target, Types.orAny(type));
      }
    }
    int before = found.size();
    new Comprehensions(scope).expr(expr);
    new References(scope).expr(expr);
    boolean alreadyWrong = found.size() > before;
    Found wrong = call(expr, scope);
    if (wrong != null && !(alreadyWrong && wrong.ofUnknownType())) {
      found.add(wrong.diagnostic());
    }
    for (With with : expr.withs()) {
      replacement(with);
    }
  }

  private static boolean isDocument(Ref target) {
    String root = Refs.root(target);
    return root != null && Refs.isRootDocument(root);
  }

  /** A function may only be replaced by one that takes as many arguments. */
  private void replacement(With with) {
    if (!(with.target() instanceof Ref target) || !(with.value() instanceof Ref value)) {
      return;
    }
    RegoType.Function wanted = signature(target);
    RegoType.Function given = signature(value);
    if (wanted != null && given != null && wanted.args().size() != given.args().size()) {
      found.add(
          errors.arguments(
              with.span(),
              target,
              "arity mismatch",
              new ArrayList<>(given.args().stream().map(Types::plain).toList()),
              wanted.args()));
    }
  }

  private RegoType.@Nullable Function signature(Ref name) {
    BuiltinDescriptor builtin = functions.builtin(name);
    if (builtin != null) {
      return builtin.type();
    }
    int arity = functions.of(name);
    return arity <= 0
        ? null
        : new RegoType.Function(
            java.util.Collections.nCopies(arity, RegoType.ANY), null, RegoType.ANY);
  }

  private @Nullable Found call(Expr expr, TypeScope scope) {
    if (!(expr.form() instanceof Expr.CallForm call)) {
      return null;
    }
    List<Term> args = call.args();
    if (call.operator().size() == 1
        && "eq".equals(Refs.root(call.operator()))
        && args.size() == 2) {
      if (args.get(1) instanceof Ref ref && errors.isOfScalar(Refs.headName(ref))) {
        fits(args.get(0), RegoType.ANY, false, scope);
        return null;
      }
      RegoType left = scope.of(args.get(0));
      RegoType right = scope.of(args.get(1));
      return equal(args.get(0), left, args.get(1), right, scope)
          ? null
          : new Found(
              errors.match(
                  expr.span(), scope.asFarAsKnown(args.get(0)), scope.asFarAsKnown(args.get(1))),
              left == null || right == null);
    }
    BuiltinDescriptor builtin = functions.builtin(call.operator());
    RegoType.Function type = builtin == null ? null : builtin.type();
    if (builtin == null) {
      type = scope.of(call.operator()) instanceof RegoType.Function f ? f : null;
    }
    if (type == null) {
      return null;
    }
    String name = call.operator().toString();
    if (name.startsWith("internal.member_") && args.size() >= type.args().size()) {
      Found wrong = members(expr, args.subList(0, type.args().size()), scope);
      if (wrong != null) {
        return wrong;
      }
    }
    return arguments(expr, call, type, scope);
  }

  /** Whether what is looked for with {@code in} can be in the collection. */
  private @Nullable Found members(Expr expr, List<Term> args, TypeScope scope) {
    RegoType collection = scope.of(args.get(args.size() - 1));
    RegoType values = Types.values(collection);
    if (values == null) {
      return null;
    }
    RegoType keys = Types.keys(collection);
    Found wrong = args.size() == 3 && keys != null ? member(expr, args.get(0), keys, scope) : null;
    return wrong != null ? wrong : member(expr, args.get(args.size() - 2), values, scope);
  }

  private @Nullable Found member(Expr expr, Term term, RegoType wanted, TypeScope scope) {
    RegoType have = scope.of(term);
    boolean fits =
        (have == null || Types.unifies(have, wanted)) && fits(term, wanted, false, scope);
    return fits ? null : new Found(errors.match(expr.span(), have, wanted), have == null);
  }

  private @Nullable Found arguments(
      Expr expr, Expr.CallForm call, RegoType.Function type, TypeScope scope) {
    List<Term> args = call.args();
    List<RegoType> wanted = new ArrayList<>(type.args());
    if (type.result() != null) {
      wanted.add(type.result());
    }
    if (args.size() > wanted.size() && type.variadic() == null
        || args.size() < type.args().size()) {
      return new Found(
          errors.arguments(
              expr.span(), call.operator(), "arity mismatch", types(args, scope), type.args()),
          false);
    }
    for (int i = 0; i < args.size(); i++) {
      RegoType want = i < wanted.size() ? wanted.get(i) : Types.orAny(type.variadic());
      if (!fits(args.get(i), Types.plain(want), false, scope)) {
        List<@Nullable RegoType> have = types(args, scope);
        return new Found(
            errors.arguments(expr.span(), call.operator(), "invalid argument(s)", have, wanted),
            args.stream().anyMatch(arg -> scope.of(arg) == null));
      }
    }
    return null;
  }

  private static List<@Nullable RegoType> types(List<Term> terms, TypeScope scope) {
    List<@Nullable RegoType> types = new ArrayList<>();
    terms.forEach(t -> types.add(scope.asFarAsKnown(t)));
    return types;
  }

  private boolean equal(
      Term a, @Nullable RegoType left, Term b, @Nullable RegoType right, TypeScope scope) {
    if (left != null && right != null) {
      return Types.unifies(left, right);
    } else if (right != null) {
      return fits(a, right, false, scope);
    } else if (left != null) {
      return fits(b, left, false, scope);
    } else if (a instanceof ArrayTerm x && b instanceof ArrayTerm y) {
      return arrays(x, y, scope);
    } else if (a instanceof ObjectTerm x && b instanceof ObjectTerm y) {
      return objects(x, y, scope);
    } else if (a instanceof Var x && b instanceof Var y) {
      scope.set(x.name(), RegoType.ANY);
      scope.set(y.name(), RegoType.ANY);
      return true;
    }
    return a instanceof Var && b instanceof ArrayTerm
        || a instanceof Var && b instanceof ObjectTerm
        || b instanceof Var && a instanceof ArrayTerm
        || b instanceof Var && a instanceof ObjectTerm;
  }

  private boolean arrays(ArrayTerm a, ArrayTerm b, TypeScope scope) {
    if (a.elements().size() != b.elements().size()) {
      return false;
    }
    for (int i = 0; i < a.elements().size(); i++) {
      Term x = a.elements().get(i);
      Term y = b.elements().get(i);
      if (!equal(x, scope.of(x), y, scope.of(y), scope)) {
        return false;
      }
    }
    return true;
  }

  private boolean objects(ObjectTerm a, ObjectTerm b, TypeScope scope) {
    if (a.members().size() != b.members().size()) {
      return false;
    }
    for (ObjectTerm.Member member : a.members()) {
      Term other = null;
      for (ObjectTerm.Member m : b.members()) {
        if (TermOrder.compare(m.key(), member.key()) == 0) {
          other = m.value();
        }
      }
      Term x = member.value();
      if (other == null || !equal(x, scope.of(x), other, scope.of(other), scope)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a term can have a type; variables in it that have none yet get theirs. */
  private boolean fits(Term term, RegoType type, boolean union, TypeScope scope) {
    if (term instanceof Var v) {
      RegoType known = scope.variable(v.name());
      if (union) {
        scope.set(v.name(), Types.orAny(Types.union(known, type)));
      } else if (known != null) {
        return Types.unifies(known, type);
      } else {
        scope.set(v.name(), type);
      }
      return true;
    } else if (term instanceof ArrayTerm || term instanceof ObjectTerm || term instanceof SetTerm) {
      if (type instanceof RegoType.AnyOf any) {
        if (Types.isAny(any)) {
          parts(term).forEach(part -> fits(part, RegoType.ANY, true, scope));
          return true;
        }
        boolean one = false;
        for (RegoType t : any.types()) {
          one |= fits(term, t, true, scope);
        }
        return one;
      }
      return composite(term, type, union, scope);
    }
    return Types.unifies(scope.of(term), type);
  }

  private boolean composite(Term term, RegoType type, boolean union, TypeScope scope) {
    if (term instanceof ArrayTerm array && type instanceof RegoType.ArrayOf wanted) {
      List<Term> elements = array.elements();
      if (elements.size() != wanted.elements().size() && wanted.rest() == null
          || elements.size() < wanted.elements().size()) {
        return false;
      }
      boolean all = true;
      for (int i = 0; i < elements.size() && all; i++) {
        RegoType want =
            i < wanted.elements().size() ? wanted.elements().get(i) : Types.orAny(wanted.rest());
        all = fits(elements.get(i), want, union, scope);
      }
      return all;
    } else if (term instanceof SetTerm set && type instanceof RegoType.SetOf wanted) {
      return set.elements().stream().allMatch(e -> fits(e, wanted.element(), union, scope));
    } else if (term instanceof ObjectTerm object && type instanceof RegoType.ObjectOf wanted) {
      if (object.members().size() != wanted.properties().size() && wanted.keys() == null) {
        return false;
      }
      for (ObjectTerm.Member m : object.members()) {
        Value constant = Terms.constant(m.key());
        RegoType want = constant != null ? Types.select(wanted, constant) : Types.values(wanted);
        if (want == null || !fits(m.value(), want, union, scope)) {
          return false;
        }
      }
      return true;
    }
    return false;
  }

  private static List<Term> parts(Term term) {
    if (term instanceof ArrayTerm array) {
      return array.elements();
    } else if (term instanceof SetTerm set) {
      return set.elements();
    }
    List<Term> parts = new ArrayList<>();
    ((ObjectTerm) term)
        .members()
        .forEach(
            m -> {
              parts.add(m.key());
              parts.add(m.value());
            });
    return parts;
  }

  /**
   * Checks the bodies of the comprehensions in an expression, also those in closures that are none,
   * each in a scope of its own. Only the errors of the last one that is wrong are told.
   */
  private final class Comprehensions extends TreeWalker {
    private final TypeScope scope;
    private final int before = found.size();

    Comprehensions(TypeScope scope) {
      this.scope = scope;
    }

    @Override
    void comprehension(Term term) {
      TypeScope inside = scope.inner();
      List<Diagnostic> earlier = List.copyOf(found.subList(before, found.size()));
      found.subList(before, found.size()).clear();
      TypeChecker.this.body(bodyOf(term), inside);
      if (found.size() == before) {
        scope.closure(term, inside);
        found.addAll(earlier);
      }
    }

    private Body bodyOf(Term term) {
      if (term instanceof ArrayComprehension c) {
        return c.body();
      }
      return term instanceof SetComprehension c ? c.body() : ((ObjectComprehension) term).body();
    }
  }

  /**
   * Checks the references of an expression, those in comprehensions not. Of the bodies of {@code
   * every}, negations and operands nothing else is checked.
   */
  private final class References extends TreeWalker {
    private final TypeScope scope;

    References(TypeScope scope) {
      this.scope = scope;
    }

    @Override
    void comprehension(Term term) {
      // its body was checked
    }

    @Override
    void with(With with) {
      // targets need not exist
    }

    @Override
    void term(Term term) {
      if (term instanceof Ref ref) {
        Diagnostic wrong = new ReferenceCheck(errors, scope, ref).check();
        if (wrong != null) {
          found.add(wrong);
          return;
        }
      }
      children(term);
    }
  }
}
