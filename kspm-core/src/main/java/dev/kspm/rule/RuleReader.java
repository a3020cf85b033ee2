package dev.kspm.rule;

import dev.kspm.codec.PlacedException;
import dev.kspm.codec.YamlFields;
import dev.kspm.codec.YamlNode;
import dev.kspm.rego.PolicySource;
import dev.kspm.rego.diagnostic.SourceText;
import dev.kspm.rego.policy.RegoVersion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes a rule of a {@code rule.yaml} and a {@code rule.rego}. Thread-safe. */
public final class RuleReader {
  private static final String SEVERITIES = "critical, high, medium, low, info";

  private RuleReader() {}

  /**
   * Reads a rule.
   *
   * @param description the text of {@code rule.yaml}
   * @param policy the text of {@code rule.rego}; it is not compiled
   * @throws RuleFileException with everything that is wrong with the description
   */
  public static Rule read(SourceText description, SourceText policy, RuleOrigin origin) {
    List<PlacedException> problems = new ArrayList<>();
    Optional<String> id = Optional.empty();
    try {
      YamlNode root = YamlNode.read(description);
      YamlFields fields = new YamlFields(root, problems::add);
      id = fields.requiredText("id");
      id.filter(text -> !Rule.isId(text))
          .ifPresent(
              text ->
                  problems.add(
                      fields
                          .node("id")
                          .orElse(root)
                          .error("id may have " + Rule.ID_FORM + ": " + text)));
      Optional<String> title = fields.requiredText("title");
      fields.requiredText("severity");
      Optional<Severity> severity = fields.word("severity", Severity::of, SEVERITIES);
      List<String> types = fields.texts("resource_types");
      if (types.isEmpty()) {
        problems.add(root.error("resource_types must name at least one type"));
      }
      refuseTwins(fields, types, problems);
      RegoVersion version =
          fields
              .word(
                  "rego",
                  text ->
                      switch (text) {
                        case "v0" -> Optional.of(RegoVersion.V0);
                        case "v1" -> Optional.of(RegoVersion.V1);
                        default -> Optional.<RegoVersion>empty();
                      },
                  "v0, v1")
              .orElse(RegoVersion.V0);
      Rule.Builder rule =
          Rule.builder()
              .policy(new PolicySource(policy, version))
              .description(description)
              .origin(origin)
              .scored(fields.flag("scored", true))
              .resourceTypes(types)
              .relatedTypes(fields.texts("related_types"))
              .failIsFinal(fields.flag("fail_is_final", false))
              .reads(fields.texts("reads"))
              .parameters(parameters(fields, problems))
              .why(fields.text("why").orElse(""))
              .fix(fields.text("fix").orElse(""))
              .tags(fields.texts("tags"))
              .replaces(fields.texts("replaces"))
              .clonedFrom(fields.text("cloned_from"))
              .version(fields.number("version").orElse(1));
      fields.refuseOthers();
      if (problems.isEmpty()) {
        return rule.id(id.orElseThrow())
            .title(title.orElseThrow())
            .severity(severity.orElseThrow())
            .build();
      }
    } catch (PlacedException e) {
      problems.add(e);
    }
    String ruleId = id.orElse("");
    throw new RuleFileException(
        problems.stream().map(problem -> RuleProblem.of(ruleId, problem)).sorted().toList());
  }

  /** A type that is there twice would be judged twice. */
  private static void refuseTwins(
      YamlFields fields, List<String> types, List<PlacedException> problems) {
    Set<String> seen = new HashSet<>();
    for (YamlNode item : types.isEmpty() ? List.<YamlNode>of() : fields.items("resource_types")) {
      item.text()
          .filter(type -> !seen.add(type))
          .ifPresent(type -> problems.add(item.error("resource type " + type + " is there twice")));
    }
  }

  private static Map<String, RuleParameter> parameters(
      YamlFields fields, List<PlacedException> problems) {
    Map<String, RuleParameter> parameters = new LinkedHashMap<>();
    fields
        .node("parameters")
        .ifPresent(
            node -> {
              new YamlFields(node, problems::add);
              node.members()
                  .forEach(
                      (name, member) -> {
                        YamlFields parameter = new YamlFields(member, problems::add);
                        String description = parameter.text("description").orElse("");
                        parameter.node("default");
                        YamlNode defaultNode = member.members().get("default");
                        if (defaultNode == null) {
                          problems.add(member.error("default is missing"));
                        } else {
                          parameters.put(name, new RuleParameter(defaultNode.value(), description));
                        }
                        parameter.refuseOthers();
                      });
            });
    return parameters;
  }
}
