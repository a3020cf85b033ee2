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
import dev.kspm.rego.internal.ast.Var;
import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The types of variables and documents where a body stands; closures have scopes of their own. */
final class TypeScope {
  private final @Nullable TypeScope outer;
  private final Map<String, RegoType> variables = new HashMap<>();

  /** The types of comprehensions whose bodies were checked. */
  private final Map<Term, TypeScope> closures = new IdentityHashMap<>();

  private DocumentTypes data;
  private DocumentTypes input;

  TypeScope(DocumentTypes data, DocumentTypes input) {
    this.outer = null;
    this.data = data;
    this.input = input;
  }

  private TypeScope(TypeScope outer) {
    this.outer = outer;
    this.data = outer.data;
    this.input = outer.input;
  }

  TypeScope inner() {
    return new TypeScope(this);
  }

  DocumentTypes document(String root) {
    return root.equals("data") ? data : input;
  }

  /** What a {@code with} modifier may put at a path. */
  void replace(Ref target, RegoType type) {
    List<Value> path = new ArrayList<>();
    for (Term part : target.parts().subList(1, target.size())) {
      if (!(part instanceof Scalar s)) {
        return;
      }
      path.add(s.value());
    }
    boolean isInput = "input".equals(Refs.root(target));
    RegoType both = Types.orAny(Types.union(of(target), type));
    if (isInput) {
      input = input.with(path, both);
    } else {
      data = data.with(path, both);
    }
  }

  /** What a schema says about a document. */
  void declare(Ref path, RegoType type) {
    List<Value> below = new ArrayList<>();
    path.parts().stream().skip(1).forEach(p -> below.add(((Scalar) p).value()));
    if ("input".equals(Refs.root(path))) {
      input = input.with(below, type);
    } else {
      data = data.with(below, type);
    }
  }

  void closure(Term comprehension, TypeScope scope) {
    closures.put(comprehension, scope);
  }

  void set(String variable, RegoType type) {
    variables.put(variable, type);
  }

  @Nullable RegoType variable(String name) {
    RegoType found = variables.get(name);
    return found != null || outer == null ? found : outer.variable(name);
  }

  /** As {@link #of}, but of a composite what is known of its parts. */
  @Nullable RegoType asFarAsKnown(Term term) {
    RegoType known = of(term);
    if (known != null) {
      return known;
    } else if (term instanceof ArrayTerm array) {
      return new RegoType.ArrayOf(
          array.elements().stream().map(e -> orUnknown(asFarAsKnown(e))).toList(), null);
    } else if (term instanceof ObjectTerm object) {
      TreeMap<Value, RegoType> properties = new TreeMap<>();
      RegoType keys = null;
      RegoType values = null;
      for (ObjectTerm.Member member : object.members()) {
        Value key = Terms.constant(member.key());
        RegoType value = asFarAsKnown(member.value());
        if (key != null) {
          properties.put(key, orUnknown(value));
        } else {
          keys = Types.union(keys, orUnknown(asFarAsKnown(member.key())));
          values = Types.union(values, orUnknown(value));
        }
      }
      return Types.object(properties, keys, values);
    }
    return null;
  }

  private static RegoType orUnknown(@Nullable RegoType type) {
    return type == null ? RegoType.UNKNOWN : type;
  }

  /** The type of a term, {@code null} while it is not known. */
  @Nullable RegoType of(Term term) {
    if (term instanceof Scalar s) {
      return Types.of(s.value());
    } else if (term instanceof Var v) {
      return variable(v.name());
    } else if (term instanceof Ref ref) {
      return reference(ref);
    } else if (term instanceof ArrayTerm array) {
      List<RegoType> elements = new ArrayList<>();
      for (Term e : array.elements()) {
        RegoType type = of(e);
        if (type == null) {
          return null;
        }
        elements.add(type);
      }
      return new RegoType.ArrayOf(elements, null);
    } else if (term instanceof SetTerm set) {
      RegoType element = null;
      for (Term e : set.elements()) {
        element = Types.union(element, of(e));
      }
      return new RegoType.SetOf(Types.orAny(element));
    } else if (term instanceof ObjectTerm object) {
      return object(object);
    }
    return comprehension(term);
  }

  private @Nullable RegoType object(ObjectTerm object) {
    TreeMap<Value, RegoType> properties = new TreeMap<>();
    RegoType keys = null;
    RegoType values = null;
    for (ObjectTerm.Member member : object.members()) {
      RegoType value = of(member.value());
      Value constant = Terms.constant(member.key());
      if (value == null) {
        return null;
      } else if (constant != null) {
        properties.put(constant, value);
        continue;
      }
      RegoType key = of(member.key());
      if (key == null) {
        return null;
      }
      keys = Types.union(keys, key);
      values = Types.union(values, value);
    }
    return Types.object(properties, keys, values);
  }

  private @Nullable RegoType comprehension(Term term) {
    TypeScope inside = closures.get(term);
    if (inside == null) {
      return outer == null ? null : outer.comprehension(term);
    } else if (term instanceof ArrayComprehension c) {
      return new RegoType.ArrayOf(List.of(), Types.orAny(inside.of(c.term())));
    } else if (term instanceof SetComprehension c) {
      return new RegoType.SetOf(Types.orAny(inside.of(c.term())));
    } else if (term instanceof ObjectComprehension c) {
      return new RegoType.ObjectOf(
          List.of(), inside.of(c.key()), Types.orAny(inside.of(c.value())));
    }
    return null;
  }

  private @Nullable RegoType reference(Ref ref) {
    String root = Refs.root(ref);
    if (root == null) {
      return null;
    } else if (!Refs.isRootDocument(root)) {
      RegoType type = variable(root);
      return type == null ? null : select(type, ref, 1);
    }
    DocumentTypes node = document(root);
    for (int i = 1; i < ref.size(); i++) {
      Value key = Terms.constant(ref.operand(i));
      DocumentTypes member = key == null ? null : node.member(key);
      if (member == null) {
        if (node.isLeaf()) {
          return select(node.type(), ref, i);
        }
        return key != null ? RegoType.ANY : select(node.extent(), ref, i);
      }
      node = member;
    }
    return !node.isLeaf() && node.members().isEmpty() ? RegoType.ANY : node.extent();
  }

  private static @Nullable RegoType select(@Nullable RegoType type, Ref ref, int from) {
    RegoType found = type;
    for (int i = from; i < ref.size() && found != null; i++) {
      Value key = Terms.constant(ref.operand(i));
      found = key != null ? Types.select(found, key) : Types.values(found);
    }
    return found;
  }
}
