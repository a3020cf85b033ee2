package dev.kspm.cli.rego;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.kspm.cli.Console;
import dev.kspm.cli.InputError;
import dev.kspm.rego.policy.CompileException;
import dev.kspm.rego.testing.Outcome;
import dev.kspm.rego.testing.PrettyTestReport;
import dev.kspm.rego.testing.TestResult;
import dev.kspm.rego.testing.TestRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kspm rego test}: runs the {@code test_} rules of files and folders. */
@Command(
    name = "test",
    description = "Runs the rules whose names start with test_.",
    mixinStandardHelpOptions = true)
public final class TestCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "PATH", arity = "1..*", description = "files and folders")
  List<String> paths = new ArrayList<>();

  @Option(
      names = {"-v", "--verbose"},
      description = "show every test")
  boolean verbose;

  @Option(
      names = {"-r", "--run"},
      paramLabel = "REGEX",
      description = "run only the tests whose full names match")
  String run = "";

  @Option(
      names = {"-f", "--format"},
      paramLabel = "{pretty,json}",
      description = "output format (default: pretty)")
  ErrorFormat format = ErrorFormat.pretty;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      description = "time for each test (default: 5s)")
  String timeout = "5s";

  @Option(
      names = {"-z", "--exit-zero-on-skipped"},
      description = "skipped tests are no failure")
  boolean zeroOnSkipped;

  @Option(
      names = {"-p", "--parallel"},
      paramLabel = "N",
      description = "taken for the sake of scripts; tests run one after the other")
  int parallel = 1;

  @Option(names = "--fail-on-empty", description = "having run no test is a failure")
  boolean failOnEmpty;

  @Option(
      names = {"-S", "--strict"},
      hidden = true)
  boolean strict;

  @Mixin LoadOptions loading = new LoadOptions();

  public TestCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    RegoFiles files = loading.load(paths, true);
    if (!files.problems().isEmpty()) {
      console.err().println(LoadProblem.summary(files.problems(), " during loading"));
      return 1;
    }
    TestRunner runner =
        TestRunner.of(loading.engine().strict(strict).build()).withTimeout(GoTime.parse(timeout));
    if (!run.isEmpty()) {
      Pattern pattern = pattern(run);
      runner = runner.withFilter(name -> pattern.matcher(name).find());
    }
    List<TestResult> results;
    try {
      results = runner.run(files.sources(), files.data());
    } catch (CompileException e) {
      List<LoadProblem> problems = LoadProblem.of(e.diagnostics());
      boolean loadingFailed = problems.get(0).code().equals("rego_parse_error");
      console.err().println(LoadProblem.summary(problems, loadingFailed ? " during loading" : ""));
      return 1;
    }
    if (format == ErrorFormat.json) {
      console.out().println(GoJson.write(TestDocument.of(results)));
    } else {
      PrettyTestReport report = verbose ? PrettyTestReport.verbose() : PrettyTestReport.brief();
      console.out().print(report.render(results));
    }
    return exitCode(results);
  }

  private int exitCode(List<TestResult> results) {
    if (results.isEmpty()) {
      return failOnEmpty ? 2 : 0;
    }
    boolean failed =
        results.stream()
            .map(TestResult::outcome)
            .anyMatch(
                outcome ->
                    outcome == Outcome.FAIL
                        || outcome == Outcome.ERROR
                        || (outcome == Outcome.SKIPPED && !zeroOnSkipped));
    return failed ? 2 : 0;
  }

  private static Pattern pattern(String text) {
    try {
      return Pattern.compile(text);
    } catch (PatternSyntaxException e) {
      throw new InputError("--run: " + e.getMessage());
    }
  }
}
