package dev.kspm.cli;

import dev.kspm.cli.rego.CapabilitiesCommand;
import dev.kspm.cli.rego.CheckCommand;
import dev.kspm.cli.rego.EvalCommand;
import dev.kspm.cli.rego.ParseCommand;
import dev.kspm.cli.rego.RegoCommand;
import dev.kspm.cli.rego.TestCommand;
import picocli.CommandLine;

/** Where the program starts. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    Console console = Console.ofProcess();
    int code = run(console, args);
    console.out().flush();
    console.err().flush();
    System.exit(code);
  }

  /** Runs one command line and returns its exit code; never exits. */
  static int run(Console console, String... args) {
    CommandLine rego = new CommandLine(new RegoCommand(console));
    rego.addSubcommand(new EvalCommand(console));
    rego.addSubcommand(new TestCommand(console));
    rego.addSubcommand(new CheckCommand(console));
    rego.addSubcommand(new ParseCommand(console));
    rego.addSubcommand(new CapabilitiesCommand(console));
    CommandLine line = new CommandLine(new KspmCommand(console));
    line.addSubcommand(new ScanCommand(console));
    line.addSubcommand(RulesCommand.of(console));
    line.addSubcommand(FrameworksCommand.of(console));
    line.addSubcommand(rego);
    line.setExpandAtFiles(false);
    rego.setOverwrittenOptionsAllowed(true);
    line.setOut(console.outWriter());
    line.setErr(console.errWriter());
    CommandErrors errors = new CommandErrors(console);
    line.setParameterExceptionHandler(errors);
    line.setExecutionExceptionHandler(errors);
    try {
      return finished(console, line.execute(args));
    } catch (StackOverflowError e) {
      console.err().println("kspm: the input is nested too deeply");
      return ExitCode.INPUT;
    }
  }

  /** A report that nobody could read is an error, and printing does not tell of one. */
  private static int finished(Console console, int code) {
    if (console.out().checkError()) {
      console.err().println("kspm: standard output: cannot be written");
      return ExitCode.INPUT;
    }
    return code;
  }
}
