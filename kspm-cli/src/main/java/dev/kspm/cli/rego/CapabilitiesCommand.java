package dev.kspm.cli.rego;

import dev.kspm.cli.Console;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code kspm rego capabilities}: which builtins and features policies may use; without options the
 * versions of opa whose capabilities are known.
 */
@Command(
    name = "capabilities",
    description = "Prints the builtin functions and features that policies may use.")
public final class CapabilitiesCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = "--current",
      description = "those of this version",
      converter = FlagTypes.Bool.class)
  boolean current;

  @Option(names = "--version", paramLabel = "VERSION", description = "those of a version of opa")
  String version = "";

  @Option(names = "--file", paramLabel = "FILE", description = "those that a file names")
  String file = "";

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help message and exit.")
  boolean help;

  @Option(names = "--v0-compatible", hidden = true, converter = FlagTypes.Bool.class)
  boolean v0Compatible;

  public CapabilitiesCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    @Nullable CapabilityFile found;
    if (current) {
      found = CapabilityFile.current();
    } else if (!version.isEmpty()) {
      found = CapabilityFile.ofVersion(version);
    } else if (!file.isEmpty()) {
      found = CapabilityFile.read(file);
    } else {
      CapabilityVersions.read().keySet().forEach(console.out()::println);
      return 0;
    }
    if (found == null) {
      String which = version.isEmpty() ? file : version;
      console.err().println("no such file or capabilities version found: " + which);
      return 1;
    }
    console.out().println(GoJson.write(found.ordered()));
    return 0;
  }
}
