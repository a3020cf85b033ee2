package dev.kspm.cli.rego;

import dev.kspm.cli.Console;
import dev.kspm.rego.RegoEngine;
import dev.kspm.rego.policy.CompileException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kspm rego check}: whether modules parse and compile. */
@Command(
    name = "check",
    description = "Checks that Rego files parse and compile.",
    mixinStandardHelpOptions = true)
public final class CheckCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "PATH", arity = "1..*", description = "files and folders")
  List<String> paths = new ArrayList<>();

  @Option(
      names = {"-S", "--strict"},
      description = "report what strict mode reports")
  boolean strict;

  @Option(
      names = {"-f", "--format"},
      paramLabel = "{pretty,json}",
      description = "output format (default: pretty)")
  ErrorFormat format = ErrorFormat.pretty;

  @Option(
      names = {"-m", "--max-errors"},
      paramLabel = "N",
      description = "how many errors are shown, 0 for all (default: 10)")
  int maxErrors = 10;

  @Mixin LoadOptions loading = new LoadOptions();

  public CheckCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    RegoFiles files = loading.load(paths, false);
    List<LoadProblem> problems = new ArrayList<>(files.problems());
    String during = problems.isEmpty() ? "" : " during loading";
    if (problems.isEmpty()) {
      RegoEngine engine = loading.engine().strict(strict).build();
      try {
        engine.compile(files.sources(), files.data());
      } catch (CompileException e) {
        problems.addAll(LoadProblem.of(e.diagnostics()));
        during = problems.get(0).code().equals("rego_parse_error") ? " during loading" : "";
      }
    }
    if (problems.isEmpty()) {
      return 0;
    }
    if (format == ErrorFormat.json) {
      console.err().println(GoJson.write(LoadProblem.document(problems)));
    } else {
      console.err().println(LoadProblem.summary(problems, during));
    }
    return 1;
  }
}
