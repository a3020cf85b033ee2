package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.builtin.RegoType;
import dev.kspm.rego.internal.ast.ArrayComprehension;
import dev.kspm.rego.internal.ast.ArrayTerm;
import dev.kspm.rego.internal.ast.ObjectComprehension;
import dev.kspm.rego.internal.ast.ObjectTerm;
import dev.kspm.rego.internal.ast.Ref;
import dev.kspm.rego.internal.ast.Scalar;
import dev.kspm.rego.internal.ast.SetComprehension;
import dev.kspm.rego.internal.ast.SetTerm;
import dev.kspm.rego.internal.ast.Term;
import dev.kspm.rego.internal.ast.TermOrder;
import dev.kspm.rego.internal.ast.Var;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The types of variables and documents where an expression stands. Scopes lie inside each other:
 * what one does not know of, the one around it is asked for, and outside of all a document can be
 * anything.
 */
final class TypeScope {
  private final @Nullable TypeScope outer;
  private final DocumentTypes documents;
  private final Map<String, RegoType> variables;
  private final Names names;

  /** The scopes of comprehensions whose bodies were checked. */
  private final Map<Term, TypeScope> closures = new IdentityHashMap<>();

  private TypeScope(
      @Nullable TypeScope outer,
      DocumentTypes documents,
      Map<String, RegoType> variables,
      Names names) {
    this.outer = outer;
    this.documents = documents;
    this.variables = variables;
    this.names = names;
  }

  /** What names are outside of all scopes. */
  interface Names {
    /** The type of a builtin that has this name. */
    @Nullable RegoType builtin(String name);

    /** Whether a reference that begins with this variable never has a type. */
    boolean isUntyped(String variable);
  }

  /** The outermost scope. */
  static TypeScope of(DocumentTypes documents, Names names) {
    return new TypeScope(null, documents, new HashMap<>(), names);
  }

  /** A scope with variables of its own. */
  TypeScope inner() {
    return inner(new DocumentTypes());
  }

  TypeScope inner(DocumentTypes known) {
    return new TypeScope(this, known, new HashMap<>(), names);
  }

  /** A scope with other documents, whose variables belong to this one. */
  TypeScope replacing(DocumentTypes replaced) {
    return new TypeScope(this, replaced, variables, names);
  }

  @Nullable TypeScope outer() {
    return outer;
  }

  /** What this scope itself knows of a root document. */
  @Nullable DocumentTypes document(String root) {
    return documents.member(StringValue.of(root));
  }

  void closure(Term comprehension, TypeScope scope) {
    closures.put(comprehension, scope);
  }

  void set(String variable, @Nullable RegoType type) {
    if (type != null) {
      variables.put(variable, type);
    }
  }

  @Nullable RegoType variable(String name) {
    RegoType found = variables.get(name);
    if (found != null) {
      return found;
    }
    return outer == null ? names.builtin(name) : outer.variable(name);
  }

  /**
   * The type of a term. It may have unknown parts; it is {@code null} when nothing is known or
   * nothing is there.
   */
  @Nullable RegoType of(Term term) {
    if (term instanceof Scalar s) {
      return Types.of(s.value());
    } else if (term instanceof Var v) {
      return variable(v.name());
    } else if (term instanceof Ref ref) {
      return reference(ref);
    } else if (term instanceof ArrayTerm array) {
      List<RegoType> elements = new ArrayList<>();
      array.elements().forEach(e -> elements.add(Types.orUnknown(of(e))));
      return new RegoType.ArrayOf(elements, null);
    } else if (term instanceof SetTerm set) {
      RegoType element = null;
      for (Term e : set.elements()) {
        element = Types.union(element, of(e));
      }
      return new RegoType.SetOf(element);
    } else if (term instanceof ObjectTerm object) {
      return object(object);
    }
    return comprehension(term);
  }

  /** Of members whose keys are no constants the last one counts. */
  private RegoType object(ObjectTerm object) {
    TreeMap<Value, RegoType> properties = new TreeMap<>();
    RegoType keys = null;
    RegoType values = null;
    for (ObjectTerm.Member member : sorted(object)) {
      Value key = Terms.constant(member.key());
      RegoType value = Types.orUnknown(of(member.value()));
      if (key == null) {
        keys = Types.orUnknown(of(member.key()));
        values = value;
      } else {
        properties.put(Types.key(key), value);
      }
    }
    return Types.object(properties, keys, values);
  }

  static List<ObjectTerm.Member> sorted(ObjectTerm object) {
    List<ObjectTerm.Member> members = new ArrayList<>(object.members());
    members.sort(Comparator.comparing(ObjectTerm.Member::key, TermOrder.ORDER));
    return members;
  }

  private @Nullable RegoType comprehension(Term term) {
    TypeScope inside = closures.get(term);
    if (inside == null) {
      return outer == null ? null : outer.comprehension(term);
    } else if (term instanceof ArrayComprehension c) {
      return new RegoType.ArrayOf(List.of(), inside.of(c.term()));
    } else if (term instanceof SetComprehension c) {
      return new RegoType.SetOf(inside.of(c.term()));
    } else if (term instanceof ObjectComprehension c) {
      return Types.map(inside.of(c.key()), inside.of(c.value()));
    }
    return null;
  }

  private @Nullable RegoType reference(Ref ref) {
    String root = Refs.root(ref);
    if (root == null || names.isUntyped(root)) {
      return null;
    } else if (!Refs.isRootDocument(root)) {
      RegoType type = variable(root);
      return type == null ? null : select(type, ref, 1);
    }
    for (TypeScope scope = this; scope != null; scope = scope.outer) {
      DocumentTypes node = scope.document(root);
      int at = 1;
      while (node != null && at < ref.size()) {
        DocumentTypes member = node.member(Terms.constant(ref.operand(at)));
        if (member == null && node.type() != null) {
          return select(node.type(), ref, at);
        } else if (member == null && !Terms.isGround(ref.operand(at))) {
          return select(node.extent(), ref, at);
        }
        node = member;
        at++;
      }
      if (node != null) {
        return node.extent();
      }
    }
    return RegoType.ANY;
  }

  /** What a reference selects; iterating over what is empty gives anything. */
  private static @Nullable RegoType select(@Nullable RegoType type, Ref ref, int from) {
    RegoType found = type;
    for (int i = from; i < ref.size() && found != null; i++) {
      if (ref.operand(i) instanceof Scalar s) {
        found = Types.select(found, Types.key(s.value()));
      } else if (Types.isEmpty(found)) {
        return RegoType.ANY;
      } else {
        found = Types.values(found);
      }
    }
    return found;
  }
}
