package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.builtin.RegoType;
import dev.kspm.rego.diagnostic.Diagnostic;
import dev.kspm.rego.internal.ast.Ref;
import dev.kspm.rego.internal.ast.Scalar;
import dev.kspm.rego.internal.ast.Term;
import dev.kspm.rego.internal.ast.Var;
import dev.kspm.rego.value.StringValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Follows one reference, operand by operand, and learns the types of variables it iterates over.
 */
final class ReferenceCheck {
  /** What is wrong, and whether there is anything more to look at. */
  private record Outcome(@Nullable Diagnostic wrong, boolean isEnd) {
    static final Outcome RIGHT = new Outcome(null, true);
    static final Outcome NOT_HERE = new Outcome(null, false);
  }

  private final TypeErrors errors;
  private final TypeScope scope;
  private final Ref ref;

  ReferenceCheck(TypeErrors errors, TypeScope scope, Ref ref) {
    this.errors = errors;
    this.scope = scope;
    this.ref = ref;
  }

  /** What is wrong, or {@code null}. */
  @Nullable Diagnostic check() {
    String root = Refs.root(ref);
    if (root == null || errors.isOfScalar(root)) {
      return null;
    } else if (scope.of(ref) instanceof RegoType.Function f) {
      return errors.notCalled(ref, ref.size() - 1, f);
    } else if (!Refs.isRootDocument(root)) {
      if (scope.variable(root) == null) {
        scope.set(root, RegoType.ANY);
      }
      return below(scope.variable(root), 1).wrong();
    }
    for (TypeScope s = scope; s != null; s = s.outer()) {
      DocumentTypes node = s.document(root);
      Outcome outcome = node == null ? Outcome.NOT_HERE : document(node, 1);
      if (outcome.isEnd()) {
        return outcome.wrong();
      }
    }
    return below(RegoType.ANY, 1).wrong();
  }

  private static Outcome wrong(Diagnostic diagnostic) {
    return new Outcome(diagnostic, true);
  }

  private Outcome document(DocumentTypes node, int at) {
    if (node.type() != null) {
      return below(node.type(), at);
    } else if (at == ref.size()) {
      return Outcome.RIGHT;
    }
    Term operand = ref.operand(at);
    boolean isName =
        operand instanceof Var || operand instanceof Scalar s && s.value() instanceof StringValue;
    if (at <= 2 && !isName) {
      return wrong(
          errors.noMember(ref, at, scope.of(operand), RegoType.STRING, List.copyOf(node.keys())));
    } else if (operand instanceof Var v) {
      RegoType keys = Types.keys(node.extent());
      RegoType known = scope.variable(v.name());
      if (known == null) {
        scope.set(v.name(), keys);
      } else if (!TypeMatch.possible(keys, known)) {
        return wrong(errors.noMember(ref, at, known, keys, List.copyOf(node.keys())));
      }
    }
    DocumentTypes member = node.member(Terms.constant(operand));
    return member == null ? Outcome.NOT_HERE : document(member, at + 1);
  }

  /** Follows operands into a type. */
  private Outcome below(@Nullable RegoType type, int at) {
    if (at == ref.size()) {
      return Outcome.RIGHT;
    }
    Term operand = ref.operand(at);
    RegoType keys = Types.keys(type);
    if (Types.isEmpty(type)) {
      return empty(operand, keys, at);
    } else if (keys == null) {
      return wrong(errors.noMembers(ref, at - 1, type));
    } else if (operand instanceof Scalar s) {
      RegoType member = Types.select(type, Types.key(s.value()));
      return member == null
          ? wrong(errors.noMember(ref, at, null, keys, TypeErrors.keys(type)))
          : below(member, at + 1);
    } else if (operand instanceof Var || operand instanceof Ref) {
      RegoType known = scope.of(operand);
      if (known != null && !TypeMatch.possible(known, keys)) {
        return wrong(errors.noMember(ref, at, known, keys, TypeErrors.keys(type)));
      } else if (known == null && operand instanceof Var v) {
        scope.set(v.name(), keys);
      }
    } else if (!new Inference(scope).fits(operand, keys)) {
      return wrong(errors.noMember(ref, at, scope.of(operand), keys, List.of()));
    }
    return below(Types.values(type), at + 1);
  }

  /** A constant is no key of what is empty; to iterate over it is no mistake. */
  private Outcome empty(Term operand, @Nullable RegoType keys, int at) {
    if (operand instanceof Scalar) {
      return wrong(errors.noMember(ref, at, null, null, List.of()));
    } else if (operand instanceof Var v) {
      RegoType known = scope.variable(v.name());
      if (known == null) {
        scope.set(v.name(), RegoType.ANY);
      } else if (keys != null && !TypeMatch.possible(known, keys)) {
        return wrong(errors.noMember(ref, at, known, keys, List.of()));
      }
    }
    return Outcome.RIGHT;
  }
}
