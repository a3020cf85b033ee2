package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.internal.ast.Module;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Modules in the normal form of this package, with the tree of their rules and how these depend on
 * each other. Immutable and thread-safe.
 */
public final class CompiledModules {
  private final CompilerOptions options;
  private final List<Module> parsed;
  private final List<Module> modules;
  private final RuleTree rules;
  private final DependencyGraph graph;
  private final Map<String, String> written;
  private final int localNames;
  private final DocumentTypes types;

  CompiledModules(
      CompilerOptions options,
      List<Module> parsed,
      List<Module> modules,
      RuleTree rules,
      DependencyGraph graph,
      Map<String, String> written,
      int localNames,
      DocumentTypes types) {
    this.options = options;
    this.parsed = List.copyOf(parsed);
    this.modules = List.copyOf(modules);
    this.rules = rules;
    this.graph = graph;
    this.written = Collections.unmodifiableMap(written);
    this.localNames = localNames;
    this.types = types;
  }

  /** No modules at all. */
  public static CompiledModules none(CompilerOptions options) {
    return new CompiledModules(
        options,
        List.of(),
        List.of(),
        RuleTree.empty(),
        new DependencyGraph(Map.of()),
        Map.of(),
        0,
        new DocumentTypes());
  }

  Map<String, String> writtenNames() {
    return written;
  }

  DocumentTypes types() {
    return types;
  }

  int localNames() {
    return localNames;
  }

  public CompilerOptions options() {
    return options;
  }

  /** The modules as they were parsed, sorted by name. */
  public List<Module> parsedModules() {
    return parsed;
  }

  /** The rewritten modules, sorted by name. */
  public List<Module> modules() {
    return modules;
  }

  public RuleTree rules() {
    return rules;
  }

  public DependencyGraph graph() {
    return graph;
  }

  /** The name in the source of a variable; the same name for one that was not renamed. */
  public String writtenName(String variable) {
    return written.getOrDefault(variable, variable);
  }
}
