package dev.kspm.cli.rego;

import dev.kspm.cli.Console;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Refuses a command line in the words of Go programs, with the usage after them. */
public final class GoUsage {
  private GoUsage() {}

  /** Prints what is wrong and returns the exit code. */
  static int refuse(CommandLine command, Console console, String message) {
    console.err().println("Error: " + message);
    command.usage(console.err());
    return 1;
  }

  /** Prints what is wrong with an option and returns the exit code. */
  public static int refuse(Console console, ParameterException error) {
    return refuse(error.getCommandLine(), console, message(error));
  }

  private static String message(ParameterException error) {
    if (error instanceof UnmatchedArgumentException unmatched && unmatched.isUnknownOption()) {
      return unknown(unmatched.getUnmatched().get(0));
    }
    if (error instanceof MissingParameterException missing
        && missing.getMissing().get(0) instanceof OptionSpec option) {
      return "flag needs an argument: " + shortest(option);
    }
    @Nullable ArgSpec about = error.getArgSpec();
    String text = String.valueOf(error.getMessage());
    int end = text.indexOf("': ");
    if (about instanceof OptionSpec option && error.getValue() != null && end > 0) {
      return "invalid argument \""
          + error.getValue()
          + "\" for \""
          + names(option)
          + "\" flag: "
          + text.substring(end + 3);
    }
    return text.replace('\n', ' ');
  }

  private static String unknown(String flag) {
    if (flag.startsWith("--")) {
      int end = flag.indexOf('=');
      return "unknown flag: " + (end < 0 ? flag : flag.substring(0, end));
    }
    return "unknown shorthand flag: '" + flag.charAt(1) + "' in " + flag;
  }

  /** The last word of the command line must be the option; how it was spelt is not known here. */
  private static String shortest(OptionSpec option) {
    String name = option.shortestName();
    return name.length() == 2 ? "'" + name.charAt(1) + "' in " + name : name;
  }

  private static String names(OptionSpec option) {
    return String.join(", ", Stream.of(option.names()).toList());
  }
}
