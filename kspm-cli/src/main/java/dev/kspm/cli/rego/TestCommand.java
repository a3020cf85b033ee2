package dev.kspm.cli.rego;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.kspm.cli.Console;
import dev.kspm.rego.CompiledPolicy;
import dev.kspm.rego.RegoEngine;
import dev.kspm.rego.SyntaxTree;
import dev.kspm.rego.policy.CompileException;
import dev.kspm.rego.testing.Coverage;
import dev.kspm.rego.testing.CoverageReport;
import dev.kspm.rego.testing.Explanation;
import dev.kspm.rego.testing.Outcome;
import dev.kspm.rego.testing.PrettyTestReport;
import dev.kspm.rego.testing.TestResult;
import dev.kspm.rego.testing.TestRunner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kspm rego test}: runs the {@code test_} rules of files and folders. */
@Command(
    name = "test",
    description = "Runs the rules whose names start with test_.",
    mixinStandardHelpOptions = true)
public final class TestCommand implements Callable<Integer> {
  private final Console console;

  @Spec CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "PATH", arity = "0..*", description = "files and folders")
  List<String> paths = new ArrayList<>();

  @Option(
      names = {"-b", "--bundle"},
      description = "paths are bundles or their roots",
      converter = FlagTypes.Bool.class)
  boolean bundle;

  @Option(
      names = {"-v", "--verbose"},
      description = "show every test, and what made it fail",
      converter = FlagTypes.Bool.class)
  boolean verbose;

  @Option(
      names = {"-r", "--run"},
      paramLabel = "REGEX",
      description = "run only the tests whose full names match")
  String run = "";

  @Option(
      names = {"-f", "--format"},
      paramLabel = "{pretty,json,gobench}",
      description = "output format (default: pretty)",
      converter = FlagTypes.TestFormats.class)
  TestFormat format = TestFormat.pretty;

  @Option(
      names = "--explain",
      paramLabel = "{fails,full,notes,debug}",
      description = "how much of a failed test is told (default: fails)",
      converter = FlagTypes.TestExplain.class)
  @Nullable TestExplanation explain;

  @Option(
      names = "--var-values",
      description = "with --verbose, show the values of variables in what failed",
      converter = FlagTypes.Bool.class)
  boolean varValues;

  @Option(
      names = {"-c", "--coverage"},
      description = "report what the tests ran instead of how they ended",
      converter = FlagTypes.Bool.class)
  boolean coverage;

  @Option(
      names = "--coverage-runs",
      paramLabel = "KINDS",
      description = "why things were not run: index_excluded, early_exit (default: both)")
  @Nullable String coverageRuns;

  @Option(
      names = "--threshold",
      paramLabel = "PERCENT",
      description = "fail when less is covered",
      converter = FlagTypes.Fraction.class)
  double threshold;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      description = "time for each test (default: 5s)",
      converter = FlagTypes.Time.class)
  Duration timeout = Duration.ofSeconds(5);

  @Option(
      names = "--count",
      paramLabel = "N",
      description = "how often each test is run (default: 1)",
      converter = FlagTypes.Int.class)
  long count = 1;

  @Option(
      names = "--sort",
      paramLabel = "{none,duration}",
      description = "order of the tests in JSON (default: none)",
      converter = FlagTypes.Sort.class)
  TestSort sort = TestSort.none;

  @Option(
      names = {"-m", "--max-errors"},
      paramLabel = "N",
      description = "how many errors a compilation reports (default: 10)",
      converter = FlagTypes.Int.class)
  long maxErrors = 10;

  @Option(
      names = {"-z", "--exit-zero-on-skipped"},
      description = "skipped tests are no failure",
      converter = FlagTypes.Bool.class)
  boolean zeroOnSkipped;

  @Option(
      names = {"-p", "--parallel"},
      paramLabel = "N",
      description = "taken for the sake of scripts; tests run one after the other",
      converter = FlagTypes.Int.class)
  long parallel = 1;

  @Option(
      names = "--fail-on-empty",
      description = "having run no test is a failure",
      converter = FlagTypes.Bool.class)
  boolean failOnEmpty;

  @Option(names = "--bench", hidden = true, converter = FlagTypes.Bool.class)
  boolean bench;

  @Option(
      names = {"-w", "--watch"},
      hidden = true,
      converter = FlagTypes.Bool.class)
  boolean watch;

  @Option(
      names = {"-S", "--strict"},
      hidden = true,
      converter = FlagTypes.Bool.class)
  boolean strict;

  @Mixin LoadOptions loading = new LoadOptions();

  public TestCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    String misuse = misuse();
    if (!misuse.isEmpty()) {
      return GoUsage.refuse(spec.commandLine(), console, misuse);
    }
    RegoFiles files = bundle ? loading.load(List.of(), paths) : loading.load(paths, true);
    if (!files.problems().isEmpty()) {
      return stopped(LoadProblem.summary(files.problems(), " during loading"));
    }
    Coverage covering = coverage || threshold > 0 ? Coverage.of(kinds()) : null;
    TestRunner runner = runner(covering);
    if (!run.isEmpty()) {
      try {
        Pattern pattern = Pattern.compile(run);
        runner = runner.withFilter(name -> pattern.matcher(name).find());
      } catch (PatternSyntaxException e) {
        return stopped(
            "error parsing regexp: " + e.getDescription() + ": `" + e.getPattern() + "`");
      }
    }
    List<TestResult> results;
    try {
      loading.checkCapabilities();
      CompiledPolicy policy = engine().compile(files.sources(), files.data());
      results = runner.run(policy);
      for (long i = 1; i < count && covering == null; i++) {
        report(results);
        results = runner.run(policy);
      }
    } catch (CompileException e) {
      List<LoadProblem> problems = LoadProblem.of(e.diagnostics());
      boolean loadingFailed = problems.get(0).code().equals("rego_parse_error");
      return stopped(LoadProblem.summary(problems, loadingFailed ? " during loading" : ""));
    }
    if (results.isEmpty() && failOnEmpty) {
      return stopped("no tests were run");
    }
    return covering == null ? reported(results) : covered(results, covering, files);
  }

  private String misuse() {
    if (paths.isEmpty()) {
      return "specify at least one file";
    }
    for (String kind : kindNames()) {
      if (Arrays.stream(Coverage.Kind.values()).noneMatch(one -> one.label().equals(kind))) {
        return "invalid --coverage-runs value \""
            + kind
            + "\" (expected \"index_excluded\" or \"early_exit\")";
      }
    }
    if (bench) {
      return "benchmarks (--bench) are not supported";
    } else if (watch) {
      return "watching files (--watch) is not supported";
    } else if (format == TestFormat.gobench) {
      return "cannot use output format gobench without running benchmarks (--bench)";
    }
    return "";
  }

  private List<String> kindNames() {
    if (coverageRuns == null) {
      return Arrays.stream(Coverage.Kind.values()).map(Coverage.Kind::label).toList();
    }
    return coverageRuns.isEmpty() ? List.of() : List.of(coverageRuns.split(",", -1));
  }

  private List<Coverage.Kind> kinds() {
    return kindNames().stream()
        .map(name -> Coverage.Kind.valueOf(name.toUpperCase(Locale.ROOT)))
        .toList();
  }

  private TestRunner runner(@Nullable Coverage covering) {
    TestRunner runner =
        TestRunner.of(engine()).withTimeout(timeout).withTraces(isVerbose() || varValues);
    return covering == null ? runner : runner.withCoverage(covering);
  }

  private RegoEngine engine() {
    return loading.engine().strict(strict).testCases(true).maxErrors((int) maxErrors).build();
  }

  private boolean isVerbose() {
    return verbose || explain != null;
  }

  private int stopped(String message) {
    console.err().println(message);
    return 1;
  }

  private int reported(List<TestResult> results) {
    report(results);
    return exitCode(results);
  }

  private void report(List<TestResult> results) {
    if (format == TestFormat.json) {
      List<TestResult> inOrder = new ArrayList<>(results);
      if (sort == TestSort.duration) {
        inOrder.sort(Comparator.comparing(TestResult::duration).reversed());
      }
      console.out().println(GoJson.write(TestDocument.of(inOrder, explanation())));
    } else {
      console.out().print(pretty().render(results));
    }
  }

  private Explanation explanation() {
    if (!isVerbose() && !varValues) {
      return Explanation.OFF;
    }
    return explain == null ? Explanation.FAILS : explain.explanation();
  }

  private PrettyTestReport pretty() {
    PrettyTestReport report = PrettyTestReport.brief();
    if (isVerbose()) {
      report = report.explaining(explanation());
    }
    return varValues ? report.withVariables() : report;
  }

  /** Failed tests are told as ever; else the report, or what is missing from the threshold. */
  private int covered(List<TestResult> results, Coverage covering, RegoFiles files) {
    List<TestResult> bad =
        results.stream()
            .filter(r -> r.outcome() == Outcome.FAIL || r.outcome() == Outcome.ERROR)
            .toList();
    if (!bad.isEmpty()) {
      if (bad.get(0).error() != null) {
        return stopped(String.valueOf(bad.get(0).error().getMessage()));
      }
      List<TestResult> left = results.subList(results.indexOf(bad.get(0)), results.size());
      console.out().print(pretty().render(left));
      console.err().print(PrettyTestReport.failureOf(bad.get(0)));
      return 1;
    }
    CoverageReport report = covering.report(files.sources().stream().map(SyntaxTree::of).toList());
    if (report.percent() < threshold) {
      console
          .err()
          .printf(
              Locale.ROOT,
              "Code coverage threshold not met: got %.2f instead of %.2f%n",
              report.percent(),
              threshold);
      if (verbose) {
        console.err().print("Lines not covered:\n" + CoverageDocument.missedLines(report));
      }
      return 2;
    }
    console.out().println(GoJson.write(CoverageDocument.of(report)));
    return exitCode(results);
  }

  private int exitCode(List<TestResult> results) {
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
}
