package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.internal.ast.Import;
import dev.kspm.rego.internal.ast.Module;
import dev.kspm.rego.internal.ast.Ref;
import dev.kspm.rego.internal.ast.Rule;
import dev.kspm.rego.internal.ast.Scalar;
import dev.kspm.rego.internal.ast.Term;
import dev.kspm.rego.internal.ast.Var;
import dev.kspm.rego.policy.CompileException;
import dev.kspm.rego.value.ObjectValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Runs the passes over modules, in OPA's order. Thread-safe: each compilation has a state of its
 * own.
 */
public final class ModuleCompiler {
  private final CompilerOptions options;
  private final ObjectValue data;

  public ModuleCompiler(CompilerOptions options) {
    this(options, ObjectValue.EMPTY);
  }

  /**
   * @param data a document that no rule may hide a part of
   */
  public ModuleCompiler(CompilerOptions options, ObjectValue data) {
    this.options = options;
    this.data = data;
  }

  /**
   * Compiles modules together.
   *
   * @param modules in any order; their order does not matter
   * @throws CompileException with the errors of the first pass that found any
   */
  public CompiledModules compile(Collection<Module> modules) {
    return compile(CompiledModules.none(options), modules);
  }

  /**
   * Compiles modules on top of others that are compiled already and stay as they are. The new ones
   * may use all rules of the base and add rules to its packages; names in the base are not resolved
   * again, so that a rule that the overlay adds to a package is not seen by the base's modules of
   * that package under its short name.
   *
   * @return base and overlay together; the base itself does not change
   * @throws CompileException with the errors of the first pass that found any
   */
  public CompiledModules compile(CompiledModules base, Collection<Module> overlay) {
    List<Module> parsed = new ArrayList<>(overlay);
    parsed.sort(Comparator.comparing(m -> m.source().name()));
    if (options.testCases()) {
      parsed = new TestNames().distinct(parsed);
    }
    return new Run(base, parsed).compile();
  }

  private final class Run {
    private final CompiledModules base;
    private final List<Module> parsed;
    private final Compilation compilation;
    private List<Module> modules;
    private @Nullable AnnotationSet annotations;

    Run(CompiledModules base, List<Module> overlay) {
      this.base = base;
      this.parsed = overlay;
      this.modules = overlay;
      this.compilation =
          new Compilation(options, new LocalNames("", takenNames(overlay), base.localNames()));
      compilation.written.putAll(base.writtenNames());
    }

    CompiledModules compile() {
      Schemas schemas = new Schemas(options.schemas());
      DocumentTypes known = base.types().copy();
      schemas.declareInput(known, compilation);
      compilation.stopOnErrors();
      resolveReferences();
      Functions functions = new Functions(options, ruleTree());
      rewriteToTerms(functions);
      Recursion recursion = new Recursion(ruleTree());
      rewriteToFlat(functions);
      checkAndOrder(functions);
      rules(new DynamicTerms(compilation)::rule);
      RuleTree tree = ruleTree();
      List<CompiledRule> all = tree.allRules();
      DependencyGraph graph = new RuleUses(tree).graph(all);
      recursion.report(compilation, graph);
      compilation.stopOnErrors();
      Set<CompiledRule> ofBase = new HashSet<>(base.rules().allRules());
      List<CompiledRule> added = all.stream().filter(r -> !ofBase.contains(r)).toList();
      DocumentTypes types =
          new RuleTypes(
                  compilation, new Functions(options, tree), graph, schemas, annotations, known)
              .check(added);
      new BuiltinChecks(compilation).check(modules);
      compilation.stopOnAny();
      return new CompiledModules(
          options,
          concat(base.parsedModules(), parsed),
          concat(base.modules(), modules),
          tree,
          graph,
          compilation.written,
          compilation.names.count(),
          types);
    }

    private void resolveReferences() {
      Map<String, Set<String>> names = ruleNames(concat(base.modules(), modules));
      ImportChecks imports = new ImportChecks(compilation);
      modules.forEach(imports::checkArguments);
      compilation.stopOnErrors();
      List<Module> resolved = new ArrayList<>(modules.size());
      for (Module module : modules) {
        String path = module.packageDeclaration().path().toString();
        ResolveRefs pass =
            new ResolveRefs(
                globals(
                    module.packageDeclaration().path(),
                    names.getOrDefault(path, Set.of()),
                    module.imports()));
        resolved.add(pass.module(module));
        shareHeads(module, pass.lastUses());
        if (options.strict()) {
          reportUnused(module, pass.used());
        }
      }
      modules = resolved;
      compilation.stopOnErrors();
      rules(new HeadRefs(compilation)::rule);
      modules.forEach(imports::checkOverrides);
      modules.forEach(imports::checkDuplicates);
    }

    /**
     * OPA's references by names of one package have one head together, as have those by one import:
     * the last of them in a module is where errors about any of them are reported.
     */
    private void shareHeads(Module module, Map<String, Span> lastUses) {
      Set<String> imported = new HashSet<>();
      module.imports().forEach(imp -> imported.add(imp.name()));
      Map<String, Span> shared = new HashMap<>(lastUses);
      Span ofRules = null;
      for (Map.Entry<String, Span> use : lastUses.entrySet()) {
        if (!imported.contains(use.getKey())
            && (ofRules == null || use.getValue().start() > ofRules.start())) {
          ofRules = use.getValue();
        }
      }
      if (ofRules != null) {
        Span last = ofRules;
        shared.replaceAll((name, span) -> imported.contains(name) ? span : last);
      }
      compilation.headPlaces.put(module.packageDeclaration().span().file(), shared);
    }

    private void reportUnused(Module module, Set<String> used) {
      for (Import imp : module.imports()) {
        String root = Refs.root(imp.path());
        if (!"rego".equals(root) && !"future".equals(root) && !used.contains(imp.name())) {
          compilation.lint(imp.span(), imp + " unused");
        }
      }
    }

    private void rewriteToTerms(Functions functions) {
      each(new RewriteLocals(compilation)::rule);
      each(new TemplateStrings(compilation, functions)::rule);
      new VoidCalls(compilation).check(modules);
      compilation.stopOnErrors();
      each(new PrintCalls(compilation, functions)::rule);
      each(new ExprTerms(compilation)::rule);
      annotations = new AnnotationSet(compilation, concat(base.parsedModules(), parsed));
      compilation.stopOnErrors();
      modules = modules.stream().map(new MetadataCalls(compilation, annotations)::module).toList();
    }

    private void rewriteToFlat(Functions functions) {
      each(new ComprehensionTerms(compilation)::rule);
      each(new HeadTerms(compilation)::rule);
      each(new WithValues(compilation, functions)::rule);
    }

    private void checkAndOrder(Functions functions) {
      new RuleConflicts(compilation, functions.rules()).check(concat(base.modules(), modules));
      new DataConflicts(compilation, data).check(functions.rules());
      compilation.stopOnErrors();
      modules.forEach(new UndefinedFunctions(compilation, functions)::module);
      compilation.stopOnErrors();
      RuleSafety safety = new RuleSafety(compilation, functions);
      modules.forEach(safety::checkHeads);
      compilation.stopOnErrors();
      modules = modules.stream().map(safety::order).toList();
      compilation.stopOnErrors();
      if (options.testCases()) {
        rules(new TestCases(functions)::rule);
      }
      Equals equals = Equals.all();
      rules(equals::rule);
    }

    private <T> List<T> concat(List<T> first, List<T> second) {
      if (first.isEmpty()) {
        return second;
      }
      List<T> both = new ArrayList<>(first);
      both.addAll(second);
      return both;
    }

    private void each(UnaryOperator<Rule> pass) {
      rules(pass);
      compilation.stopOnErrors();
    }

    private void rules(UnaryOperator<Rule> pass) {
      modules =
          modules.stream()
              .map(
                  m -> {
                    List<Rule> after = TreeRewriter.map(m.rules(), pass);
                    return TreeRewriter.same(after, m.rules()) ? m : m.withRules(after);
                  })
              .toList();
    }

    private RuleTree ruleTree() {
      List<CompiledRule> all = new ArrayList<>(base.rules().allRules());
      modules.forEach(m -> m.rules().forEach(r -> all.add(new CompiledRule(m, r))));
      return RuleTree.of(
          concat(base.modules(), modules).stream().map(m -> m.packageDeclaration().path()).toList(),
          all);
    }
  }

  static Map<String, Set<String>> ruleNames(Collection<Module> modules) {
    Map<String, Set<String>> names = new HashMap<>();
    for (Module module : modules) {
      Set<String> of =
          names.computeIfAbsent(
              module.packageDeclaration().path().toString(), k -> new HashSet<>());
      module.rules().forEach(rule -> of.add(Refs.headName(rule.head().ref())));
    }
    return names;
  }

  /** What names stand for in a module: rules of its package and, before these, imports. */
  static Map<String, Ref> globals(
      Ref packagePath, Set<String> ruleNames, Collection<Import> imports) {
    Map<String, Ref> globals = new HashMap<>();
    for (String name : ruleNames) {
      globals.put(
          name,
          Refs.append(
              packagePath,
              new Scalar(dev.kspm.rego.value.StringValue.of(name), packagePath.span())));
    }
    for (Import imp : imports) {
      String root = Refs.root(imp.path());
      if (!"rego".equals(root) && !"future".equals(root)) {
        globals.put(imp.name(), imp.path());
      }
    }
    return globals;
  }

  private static Set<String> takenNames(Collection<Module> modules) {
    Set<String> taken = new HashSet<>();
    TreeWalker walker =
        new TreeWalker() {
          @Override
          void term(Term term) {
            if (term instanceof Var v && LocalNames.isGenerated(v.name())) {
              taken.add(v.name());
            }
            children(term);
          }
        };
    for (Module module : modules) {
      if (LocalNames.mayOccurIn(module.source().text())) {
        walker.module(module);
      }
    }
    return taken;
  }
}
