package dev.kspm.rego.internal.compiler;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The stack of scopes while locals are renamed: a rule, and the closures inside it. */
final class Scopes {
  /** How a name came into a scope. */
  enum Occurrence {
    /** Not at all. */
    NONE,
    /** As a parameter. */
    ARGUMENT,
    /** It was used before any declaration. */
    SEEN,
    /** By {@code :=}. */
    ASSIGNED,
    /** By {@code some} or {@code every}. */
    DECLARED
  }

  /** One scope; names in the order in which they came. */
  static final class Scope {
    final Map<String, String> renamed = new LinkedHashMap<>();
    final Map<String, Occurrence> occurrences = new LinkedHashMap<>();
    final Map<String, Integer> uses = new LinkedHashMap<>();

    Scope copy() {
      Scope copy = new Scope();
      copy.renamed.putAll(renamed);
      copy.occurrences.putAll(occurrences);
      copy.uses.putAll(uses);
      return copy;
    }
  }

  private final List<Scope> scopes = new ArrayList<>();

  Scopes() {
    push();
  }

  private Scopes(List<Scope> scopes) {
    this.scopes.addAll(scopes);
  }

  Scopes copy() {
    return new Scopes(scopes.stream().map(Scope::copy).toList());
  }

  void push() {
    scopes.add(new Scope());
  }

  Scope pop() {
    return scopes.remove(scopes.size() - 1);
  }

  Scope top() {
    return scopes.get(scopes.size() - 1);
  }

  void insert(String name, String newName, Occurrence occurrence) {
    Scope top = top();
    top.renamed.put(name, newName);
    top.occurrences.put(name, occurrence);
    top.uses.put(name, 1);
  }

  /** The new name of a declared name, from the innermost scope that has it. */
  @Nullable String renamed(String name) {
    for (int i = scopes.size() - 1; i >= 0; i--) {
      String found = scopes.get(i).renamed.get(name);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** How the name came into the innermost scope. */
  Occurrence occurrence(String name) {
    return top().occurrences.getOrDefault(name, Occurrence.NONE);
  }

  /** Counts a use of a name, in the innermost scope that has it. */
  void use(String name) {
    for (int i = scopes.size() - 1; i >= 0; i--) {
      Scope scope = scopes.get(i);
      if (scope.renamed.containsKey(name)) {
        scope.uses.merge(name, 1, Integer::sum);
        return;
      }
    }
  }

  int uses(String name) {
    for (int i = scopes.size() - 1; i >= 0; i--) {
      Integer count = scopes.get(i).uses.get(name);
      if (count != null) {
        return count;
      }
    }
    return 0;
  }
}
