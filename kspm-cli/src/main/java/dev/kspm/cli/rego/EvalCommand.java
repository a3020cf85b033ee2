package dev.kspm.cli.rego;

import dev.kspm.cli.Console;
import dev.kspm.rego.CompiledPolicy;
import dev.kspm.rego.Json;
import dev.kspm.rego.PreparedQuery;
import dev.kspm.rego.QueryResult;
import dev.kspm.rego.RegoEngine;
import dev.kspm.rego.SessionOptions;
import dev.kspm.rego.Yaml;
import dev.kspm.rego.policy.CompileException;
import dev.kspm.rego.policy.DataException;
import dev.kspm.rego.policy.EvalError;
import dev.kspm.rego.policy.EvaluationLimits;
import dev.kspm.rego.policy.LimitExceeded;
import dev.kspm.rego.policy.LoadException;
import dev.kspm.rego.policy.RegoException;
import dev.kspm.rego.policy.YamlOptions;
import dev.kspm.rego.value.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kspm rego eval}: evaluates a query. */
@Command(name = "eval", description = "Evaluates a Rego query.", mixinStandardHelpOptions = true)
public final class EvalCommand implements Callable<Integer> {
  private static final int FAILED = 2;

  private final Console console;

  @Spec CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "QUERY", arity = "0..*", description = "the query")
  List<String> queries = new ArrayList<>();

  @Option(
      names = {"-d", "--data"},
      paramLabel = "PATH",
      description = "policy or data file or folder; repeatable")
  List<String> data = new ArrayList<>();

  @Option(
      names = {"-b", "--bundle"},
      paramLabel = "PATH",
      description = "bundle, a folder or a .tar.gz; repeatable")
  List<String> bundles = new ArrayList<>();

  @Option(
      names = {"-i", "--input"},
      paramLabel = "FILE",
      description = "input document, JSON or YAML")
  String input = "";

  @Option(
      names = {"-I", "--stdin-input"},
      description = "read the input document from standard input",
      converter = FlagTypes.Bool.class)
  boolean stdinInput;

  @Option(
      names = "--stdin",
      description = "read the query from standard input",
      converter = FlagTypes.Bool.class)
  boolean stdinQuery;

  @Option(
      names = {"-f", "--format"},
      paramLabel = "{json,values,bindings,pretty,source,raw,discard}",
      description = "output format (default: json)",
      converter = FlagTypes.Format.class)
  EvalFormat format = EvalFormat.json;

  @Option(names = "--package", paramLabel = "PACKAGE", description = "package of the query")
  String packageRef = "";

  @Option(names = "--import", paramLabel = "REF", description = "import of the query; repeatable")
  List<String> imports = new ArrayList<>();

  @Option(
      names = "--fail",
      description = "exit with 1 when the result is undefined",
      converter = FlagTypes.Bool.class)
  boolean fail;

  @Option(
      names = "--fail-defined",
      description = "exit with 1 when the result is defined",
      converter = FlagTypes.Bool.class)
  boolean failDefined;

  @Option(
      names = "--strict-builtin-errors",
      description = "the first error of a builtin function ends the evaluation",
      converter = FlagTypes.Bool.class)
  boolean strictBuiltinErrors;

  @Option(
      names = "--show-builtin-errors",
      description = "show all errors of builtin functions; they end nothing",
      converter = FlagTypes.Bool.class)
  boolean showBuiltinErrors;

  @Option(
      names = {"-S", "--strict"},
      description = "report what strict mode reports",
      converter = FlagTypes.Bool.class)
  boolean strict;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      description = "how long it may take (default: unlimited)",
      converter = FlagTypes.Time.class)
  Duration timeout = Duration.ZERO;

  @Option(
      names = "--metrics",
      description = "report how long the stages took",
      converter = FlagTypes.Bool.class)
  boolean metrics;

  @Option(names = "--instrument", description = "as --metrics", converter = FlagTypes.Bool.class)
  boolean instrument;

  @Option(
      names = "--count",
      paramLabel = "N",
      description = "how often it is evaluated (default: 1)",
      converter = FlagTypes.Int.class)
  long count = 1;

  @Option(
      names = {"-t", "--target"},
      paramLabel = "{rego,wasm}",
      description = "what runs the policy (default: rego)",
      converter = FlagTypes.Target.class)
  EvalTarget target = EvalTarget.rego;

  @Option(
      names = "--explain",
      paramLabel = "{off,full,notes,fails,debug}",
      description = "tell how the evaluation went (default: off)",
      converter = FlagTypes.Explain.class)
  EvalExplanation explain = EvalExplanation.off;

  @Option(
      names = "--var-values",
      description = "tell the values of variables with --explain and --format pretty",
      converter = FlagTypes.Bool.class)
  boolean varValues;

  @Mixin LoadOptions loading = new LoadOptions();
  @Mixin EvalPlanOptions planning = new EvalPlanOptions();

  public EvalCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    String misuse = misuse();
    if (!misuse.isEmpty()) {
      return GoUsage.refuse(spec.commandLine(), console, misuse);
    }
    if (strictBuiltinErrors && showBuiltinErrors) {
      return stopped(
          "cannot use --show-builtin-errors with --strict-builtin-errors, --strict-builtin-errors"
              + " will return the first built-in error encountered immediately");
    }
    Stopwatch clock = new Stopwatch();
    EvalAnswer answer = new EvalAnswer(format, clock, metrics || instrument);
    answer.explain(explain.explanation(), varValues);
    try {
      String query =
          stdinQuery
              ? new String(console.in().readAllBytes(), StandardCharsets.UTF_8)
              : queries.get(0);
      @Nullable Value document = readInput(clock);
      if (planning.lacksEntrypoint(data, bundles)) {
        return stopped("bundle optimizations require at least one entrypoint");
      }
      return answered(answer, evaluate(query, document, answer));
    } catch (LoadException e) {
      return stopped(String.valueOf(e.getMessage()));
    }
  }

  /** What is wrong with the options themselves, or an empty text. */
  private String misuse() {
    if (!queries.isEmpty() && stdinQuery) {
      return "specify query argument or --stdin but not both";
    } else if (queries.isEmpty() && !stdinQuery) {
      return "specify query argument or --stdin";
    } else if (queries.size() > 1) {
      return "specify at most one query argument";
    } else if (planning.partial) {
      return format == EvalFormat.json || format == EvalFormat.pretty || format == EvalFormat.source
          ? "partial evaluation (--partial) is not supported"
          : "invalid output format for partial evaluation";
    } else if (format == EvalFormat.source) {
      return "invalid output format for evaluation";
    } else if (stdinInput && !input.isEmpty()) {
      return "specify --stdin-input or --input but not both";
    } else if (fail && failDefined) {
      return "specify --fail or --fail-defined but not both";
    }
    return "";
  }

  /** What ends it before anything is answered. */
  private int stopped(String message) {
    console.err().println(message);
    return FAILED;
  }

  private @Nullable Value readInput(Stopwatch clock) throws IOException {
    byte[] bytes;
    if (stdinInput) {
      bytes = console.in().readAllBytes();
    } else if (input.isEmpty()) {
      return null;
    } else {
      bytes = InputFiles.read(input);
    }
    try {
      return clock.time("timer_rego_input_parse_ns", () -> readInput(bytes));
    } catch (DataException e) {
      throw new LoadException("unable to parse input: " + e.goText());
    }
  }

  /** As JSON, which keeps the text of numbers, or else as YAML. */
  private static Value readInput(byte[] bytes) {
    try {
      return Json.read(bytes);
    } catch (DataException noJson) {
      return Yaml.read(bytes, YamlOptions.OPA);
    }
  }

  /** The result, or {@code null} when the answer holds what went wrong. */
  private @Nullable QueryResult evaluate(
      String query, @Nullable Value document, EvalAnswer answer) {
    Stopwatch clock = answer.clock();
    if (target == EvalTarget.wasm) {
      answer.add(List.of(LoadProblem.of("engine not found: WebAssembly is not supported")));
      return null;
    }
    RegoFiles files = clock.time("timer_rego_load_files_ns", () -> loading.load(data, bundles));
    if (!files.problems().isEmpty()) {
      answer.add(files.problems());
      return null;
    }
    try {
      loading.checkCapabilities();
      RegoEngine engine = loading.engine().strict(strict).build();
      CompiledPolicy policy =
          clock.time(
              "timer_rego_module_compile_ns", () -> engine.compile(files.sources(), files.data()));
      if (query.isEmpty()) {
        answer.add(List.of(LoadProblem.of("cannot evaluate empty query")));
        return null;
      }
      PreparedQuery prepared =
          clock.time(
              "timer_rego_query_compile_ns",
              () -> policy.prepare(query, packageRef.isEmpty() ? null : packageRef, imports));
      SessionOptions options = options(answer);
      QueryResult result = run(prepared, document, options, clock);
      for (long i = 1; i < count; i++) {
        result = run(prepared, document, options, clock);
      }
      return result;
    } catch (CompileException e) {
      answer.add(LoadProblem.of(e.diagnostics()));
    } catch (EvalError e) {
      answer.add(List.of(LoadProblem.of(e)));
    } catch (LimitExceeded e) {
      answer.add(List.of(LoadProblem.of(e)));
    } catch (RegoException e) {
      answer.add(List.of(LoadProblem.of(String.valueOf(e.getMessage()))));
    }
    return null;
  }

  private static QueryResult run(
      PreparedQuery query, @Nullable Value document, SessionOptions options, Stopwatch clock) {
    return clock.time("timer_rego_query_eval_ns", () -> query.evaluate(document, options));
  }

  /** Whoever runs this runs policies of their own: only the time is limited, and only if wanted. */
  private SessionOptions options(EvalAnswer answer) {
    Duration most = timeout.isZero() || timeout.isNegative() ? Duration.ofDays(365) : timeout;
    EvaluationLimits limits =
        EvaluationLimits.DEFAULT
            .withDeadline(most)
            .withSteps(Long.MAX_VALUE)
            .withCells(Long.MAX_VALUE);
    return SessionOptions.DEFAULT
        .withLimits(limits)
        .withStrictBuiltinErrors(strictBuiltinErrors)
        .withErrorStacks(true)
        .withBuiltinErrors(
            showBuiltinErrors ? error -> answer.add(List.of(LoadProblem.of(error))) : null)
        .withListener(explain == EvalExplanation.off ? null : answer.trace())
        .withPrint(line -> console.err().println(line.text()));
  }

  private int answered(EvalAnswer answer, @Nullable QueryResult result) {
    answer.write(result, console.out(), console.err());
    if (result == null) {
      return FAILED;
    }
    boolean failed = fail && !result.isDefined() || failDefined && result.isDefined();
    return failed ? 1 : 0;
  }
}
