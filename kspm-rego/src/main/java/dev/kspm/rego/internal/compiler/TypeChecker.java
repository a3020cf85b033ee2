package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.builtin.BuiltinDescriptor;
import dev.kspm.rego.builtin.RegoType;
import dev.kspm.rego.diagnostic.Diagnostic;
import dev.kspm.rego.internal.ast.ArrayComprehension;
import dev.kspm.rego.internal.ast.Body;
import dev.kspm.rego.internal.ast.Expr;
import dev.kspm.rego.internal.ast.ObjectComprehension;
import dev.kspm.rego.internal.ast.Ref;
import dev.kspm.rego.internal.ast.SetComprehension;
import dev.kspm.rego.internal.ast.Term;
import dev.kspm.rego.internal.ast.With;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks the bodies of rules and queries: that references can exist, arguments fit, and two sides
 * of an equality can have a value in common. Learns the types of variables on the way.
 */
final class TypeChecker {
  /** An error, and whether it may only be the echo of another one in the same expression. */
  private record Found(Diagnostic diagnostic, boolean ofUnknownType) {}

  private static final Set<String> EQUALITIES = Set.of("eq", "assign");

  private final Functions functions;
  private final TypeErrors errors;
  private final Replacements replacements;

  TypeChecker(Compilation compilation, Functions functions, DependencyGraph graph) {
    this.functions = functions;
    this.errors = new TypeErrors(compilation);
    this.replacements = new Replacements(functions, graph);
  }

  /** The outermost scope of what is checked. */
  TypeScope scope(DocumentTypes documents) {
    return TypeScope.of(
        documents,
        new TypeScope.Names() {
          @Override
          public @Nullable RegoType builtin(String name) {
            return functions.builtinType(name);
          }

          @Override
          public boolean isUntyped(String variable) {
            return errors.isOfScalar(variable);
          }
        });
  }

  /** The type of a term, the bodies of comprehensions in which are checked for it. */
  @Nullable RegoType type(Term term, TypeScope scope) {
    new Comprehensions(scope).term(term);
    return scope.of(term);
  }

  /** What is wrong with a body. */
  List<Diagnostic> check(Body body, TypeScope scope) {
    List<Diagnostic> found = new ArrayList<>();
    body.exprs().forEach(expr -> expression(expr, scope, found));
    return found;
  }

  private void expression(Expr expr, TypeScope around, List<Diagnostic> found) {
    TypeScope scope = replacements.scope(expr, around);
    Comprehensions closures = new Comprehensions(scope);
    closures.expr(expr);
    References references = new References(scope);
    references.expression(expr);
    boolean alreadyWrong = !closures.wrong.isEmpty() || !references.wrong.isEmpty();
    found.addAll(closures.wrong);
    found.addAll(references.wrong);
    Found wrong = replacement(expr, scope);
    if (wrong == null && expr.form() instanceof Expr.CallForm call) {
      wrong = call(expr, call, scope);
    }
    if (wrong != null && !(alreadyWrong && wrong.ofUnknownType())) {
      found.add(wrong.diagnostic());
    }
  }

  /** A function may only be replaced by one that takes the same arguments. */
  private @Nullable Found replacement(Expr expr, TypeScope scope) {
    for (With with : expr.withs()) {
      if (with.target() instanceof Ref target
          && with.value() instanceof Ref value
          && functions.type(target, scope) instanceof RegoType.Function wanted
          && functions.type(value, scope) instanceof RegoType.Function given
          && !TypeMatch.possible(wanted, given)) {
        List<@Nullable RegoType> have = new ArrayList<>();
        given.args().forEach(arg -> have.add(arg instanceof RegoType.Named n ? n.type() : arg));
        return found(
            errors.arguments(with.span(), target, "arity mismatch", have, wanted.args()), have);
      }
    }
    return null;
  }

  private static Found found(Diagnostic diagnostic, List<@Nullable RegoType> have) {
    return new Found(diagnostic, !have.stream().allMatch(Types::isKnown));
  }

  private @Nullable Found call(Expr expr, Expr.CallForm call, TypeScope scope) {
    List<Term> args = call.args();
    if (call.operator().size() == 1
        && EQUALITIES.contains(String.valueOf(Refs.root(call.operator())))
        && args.size() == 2) {
      RegoType left = scope.of(args.get(0));
      RegoType right = scope.of(args.get(1));
      return isEqual(args.get(0), args.get(1), scope) ? null : match(expr, left, right);
    }
    BuiltinDescriptor builtin = functions.builtin(call.operator());
    if (builtin != null && builtin.name().startsWith("internal.member_")) {
      int arity = builtin.type().args().size();
      Found wrong = args.size() < arity ? null : members(expr, args.subList(0, arity), scope);
      if (wrong != null) {
        return wrong;
      }
    }
    RegoType type = functions.type(call.operator(), scope);
    return type instanceof RegoType.Function function
        ? arguments(expr, call, function, scope)
        : Types.isAny(type) ? null : new Found(errors.undefined(expr, call.operator()), false);
  }

  private boolean isEqual(Term a, Term b, TypeScope scope) {
    Inference inference = new Inference(scope);
    return b instanceof Ref ref && errors.isOfScalar(Refs.headName(ref))
        ? inference.fits(a, RegoType.ANY)
        : inference.equal(a, b);
  }

  private Found match(Expr expr, @Nullable RegoType left, @Nullable RegoType right) {
    return new Found(
        errors.match(expr.span(), left, right), !Types.isKnown(left) || !Types.isKnown(right));
  }

  /** Whether what is looked for with {@code in} can be in the collection. */
  private @Nullable Found members(Expr expr, List<Term> args, TypeScope scope) {
    RegoType collection = scope.of(args.get(args.size() - 1));
    RegoType values = Types.values(collection);
    if (values == null) {
      return null;
    }
    RegoType keys = Types.keys(collection);
    Found wrong = args.size() == 3 ? member(expr, args.get(0), keys, scope) : null;
    return wrong != null ? wrong : member(expr, args.get(args.size() - 2), values, scope);
  }

  private @Nullable Found member(Expr expr, Term term, @Nullable RegoType wanted, TypeScope scope) {
    if (!Types.isKnown(wanted)) {
      return null;
    }
    RegoType have = scope.of(term);
    boolean fits =
        (!Types.isKnown(have) || TypeMatch.possible(have, wanted))
            && new Inference(scope).fits(term, wanted);
    return fits ? null : match(expr, have, wanted);
  }

  private @Nullable Found arguments(
      Expr expr, Expr.CallForm call, RegoType.Function type, TypeScope scope) {
    List<Term> args = call.args();
    List<RegoType> wanted = new ArrayList<>(type.args());
    if (type.result() != null) {
      wanted.add(type.result());
    }
    List<@Nullable RegoType> before = types(args, scope);
    if (args.size() > wanted.size() && type.variadic() == null) {
      return wrongArguments(expr, call, "too many arguments", before, wanted);
    } else if (args.size() < type.args().size()) {
      return wrongArguments(expr, call, "too few arguments", before, wanted);
    }
    Inference inference = new Inference(scope);
    for (int i = 0; i < args.size(); i++) {
      RegoType want = i < wanted.size() ? wanted.get(i) : type.variadic();
      want = want instanceof RegoType.Named named ? named.type() : want;
      RegoType have = before.get(i);
      if (Types.isKnown(have) && !TypeMatch.possible(have, want)) {
        return wrongArguments(expr, call, "invalid argument(s)", before, wanted);
      } else if (!inference.fits(args.get(i), want)) {
        return wrongArguments(expr, call, "invalid argument(s)", types(args, scope), wanted);
      }
    }
    return null;
  }

  private Found wrongArguments(
      Expr expr,
      Expr.CallForm call,
      String problem,
      List<@Nullable RegoType> have,
      List<RegoType> wanted) {
    return found(errors.arguments(expr.span(), call.operator(), problem, have, wanted), have);
  }

  private static List<@Nullable RegoType> types(List<Term> terms, TypeScope scope) {
    List<@Nullable RegoType> types = new ArrayList<>();
    terms.forEach(t -> types.add(scope.of(t)));
    return types;
  }

  /**
   * Checks the bodies of the comprehensions in an expression, also those in closures that are none,
   * each in a scope of its own. Only the errors of the last one that is wrong are told.
   */
  private final class Comprehensions extends TreeWalker {
    private final TypeScope scope;
    private List<Diagnostic> wrong = List.of();

    Comprehensions(TypeScope scope) {
      this.scope = scope;
    }

    @Override
    void comprehension(Term term) {
      TypeScope inside = scope.inner();
      List<Diagnostic> errors = TypeChecker.this.check(bodyOf(term), inside);
      if (errors.isEmpty()) {
        scope.closure(term, inside);
      } else {
        wrong = errors;
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
    private final List<Diagnostic> wrong = new ArrayList<>();

    References(TypeScope scope) {
      this.scope = scope;
    }

    void expression(Expr expr) {
      expr(expr);
    }

    @Override
    void comprehension(Term term) {
      // its body was checked
    }

    @Override
    void expr(Expr expr) {
      form(expr.form());
      if (expr.form() instanceof Expr.Every || expr.form() instanceof Expr.Logical) {
        // everywhere else targets need not exist
        expr.withs().forEach(this::with);
      }
    }

    @Override
    void term(Term term) {
      if (term instanceof Ref ref) {
        Diagnostic error = new ReferenceCheck(errors, scope, ref).check();
        if (error != null) {
          wrong.add(error);
          if (scope.of(ref) instanceof RegoType.Function) {
            return;
          }
        }
      }
      children(term);
    }
  }
}
