package dev.kspm.rego;

import dev.kspm.rego.diagnostic.Diagnostic;
import dev.kspm.rego.diagnostic.SourceText;
import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.internal.ast.AstText;
import dev.kspm.rego.internal.ast.Body;
import dev.kspm.rego.internal.ast.Import;
import dev.kspm.rego.internal.ast.Module;
import dev.kspm.rego.internal.ast.PackageDeclaration;
import dev.kspm.rego.internal.ast.Ref;
import dev.kspm.rego.internal.ast.Rule;
import dev.kspm.rego.internal.ast.Statement;
import dev.kspm.rego.internal.compiler.CompiledModules;
import dev.kspm.rego.internal.compiler.CompiledQuery;
import dev.kspm.rego.internal.compiler.CompiledRule;
import dev.kspm.rego.internal.compiler.ModuleCompiler;
import dev.kspm.rego.internal.compiler.QueryCompiler;
import dev.kspm.rego.internal.compiler.QueryContext;
import dev.kspm.rego.internal.exec.Executable;
import dev.kspm.rego.internal.exec.NodeExecutor;
import dev.kspm.rego.internal.exec.Optimizations;
import dev.kspm.rego.internal.exec.SharedValues;
import dev.kspm.rego.internal.parser.ParseResult;
import dev.kspm.rego.internal.parser.Parser;
import dev.kspm.rego.internal.parser.ParserOptions;
import dev.kspm.rego.internal.plan.DocumentTree;
import dev.kspm.rego.internal.plan.PlanContext;
import dev.kspm.rego.internal.plan.Planner;
import dev.kspm.rego.policy.CompileException;
import dev.kspm.rego.policy.LimitExceeded;
import dev.kspm.rego.policy.RegoVersion;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Compiled modules with their plan and code. */
final class LinkedPolicy implements CompiledPolicy {
  private final EngineSettings settings;
  private final CompiledModules modules;
  private final ObjectValue data;
  private final Planner planner;
  private final Executable executable;
  private final Executable observed;
  private final SharedValues shared = new SharedValues();
  private final Map<String, PreparedQuery> references = new ConcurrentHashMap<>();

  private LinkedPolicy(EngineSettings settings, CompiledModules modules, ObjectValue data) {
    this.settings = settings;
    this.modules = modules;
    this.data = data;
    PlanContext context = new PlanContext(DocumentTree.of(modules), settings.builtins()::find);
    this.planner = new Planner(context);
    this.executable = new Executable(planner, new NodeExecutor(false), settings.optimizations());
    this.observed =
        new Executable(
            new Planner(context.asObserved()), new NodeExecutor(true), Optimizations.NONE);
  }

  static LinkedPolicy compile(
      EngineSettings settings, CompiledModules base, List<PolicySource> sources, ObjectValue data) {
    List<Module> parsed = new ArrayList<>();
    List<Diagnostic> errors = new ArrayList<>();
    for (PolicySource source : sources) {
      ParseResult<Module> result =
          Parser.parseModule(
              source.text(),
              options(settings, source.version()).withFutureKeywords(source.futureKeywords()));
      if (result.value() == null) {
        errors.addAll(result.diagnostics());
      } else {
        parsed.add(result.value());
      }
    }
    if (!errors.isEmpty()) {
      throw new CompileException(errors);
    }
    return new LinkedPolicy(settings, compiled(settings, base, parsed, data), data);
  }

  /** Compiles on the stack of the caller, and what is nested too deeply for it on a large one. */
  private static CompiledModules compiled(
      EngineSettings settings, CompiledModules base, List<Module> parsed, ObjectValue data) {
    Supplier<CompiledModules> work =
        () ->
            new ModuleCompiler(
                    settings.compilerOptions(), settings.dataConflicts() ? data : ObjectValue.EMPTY)
                .compile(base, parsed);
    try {
      return work.get();
    } catch (StackOverflowError shallow) {
      try {
        return Objects.requireNonNull(DeepStack.call(work));
      } catch (LimitExceeded depth) {
        Span span = parsed.isEmpty() ? Span.NONE : parsed.get(0).span();
        throw new CompileException(
            List.of(new Diagnostic("rego_compile_error", "nested too deeply", span)));
      }
    }
  }

  private static ParserOptions options(EngineSettings settings, RegoVersion version) {
    return ParserOptions.of(version).with(settings.capabilities()).withAnnotations();
  }

  @Override
  public PreparedQuery prepare(String query) {
    return prepare(query, null, List.of());
  }

  @Override
  public PreparedQuery prepare(String query, @Nullable String packageName, List<String> imports) {
    ParserOptions options = options(settings, settings.queryVersion());
    Body body = Parser.parseBody(SourceText.of("", query), options.withoutRules()).orThrow();
    List<Import> parsedImports = new ArrayList<>();
    for (String text : imports) {
      parsedImports.addAll(imports(text, options));
    }
    Ref path = packageName == null ? null : packagePath(packageName, options);
    CompiledQuery compiled =
        new QueryCompiler(modules, settings.compilerOptions().withStrict(false))
            .compileWithValues(body, new QueryContext(path, parsedImports));
    return new LinkedQuery(this, compiled);
  }

  private static Ref packagePath(String name, ParserOptions options) {
    List<Statement> parsed =
        Parser.parseStatements(SourceText.of("", "package " + name), options).orThrow();
    if (parsed.size() == 1 && parsed.get(0) instanceof PackageDeclaration declaration) {
      return declaration.path();
    }
    throw new CompileException(
        List.of(new Diagnostic("", "expected exactly one statement", Span.NONE)));
  }

  private static List<Import> imports(String text, ParserOptions options) {
    List<Import> found = new ArrayList<>();
    for (Statement parsed :
        Parser.parseStatements(SourceText.of("", "import " + text), options).orThrow()) {
      if (parsed instanceof Import imported) {
        found.add(imported);
      }
    }
    return found;
  }

  SharedValues shared() {
    return shared;
  }

  /** A query that is a plain reference, prepared once. */
  PreparedQuery reference(String ref) {
    PreparedQuery known = references.get(ref);
    if (known == null) {
      known = prepare(ref);
      references.put(ref, known);
    }
    return known;
  }

  /** The code of this policy: the ordinary one, or the one that tells an observer what it does. */
  Executable executable(boolean forObserver) {
    return forObserver ? observed : executable;
  }

  /** The name in the source of a variable of a module. */
  String writtenName(String variable) {
    return modules.writtenName(variable);
  }

  /** What plans queries for that code. */
  Planner planner(boolean forObserver) {
    return forObserver ? observed.planner() : planner;
  }

  DocumentTree tree() {
    return planner.tree();
  }

  EngineSettings settings() {
    return settings;
  }

  @Override
  public Session session(@Nullable Value input, SessionOptions options) {
    return new RunningSession(this, input, options);
  }

  @Override
  public CompiledPolicy extend(List<PolicySource> sources, ObjectValue more) {
    return compile(settings, modules, sources, merge(data, more));
  }

  private static ObjectValue merge(ObjectValue base, ObjectValue more) {
    ObjectValue.Builder merged = ObjectValue.builder();
    base.forEach(merged::put);
    more.forEach(
        (key, value) -> {
          Value known = base.get(key);
          merged.put(
              key,
              known instanceof ObjectValue a && value instanceof ObjectValue b
                  ? merge(a, b)
                  : value);
        });
    return merged.build();
  }

  @Override
  public List<RuleInfo> rules() {
    List<RuleInfo> rules = new ArrayList<>();
    for (CompiledRule compiled : modules.rules().allRules()) {
      Rule rule = compiled.rule();
      Ref ground =
          new Ref(compiled.ref().parts().subList(0, compiled.groundSize()), compiled.ref().span());
      int arity = rule.head().args() == null ? -1 : rule.head().args().size();
      rules.add(
          new RuleInfo(
              AstText.of(ground),
              AstText.of(compiled.module().packageDeclaration().path()),
              arity,
              rule.isDefault(),
              rule.head().span()));
    }
    rules.sort(
        Comparator.comparing(RuleInfo::ref)
            .thenComparing(r -> r.span().file())
            .thenComparing(r -> r.span().start()));
    return List.copyOf(rules);
  }

  @Override
  public ObjectValue data() {
    return data;
  }
}
