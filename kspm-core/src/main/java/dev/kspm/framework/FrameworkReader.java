package dev.kspm.framework;

import dev.kspm.codec.PlacedException;
import dev.kspm.codec.YamlFields;
import dev.kspm.codec.YamlNode;
import dev.kspm.rego.diagnostic.SourceText;
import dev.kspm.rule.RuleFileException;
import dev.kspm.rule.RuleProblem;
import dev.kspm.rule.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Makes a framework of its YAML. Not thread-safe. */
public final class FrameworkReader {
  private final List<PlacedException> problems = new ArrayList<>();
  private final Set<String> controlIds = new HashSet<>();

  private FrameworkReader() {}

  /**
   * Reads a framework.
   *
   * @param builtIn whether it comes with a pack
   * @throws RuleFileException with everything that is wrong
   */
  public static Framework read(SourceText source, boolean builtIn) {
    FrameworkReader reader = new FrameworkReader();
    Optional<Framework> framework = Optional.empty();
    try {
      framework = reader.framework(YamlNode.read(source), builtIn);
    } catch (PlacedException e) {
      reader.problems.add(e);
    }
    if (!reader.problems.isEmpty()) {
      throw new RuleFileException(
          reader.problems.stream().map(problem -> RuleProblem.of("", problem)).sorted().toList());
    }
    return framework.orElseThrow();
  }

  private Optional<Framework> framework(YamlNode root, boolean builtIn) {
    YamlFields fields = new YamlFields(root, problems::add);
    Optional<String> id = fields.requiredText("id");
    Optional<String> version = fields.requiredText("version");
    Optional<String> title = fields.requiredText("title");
    List<String> kubernetes = fields.texts("kubernetes_versions");
    List<Requirement> requirements = new ArrayList<>();
    for (YamlNode item : fields.items("requirements")) {
      requirement(item).ifPresent(requirements::add);
    }
    if (requirements.isEmpty()) {
      problems.add(root.error("requirements must have at least one item"));
    }
    fields.refuseOthers();
    if (!problems.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Framework(
            id.orElseThrow(),
            version.orElseThrow(),
            title.orElseThrow(),
            kubernetes,
            builtIn,
            requirements));
  }

  private Optional<Requirement> requirement(YamlNode node) {
    YamlFields fields = new YamlFields(node, problems::add);
    Optional<String> id = fields.requiredText("id");
    Optional<String> title = fields.requiredText("title");
    List<Control> controls = new ArrayList<>();
    for (YamlNode item : fields.items("controls")) {
      control(item).ifPresent(controls::add);
    }
    fields.refuseOthers();
    return id.flatMap(i -> title.map(t -> new Requirement(i, t, controls)));
  }

  private Optional<Control> control(YamlNode node) {
    YamlFields fields = new YamlFields(node, problems::add);
    Optional<String> id = fields.requiredText("id");
    Optional<String> title = fields.requiredText("title");
    if (id.isPresent() && !controlIds.add(id.get())) {
      problems.add(node.error("control " + id.get() + " is there twice"));
    }
    Control.Builder control =
        Control.builder()
            .level(fields.number("level").map(OptionalInt::of).orElse(OptionalInt.empty()))
            .benchmark(
                fields.word(
                    "benchmark",
                    text ->
                        Set.of("automated", "manual").contains(text)
                            ? Optional.of(text)
                            : Optional.empty(),
                    "automated, manual"))
            .severity(
                fields
                    .word("severity", Severity::of, "critical, high, medium, low, info")
                    .orElse(Severity.MEDIUM))
            .rules(fields.texts("rules"))
            .attest(fields.text("attest"));
    fields
        .word(
            "decided",
            text ->
                switch (text) {
                  case "automatic" -> Optional.of(Decided.AUTOMATIC);
                  case "partly" -> Optional.of(Decided.PARTLY);
                  case "manual" -> Optional.of(Decided.MANUAL);
                  default -> Optional.<Decided>empty();
                },
            "automatic, partly, manual")
        .ifPresent(control::decided);
    fields.refuseOthers();
    return id.flatMap(i -> title.map(t -> control.id(i).title(t).build()));
  }
}
