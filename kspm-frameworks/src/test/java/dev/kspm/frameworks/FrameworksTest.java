package dev.kspm.frameworks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kspm.framework.Control;
import dev.kspm.framework.Decided;
import dev.kspm.framework.Framework;
import dev.kspm.rule.Rule;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an author may forget: controls, mappings, fixtures, parameters, words. */
class FrameworksTest {
  private static final Pattern PARAMETER =
      Pattern.compile("data\\.kspm\\.parameters\\.([a-z0-9_]+)");
  private static final Path FIXTURES = Path.of("src/test/resources/kspm/rules");

  private final BuiltInFrameworks plugin = new BuiltInFrameworks();
  private final Map<String, Rule> rules =
      plugin.rulePacks().get(0).rules().stream()
          .collect(Collectors.toMap(Rule::id, rule -> rule, (a, b) -> a, TreeMap::new));
  private final List<Framework> frameworks = plugin.frameworks();

  @ParameterizedTest
  @CsvSource({
    "cis-kubernetes, 1.12, 131, 121",
    "cis-kubernetes, 2.0.1, 131, 121",
    "cis-eks, 1.8.0, 50, 42",
    "cis-eks, 2.0.0, 47, 38",
    "cis-aks, 1.8, 51, 44"
  })
  void hasEveryControl(String id, String version, int controls, int automatic) {
    Framework framework =
        frameworks.stream()
            .filter(one -> one.id().equals(id) && one.version().equals(version))
            .findFirst()
            .orElseThrow();
    assertThat(framework.controls()).hasSize(controls);
    assertThat(framework.controls().filter(one -> one.decided() == Decided.AUTOMATIC))
        .hasSizeGreaterThanOrEqualTo(automatic);
  }

  @Test
  void namesRulesThatExist() {
    for (Framework framework : frameworks) {
      assertThat(framework.controls().flatMap(control -> control.rules().stream()))
          .as(framework.reference())
          .allMatch(rules::containsKey);
    }
  }

  @Test
  void saysWhatToAttestWhereRulesDoNotDecide() {
    for (Framework framework : frameworks) {
      framework
          .controls()
          .forEach(
              control -> {
                boolean automatic = control.decided() == Decided.AUTOMATIC;
                String name = framework.reference() + " " + control.id();
                assertThat(control.attest().isEmpty()).as(name).isEqualTo(automatic);
                assertThat(control.rules().isEmpty())
                    .as(name)
                    .isEqualTo(control.decided() == Decided.MANUAL);
              });
    }
  }

  @Test
  void numbersEachControlOnce() {
    for (Framework framework : frameworks) {
      assertThat(framework.controls().map(Control::id))
          .as(framework.reference())
          .doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "aws_eks_cluster",
    "aws_eks_worker_node",
    "azure_aks_cluster",
    "azure_aks_worker_node",
    "kubernetes_master_node",
    "kubernetes_worker_node"
  })
  void hasRulesForEachType(String type) {
    assertThat(rules.values())
        .filteredOn(rule -> rule.resourceTypes().get(0).equals(type))
        .hasSizeGreaterThanOrEqualTo(6);
  }

  @Test
  void everyRuleIsDescribed() {
    assertThat(rules.values())
        .allSatisfy(
            rule -> {
              assertThat(rule.why()).as("why of %s", rule.id()).endsWith(".");
              assertThat(rule.fix()).as("fix of %s", rule.id()).endsWith(".");
              assertThat(rule.reads()).as("reads of %s", rule.id()).isNotEmpty();
              assertThat(rule.tags()).as("tags of %s", rule.id()).isNotEmpty();
            });
  }

  @Test
  void everyRuleHasFixtures() {
    assertThat(rules.keySet())
        .allSatisfy(
            id -> {
              assertThat(FIXTURES.resolve(id).resolve("pass")).isNotEmptyDirectory();
              assertThat(FIXTURES.resolve(id).resolve("fail")).isNotEmptyDirectory();
              assertThat(List.of("skip", "unknown"))
                  .as("skip or unknown of %s", id)
                  .anyMatch(
                      verdict -> FIXTURES.resolve(id).resolve(verdict).toFile().isDirectory());
            });
  }

  /** A parameter may be read by a library, so only names that nobody declares are wrong here. */
  @Test
  void everyParameterThatARuleReadsIsDeclared() {
    for (Rule rule : rules.values()) {
      Set<String> read =
          PARAMETER
              .matcher(rule.policy().text().text())
              .results()
              .map((MatchResult found) -> found.group(1))
              .collect(Collectors.toSet());
      assertThat(rule.parameters().keySet()).as(rule.id()).containsAll(read);
    }
  }
}
