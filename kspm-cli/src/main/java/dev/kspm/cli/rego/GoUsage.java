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
  public static int refuse(Console console, ParameterException error, String[] args) {
    return refuse(error.getCommandLine(), console, message(error, args));
  }

  private static String message(ParameterException error, String[] args) {
    if (error instanceof UnmatchedArgumentException unmatched && unmatched.isUnknownOption()) {
      return unknown(unmatched.getUnmatched().get(0));
    }
    if (error instanceof MissingParameterException missing
        && missing.getMissing().get(0) instanceof OptionSpec) {
      String last = args[args.length - 1];
      return "flag needs an argument: "
          + (last.startsWith("--") ? last : "'" + last.charAt(last.length() - 1) + "' in " + last);
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

  private static String names(OptionSpec option) {
    return String.join(", ", Stream.of(option.names()).toList());
  }
}
