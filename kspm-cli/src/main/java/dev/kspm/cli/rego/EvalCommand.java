package dev.kspm.cli.rego;

import dev.kspm.cli.Console;
import dev.kspm.cli.InputError;
import dev.kspm.rego.CompiledPolicy;
import dev.kspm.rego.PreparedQuery;
import dev.kspm.rego.QueryResult;
import dev.kspm.rego.SessionOptions;
import dev.kspm.rego.Yaml;
import dev.kspm.rego.policy.CompileException;
import dev.kspm.rego.policy.DataException;
import dev.kspm.rego.policy.EvalError;
import dev.kspm.rego.policy.EvaluationLimits;
import dev.kspm.rego.policy.RegoException;
import dev.kspm.rego.policy.YamlOptions;
import dev.kspm.rego.value.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kspm rego eval}: evaluates a query. */
@Command(name = "eval", description = "Evaluates a Rego query.", mixinStandardHelpOptions = true)
public final class EvalCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "QUERY", arity = "0..*", description = "the query")
  List<String> queries = new ArrayList<>();

  @Option(
      names = {"-d", "--data"},
      paramLabel = "PATH",
      description = "policy or data file or folder; repeatable")
  List<String> data = new ArrayList<>();

  @Option(
      names = {"-i", "--input"},
      paramLabel = "FILE",
      description = "input document, JSON or YAML")
  @Nullable Path input;

  @Option(
      names = {"-I", "--stdin-input"},
      description = "read the input document from standard input")
  boolean stdinInput;

  @Option(names = "--stdin", description = "read the query from standard input")
  boolean stdinQuery;

  @Option(
      names = {"-f", "--format"},
      paramLabel = "{json,values,bindings,pretty,raw,discard}",
      description = "output format (default: json)")
  EvalFormat format = EvalFormat.json;

  @Option(names = "--package", paramLabel = "PACKAGE", description = "package of the query")
  String packageRef = "";

  @Option(names = "--import", paramLabel = "REF", description = "import of the query; repeatable")
  List<String> imports = new ArrayList<>();

  @Option(
      names = {"-e", "--entrypoint"},
      paramLabel = "PATH",
      description = "what to evaluate, with slashes")
  String entrypoint = "";

  @Option(names = "--fail", description = "exit with 1 when the result is undefined")
  boolean fail;

  @Option(names = "--fail-defined", description = "exit with 1 when the result is defined")
  boolean failDefined;

  @Option(
      names = "--strict-builtin-errors",
      description = "the first error of a builtin function ends the evaluation")
  boolean strictBuiltinErrors;

  @Option(
      names = {"-S", "--strict"},
      description = "report what strict mode reports")
  boolean strict;

  @Option(names = "--timeout", paramLabel = "TIME", description = "how long it may take")
  String timeout = "";

  @Mixin LoadOptions loading = new LoadOptions();

  public EvalCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    String query = query();
    @Nullable Value document;
    try {
      document = input();
    } catch (DataException e) {
      console.err().println("unable to parse input: " + e.goText());
      return 2;
    } catch (NoSuchFileException e) {
      console.err().println("open " + e.getFile() + ": no such file or directory");
      return 2;
    }
    RegoFiles files = loading.load(data, true);
    if (!files.problems().isEmpty()) {
      return failed(files.problems());
    }
    try {
      CompiledPolicy policy =
          loading.engine().strict(strict).build().compile(files.sources(), files.data());
      PreparedQuery prepared = policy.prepare(query, packageRef(), imports);
      QueryResult result = prepared.evaluate(document, options());
      console.out().print(EvalOutput.render(result, format));
      return (fail && !result.isDefined()) || (failDefined && result.isDefined()) ? 1 : 0;
    } catch (CompileException e) {
      return failed(LoadProblem.of(e.diagnostics()));
    } catch (EvalError e) {
      return failed(List.of(LoadProblem.of(e)));
    } catch (RegoException e) {
      return failed(List.of(LoadProblem.of(String.valueOf(e.getMessage()))));
    }
  }

  private SessionOptions options() {
    EvaluationLimits limits =
        timeout.isEmpty()
            ? EvaluationLimits.DEFAULT
            : EvaluationLimits.DEFAULT.withDeadline(GoTime.parse(timeout));
    return SessionOptions.DEFAULT
        .withLimits(limits)
        .withStrictBuiltinErrors(strictBuiltinErrors)
        .withErrorStacks(true)
        .withPrint(line -> console.err().println(line.text()));
  }

  private int failed(List<LoadProblem> problems) {
    if (format == EvalFormat.json || format == EvalFormat.discard) {
      console.out().println(GoJson.write(LoadProblem.document(problems)));
    } else {
      console.err().println(LoadProblem.summary(problems, ""));
    }
    return 2;
  }

  private String query() throws IOException {
    if (!entrypoint.isEmpty() && queries.isEmpty() && !stdinQuery) {
      return "data." + entrypoint.replace('/', '.');
    }
    if (stdinQuery) {
      return new String(console.in().readAllBytes(), StandardCharsets.UTF_8);
    }
    if (queries.size() != 1) {
      throw new InputError(
          queries.isEmpty()
              ? "specify query argument or --stdin"
              : "specify at most one query argument");
    }
    return queries.get(0);
  }

  private @Nullable String packageRef() {
    if (packageRef.isEmpty()) {
      return null;
    }
    return packageRef.startsWith("data.") ? packageRef : "data." + packageRef;
  }

  private @Nullable Value input() throws IOException {
    if (stdinInput) {
      return Yaml.read(console.in().readAllBytes(), YamlOptions.OPA);
    }
    return input == null ? null : Yaml.read(Files.readAllBytes(input), YamlOptions.OPA);
  }
}
