package dev.kspm.cli;

import dev.kspm.Kspm;
import dev.kspm.RuleCheck;
import dev.kspm.reports.TerminalText;
import dev.kspm.rule.Rule;
import dev.kspm.rule.RuleProblem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kspm rules}: what there is to be checked. */
@Command(
    name = "rules",
    description = "Lists, shows and validates rules.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class RulesCommand implements Callable<Integer> {
  private final Console console;

  @Spec CommandSpec spec = CommandSpec.create();

  RulesCommand(Console console) {
    this.console = console;
  }

  /** This command with its subcommands. */
  static CommandLine of(Console console) {
    return new CommandLine(new RulesCommand(console))
        .addSubcommand(new ListRules(console))
        .addSubcommand(new ShowRule(console))
        .addSubcommand(new ValidateRules(console));
  }

  @Override
  public Integer call() {
    CommandLine.usage(spec.commandLine(), console.err());
    return ExitCode.INPUT;
  }

  private static Kspm kspm(List<Path> folders) {
    Kspm.Builder builder = Kspm.builder();
    folders.forEach(folder -> builder.addRules(Paths.given("--rules", folder)));
    return builder.build();
  }

  /** {@code kspm rules list}. */
  @Command(name = "list", description = "Lists all rules.", mixinStandardHelpOptions = true)
  static final class ListRules implements Callable<Integer> {
    private final Console console;

    @Option(names = "--rules", paramLabel = "PATH", description = "a folder with rules of your own")
    List<Path> folders = new ArrayList<>();

    @Option(names = "--type", paramLabel = "TYPE", description = "only rules on this resource type")
    String type = "";

    ListRules(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() {
      Columns columns = new Columns("RULE", "SEVERITY", "RESOURCE TYPES", "TITLE");
      Map<String, Integer> byType = new TreeMap<>();
      int rules = 0;
      for (Rule rule : kspm(folders).rules()) {
        if (type.isEmpty() || rule.resourceTypes().contains(type)) {
          rules++;
          // A rule on several types counts under its first one.
          byType.merge(rule.resourceTypes().get(0), 1, Integer::sum);
          columns.add(
              rule.id(),
              rule.severity().text(),
              rule.resourceTypes().get(0)
                  + (rule.resourceTypes().size() > 1
                      ? " +" + (rule.resourceTypes().size() - 1)
                      : ""),
              rule.title());
        }
      }
      if (rules == 0 && !type.isEmpty()) {
        throw new InputError("no rule on the resource type \"" + type + "\"");
      }
      console.out().print(columns.render());
      console.out().println();
      byType.forEach((name, count) -> console.out().println(count + " on " + name));
      console.out().println(rules + " rules");
      return ExitCode.DONE;
    }
  }

  /** {@code kspm rules show}. */
  @Command(name = "show", description = "Shows one rule.", mixinStandardHelpOptions = true)
  static final class ShowRule implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "ID", description = "the rule")
    String id = "";

    @Option(names = "--rules", paramLabel = "PATH", description = "a folder with rules of your own")
    List<Path> folders = new ArrayList<>();

    ShowRule(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() {
      Kspm kspm = kspm(folders);
      Rule rule =
          kspm.rules().stream()
              .filter(one -> one.id().equals(id))
              .findFirst()
              .orElseThrow(
                  () -> new InputError("unknown rule \"" + id + "\"; see kspm rules list"));
      console.out().println(rule.id() + ": " + rule.title());
      field("severity", rule.severity().text() + (rule.scored() ? "" : ", not scored"));
      field("resource types", String.join(", ", rule.resourceTypes()));
      field("also reads", String.join(", ", rule.relatedTypes()));
      field("fields", String.join(", ", rule.reads()));
      field("why", rule.why());
      field("fix", rule.fix());
      rule.parameters()
          .forEach(
              (name, parameter) ->
                  field(
                      "parameter " + name,
                      parameter.defaultValue() + "  " + parameter.description()));
      kspm.frameworks()
          .forEach(
              framework ->
                  framework
                      .controls()
                      .filter(control -> control.rules().contains(id))
                      .forEach(
                          control ->
                              field(
                                  "control",
                                  framework.reference()
                                      + " "
                                      + control.id()
                                      + "  "
                                      + control.title())));
      console.out().println();
      console.out().println(rule.policy().text().text().stripTrailing());
      return ExitCode.DONE;
    }

    private void field(String name, String value) {
      if (!value.isEmpty()) {
        console.out().println("  " + name + ": " + value.strip());
      }
    }
  }

  /** {@code kspm rules validate}. */
  @Command(
      name = "validate",
      description =
          "Checks the files of rules of your own: ids, resource types, and that their Rego and their"
              + " libraries compile. Says nothing of what they decide.",
      mixinStandardHelpOptions = true)
  static final class ValidateRules implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "folders with rules")
    List<Path> folders = new ArrayList<>();

    @Option(
        names = "--allow-type",
        paramLabel = "TYPE",
        description = "a resource type that kspm does not know; repeatable")
    List<String> types = new ArrayList<>();

    ValidateRules(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() {
      Kspm.Builder builder = Kspm.builder();
      types.forEach(builder::addResourceType);
      folders.forEach(folder -> Paths.given("PATH", folder));
      RuleCheck check = builder.build().check(folders);
      check
          .problems()
          .forEach(problem -> console.err().println(TerminalText.line("kspm: " + problem)));
      warn(check.clashes());
      if (!check.problems().isEmpty()) {
        return ExitCode.INPUT;
      }
      console
          .out()
          .println(check.rules() + (check.rules() == 1 ? " rule is valid" : " rules are valid"));
      return ExitCode.DONE;
    }

    /** One line, since whoever copies the built-in rules has all of their ids. */
    private void warn(List<RuleProblem> clashes) {
      if (clashes.isEmpty()) {
        return;
      }
      RuleProblem first = clashes.get(0);
      String more = clashes.size() == 1 ? "" : " (and " + (clashes.size() - 1) + " more)";
      console
          .err()
          .println(
              "kspm: warning: "
                  + first.file()
                  + ": "
                  + first.message()
                  + more
                  + "; a scan with both is refused");
    }
  }
}
