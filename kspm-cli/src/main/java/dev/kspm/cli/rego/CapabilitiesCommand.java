package dev.kspm.cli.rego;

import dev.kspm.cli.Console;
import dev.kspm.rego.RegoEngine;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code kspm rego capabilities}: which builtins and features policies may use. */
@Command(
    name = "capabilities",
    description = "Prints the builtin functions and features that policies may use.",
    mixinStandardHelpOptions = true)
public final class CapabilitiesCommand implements Callable<Integer> {
  private final Console console;

  @Option(names = "--current", description = "those of this version, as without this option")
  boolean current;

  public CapabilitiesCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    console.out().println(GoJson.write(RegoEngine.builder().allBuiltins().build().capabilities()));
    return 0;
  }
}
