package dev.kspm.cli;

import dev.kspm.KspmException;
import dev.kspm.cli.rego.GoUsage;
import dev.kspm.cli.rego.RegoCommand;
import dev.kspm.reports.TerminalText;
import dev.kspm.resource.ConnectorException;
import dev.kspm.rule.RuleFileException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Turns whatever goes wrong into a line on standard error and an exit code. */
final class CommandErrors implements IParameterExceptionHandler, IExecutionExceptionHandler {
  private final Console console;

  CommandErrors(Console console) {
    this.console = console;
  }

  @Override
  public int handleParseException(ParameterException error, String[] args) {
    CommandLine command = error.getCommandLine();
    if (isRego(command)) {
      return GoUsage.refuse(console, error, args);
    }
    String name = command.getCommandSpec().qualifiedName();
    String message = String.valueOf(error.getMessage()).replaceAll("\\R\\s*", " ");
    console.err().println("kspm: " + message + " (see " + name + " --help)");
    return ExitCode.INPUT;
  }

  @Override
  public int handleExecutionException(Exception error, CommandLine command, ParseResult parsed) {
    describe(error)
        .lines()
        .forEach(line -> console.err().println("kspm: " + TerminalText.line(line)));
    if (!(error instanceof InputError) && System.getenv("KSPM_DEBUG") != null) {
      error.printStackTrace(console.err());
    }
    return isRego(command) ? 1 : ExitCode.INPUT;
  }

  /** A line about an error; several when files of rules have several mistakes. */
  static String describe(Exception error) {
    if (error instanceof UncheckedIOException && error.getCause() instanceof IOException cause) {
      return describe(cause);
    } else if (error instanceof NoSuchFileException missing) {
      return missing.getFile() + ": no such file or directory";
    } else if (error instanceof AccessDeniedException denied) {
      return denied.getFile() + ": permission denied";
    } else if (error instanceof FileSystemException file && file.getReason() != null) {
      return file.getFile() + ": " + file.getReason();
    } else if (error instanceof InputError
        || error instanceof KspmException
        || error instanceof RuleFileException
        || error instanceof ConnectorException
        || error instanceof IOException) {
      return String.valueOf(error.getMessage());
    }
    return "internal error, please report it (KSPM_DEBUG=1 shows where): "
        + String.valueOf(error).replace('\n', ' ');
  }

  private static boolean isRego(CommandLine command) {
    for (CommandLine at = command; at != null; at = at.getParent()) {
      if (at.getCommand() instanceof RegoCommand) {
        return true;
      }
    }
    return false;
  }
}
