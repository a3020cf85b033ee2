package dev.kspm.cli;

import dev.kspm.Kspm;
import dev.kspm.framework.Control;
import dev.kspm.framework.Decided;
import dev.kspm.framework.Framework;
import dev.kspm.framework.Requirement;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kspm frameworks}: what rules are good for. */
@Command(
    name = "frameworks",
    description = "Lists and shows frameworks.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class FrameworksCommand implements Callable<Integer> {
  private final Console console;

  @Spec CommandSpec spec = CommandSpec.create();

  FrameworksCommand(Console console) {
    this.console = console;
  }

  /** This command with its subcommands. */
  static CommandLine of(Console console) {
    return new CommandLine(new FrameworksCommand(console))
        .addSubcommand(new ListFrameworks(console))
        .addSubcommand(new ShowFramework(console));
  }

  @Override
  public Integer call() {
    CommandLine.usage(spec.commandLine(), console.err());
    return ExitCode.INPUT;
  }

  /** {@code kspm frameworks list}. */
  @Command(name = "list", description = "Lists all frameworks.", mixinStandardHelpOptions = true)
  static final class ListFrameworks implements Callable<Integer> {
    private final Console console;

    ListFrameworks(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() {
      Columns columns =
          new Columns("FRAMEWORK", "CONTROLS", "AUTOMATIC", "PARTLY", "MANUAL", "RULES", "TITLE");
      for (Framework framework : Kspm.builder().build().frameworks()) {
        columns.add(
            framework.reference(),
            String.valueOf(framework.controls().count()),
            count(framework, Decided.AUTOMATIC),
            count(framework, Decided.PARTLY),
            count(framework, Decided.MANUAL),
            String.valueOf(
                framework.controls().flatMap(one -> one.rules().stream()).distinct().count()),
            framework.title());
      }
      console.out().print(columns.render());
      return ExitCode.DONE;
    }

    private static String count(Framework framework, Decided decided) {
      return String.valueOf(
          framework.controls().filter(control -> control.decided() == decided).count());
    }
  }

  /** {@code kspm frameworks show}. */
  @Command(
      name = "show",
      description = "Shows the controls of a framework.",
      mixinStandardHelpOptions = true)
  static final class ShowFramework implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "ID[@VERSION]", description = "the framework")
    String reference = "";

    ShowFramework(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() {
      List<Framework> found =
          Kspm.builder().build().frameworks().stream()
              .filter(one -> one.reference().equals(reference) || one.id().equals(reference))
              .toList();
      if (found.isEmpty()) {
        throw new InputError("unknown framework \"" + reference + "\"; see kspm frameworks list");
      }
      for (Framework framework : found) {
        show(framework);
      }
      return ExitCode.DONE;
    }

    private void show(Framework framework) {
      console.out().println(framework.reference() + ": " + framework.title());
      for (Requirement requirement : framework.requirements()) {
        console.out().println();
        console.out().println(requirement.id() + " " + requirement.title());
        for (Control control : requirement.controls()) {
          console
              .out()
              .println(
                  "  "
                      + control.id()
                      + " "
                      + control.title()
                      + " ["
                      + control.decided().name().toLowerCase(Locale.ROOT)
                      + "]");
          if (!control.rules().isEmpty()) {
            console.out().println("      " + String.join(", ", control.rules()));
          }
          control.attest().ifPresent(text -> console.out().println("      attest: " + text));
        }
      }
    }
  }
}
