package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.builtin.RegoType;
import dev.kspm.rego.diagnostic.Diagnostic;
import dev.kspm.rego.internal.ast.Ref;
import dev.kspm.rego.internal.ast.Term;
import dev.kspm.rego.internal.ast.Var;
import dev.kspm.rego.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Follows one reference, operand by operand, and learns the types of variables it iterates over.
 */
final class ReferenceCheck {
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
    }
    if (!Refs.isRootDocument(root) && scope.variable(root) == null) {
      scope.set(root, RegoType.ANY);
    }
    if (scope.of(ref) instanceof RegoType.Function f) {
      return errors.notCalled(ref, f);
    } else if (!Refs.isRootDocument(root)) {
      return typed(Types.orAny(scope.variable(root)), 1);
    }
    return document(scope.document(root), 1);
  }

  private @Nullable Diagnostic document(DocumentTypes node, int at) {
    if (at == ref.size()) {
      return null;
    }
    Term operand = ref.operand(at);
    Value key = Terms.constant(operand);
    if (key != null) {
      DocumentTypes member = node.member(key);
      if (member != null) {
        return member.isLeaf() && member.members().isEmpty()
            ? typed(member.type(), at + 1)
            : document(member, at + 1);
      }
      return node.isLeaf() ? typed(node.type(), at) : typed(RegoType.ANY, at + 1);
    } else if (node.isLeaf()) {
      return typed(node.type(), at);
    } else if (node.members().isEmpty()) {
      return typed(RegoType.ANY, at);
    }
    if (operand instanceof Var v) {
      RegoType keys = Types.orAny(Types.keys(node.extent()));
      RegoType known = scope.variable(v.name());
      if (known == null) {
        scope.set(v.name(), keys);
      } else if (!Types.unifies(keys, known)) {
        return errors.noMember(ref, at, known, keys, node.members().keySet().stream().toList());
      }
    }
    for (DocumentTypes member : node.members().values()) {
      // for the types of variables; errors below one of several members are none of the whole
      if (member.isLeaf()) {
        typed(member.type(), at + 1);
      } else {
        document(member, at + 1);
      }
    }
    return null;
  }

  private @Nullable Diagnostic typed(@Nullable RegoType type, int at) {
    if (at == ref.size()) {
      return null;
    }
    RegoType keys = Types.keys(type);
    if (keys == null) {
      return errors.noMembers(ref, at - 1, type);
    }
    Term operand = ref.operand(at);
    Value key = Terms.constant(operand);
    if (key != null) {
      RegoType member = Types.select(type, key);
      return member == null
          ? errors.noMember(ref, at, null, keys, TypeErrors.keys(type))
          : typed(member, at + 1);
    }
    RegoType known = scope.of(operand);
    if (operand instanceof Var v) {
      if (known == null) {
        scope.set(v.name(), keys);
      } else if (!Types.unifies(known, keys)) {
        return errors.noMember(ref, at, known, keys, TypeErrors.keys(type));
      }
    } else if (known != null && !Types.unifies(known, keys)) {
      return errors.noMember(ref, at, known, keys, java.util.List.of());
    }
    return typed(Types.values(type), at + 1);
  }
}
