package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.builtin.RegoType;
import dev.kspm.rego.internal.ast.Expr;
import dev.kspm.rego.internal.ast.Ref;
import dev.kspm.rego.internal.ast.Scalar;
import dev.kspm.rego.internal.ast.Term;
import dev.kspm.rego.internal.ast.With;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What {@code with} does to types: a document may also be of the type of its replacement, and of
 * rules that depend on it nothing is known.
 */
final class Replacements {
  private final Functions functions;
  private final DependencyGraph graph;
  private final RuleUses uses;

  /** By target: the documents that depend on it. */
  private final Map<String, DocumentTypes> relaxed = new HashMap<>();

  Replacements(Functions functions, DependencyGraph graph) {
    this.functions = functions;
    this.graph = graph;
    this.uses = new RuleUses(functions.rules());
  }

  /** The scope in which an expression with modifiers is checked. */
  TypeScope scope(Expr expr, TypeScope around) {
    TypeScope scope = around;
    DocumentTypes replaced = null;
    for (With with : expr.withs()) {
      if (!(with.target() instanceof Ref target)) {
        continue;
      }
      RegoType type = functions.type(target, around);
      boolean isFunction = type instanceof RegoType.Function;
      DocumentTypes dependents = dependents(target, isFunction);
      scope = dependents == null ? scope : scope.replacing(dependents);
      if (!isFunction) {
        replaced = replaced == null ? new DocumentTypes() : replaced;
        RegoType value = around.of(with.value());
        RegoType both =
            type == null || value == null || !Refs.isGround(target)
                ? RegoType.ANY
                : Types.orAny(Types.union(type, value));
        replaced.put(groundPath(target), both);
      }
    }
    return replaced == null ? scope : scope.replacing(replaced);
  }

  /** The constant parts in front, the root included. */
  static List<Value> groundPath(Ref ref) {
    List<Value> path = new ArrayList<>();
    path.add(StringValue.of(Refs.headName(ref)));
    for (Term part : ref.parts().subList(1, ref.size())) {
      if (!(part instanceof Scalar s)) {
        break;
      }
      path.add(s.value());
    }
    return path;
  }

  private @Nullable DocumentTypes dependents(Ref target, boolean isFunction) {
    if (!Refs.startsWithData(target)) {
      return null;
    }
    String key = (isFunction ? "function " : "") + target;
    DocumentTypes known = relaxed.get(key);
    if (known == null) {
      known = new DocumentTypes();
      for (CompiledRule rule : reaching(target)) {
        List<Value> path = groundPath(rule.ref());
        if (!isFunction || !path.equals(groundPath(target))) {
          known.put(path, RegoType.ANY);
        }
      }
      relaxed.put(key, known);
    }
    return known.keys().isEmpty() ? null : known;
  }

  /** The rules that a reference reaches, and all that depend on these. */
  private Set<CompiledRule> reaching(Ref target) {
    Set<CompiledRule> found = new LinkedHashSet<>();
    Deque<CompiledRule> todo = new ArrayDeque<>(uses.reached(target));
    while (!todo.isEmpty()) {
      CompiledRule rule = todo.remove();
      if (found.add(rule)) {
        todo.addAll(graph.dependents(rule));
      }
    }
    return found;
  }
}
