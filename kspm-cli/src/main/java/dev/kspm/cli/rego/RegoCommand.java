package dev.kspm.cli.rego;

import dev.kspm.cli.Console;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command {@code kspm rego} without a subcommand. */
@Command(
    name = "rego",
    description = "Evaluates, tests and checks Rego; flags and output are those of opa.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
public final class RegoCommand implements Callable<Integer> {
  private final Console console;

  @Spec CommandSpec spec = CommandSpec.create();

  public RegoCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    CommandLine.usage(spec.commandLine(), console.err());
    return 1;
  }
}
