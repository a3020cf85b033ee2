package dev.kspm;

import static dev.kspm.TestRules.resource;
import static dev.kspm.TestRules.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kspm.evaluation.RulePrint;
import dev.kspm.evaluation.Verdict;
import dev.kspm.finding.Finding;
import dev.kspm.finding.FindingDocument;
import dev.kspm.finding.Mute;
import dev.kspm.finding.Transition;
import dev.kspm.framework.ControlState;
import dev.kspm.framework.Framework;
import dev.kspm.framework.FrameworkReader;
import dev.kspm.rego.Json;
import dev.kspm.rego.PolicySource;
import dev.kspm.rego.diagnostic.SourceText;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.resource.ClusterIdentity;
import dev.kspm.resource.Completeness;
import dev.kspm.resource.Completeness.State;
import dev.kspm.resource.ReadRequest;
import dev.kspm.resource.Resource;
import dev.kspm.resource.ResourceConnector;
import dev.kspm.resource.ResourceKey;
import dev.kspm.resource.ResourceSink;
import dev.kspm.resource.ResourceSnapshot;
import dev.kspm.rule.Rule;
import dev.kspm.rule.RuleOrigin;
import dev.kspm.rule.RulePack;
import dev.kspm.rule.RuleProblem;
import dev.kspm.score.Fraction;
import dev.kspm.spi.KspmPlugin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KspmTest {
  private static final Instant TIME = Instant.parse("2026-01-01T00:00:00Z");
  private static final String BY_FLAG =
      "eval(r) := \"fail\" if r.bad\nelse := \"pass\"\n"
          + "evidence(r) := [{\"path\": [\"bad\"], \"value\": r.bad, \"expected\": false}]";
  private static final Framework FRAMEWORK =
      FrameworkReader.read(
          SourceText.of(
              "f.yaml",
              """
              id: cis
              version: "1"
              title: t
              requirements:
                - id: "1"
                  title: Pods and all
                  controls:
                    - {id: "1.1", title: a, rules: [flag]}
                    - {id: "1.2", title: b, rules: [secrets]}
                    - {id: "1.3", title: c, rules: [], decided: manual}
                    - {id: "1.4", title: d, rules: [nothing]}
              """),
          true);

  private static final ResourceSnapshot SNAPSHOT =
      ResourceSnapshot.builder()
          .addResources(
              resource("pod", "p1", "{\"bad\": true}").addTags("team:a").build(),
              resource("pod", "p2", "{}").build(),
              resource("pod", "p3", "{}").build())
          .addCompleteness(Completeness.complete("pod", "c"))
          .addCompleteness(new Completeness("secret", "c", State.DENIED, "403"))
          .collectedAt(TIME)
          .build();

  private static final Rule FLAG = rule("flag", "pod", BY_FLAG).origin(RuleOrigin.BUILT_IN).build();
  private static final Rule SECRETS =
      rule("secrets", "secret", BY_FLAG).origin(RuleOrigin.BUILT_IN).build();
  private static final Rule NOTHING =
      rule("nothing", "ghost", BY_FLAG).origin(RuleOrigin.BUILT_IN).scored(false).build();

  private static Kspm.Builder kspm() {
    return Kspm.builder()
        .discoverPlugins(false)
        .addRule(FLAG)
        .addRule(SECRETS)
        .addRule(NOTHING)
        .addFramework(FRAMEWORK);
  }

  private static ObjectValue member(ObjectValue object, String name) {
    return (ObjectValue) object.get(name);
  }

  @Test
  void aScanHasFindingsScoresAndControls() {
    ScanResult result = kspm().build().scan(SNAPSHOT);
    assertThat(result.time()).isEqualTo(TIME);
    assertThat(result.findings())
        .extracting(finding -> finding.resource().name() + " " + finding.verdict())
        .containsExactly("p1 FAIL", "p2 PASS", "p3 PASS");
    assertThat(result.score().value()).contains(Fraction.of(2, 3));
    assertThat(result.score().lowest()).contains(Fraction.of(1, 3));
    assertThat(result.score().highest()).contains(Fraction.of(5, 6));
    assertThat(result.score().coverage()).contains(Fraction.of(3, 4));
    assertThat(result.frameworks().get(0).controls())
        .extracting(ControlResult::state)
        .containsExactly(
            ControlState.FAIL, ControlState.UNKNOWN, ControlState.MANUAL, ControlState.SKIP);
    assertThat(result.undecided()).hasSize(1);
    assertThat(result.isComplete()).isFalse();
    assertThat(result.resources()).containsEntry("pod", 3L);
  }

  private static final Rule AROUND =
      rule(
              "flag",
              "pod",
              "eval(r) := \"fail\" if count(input.resources.role) > 0\nelse := \"pass\"")
          .origin(RuleOrigin.BUILT_IN)
          .build();

  @Test
  void whatNobodyAskedForIsInNoScoreAndItsControlIsUnknown() {
    Kspm kspm =
        Kspm.builder().discoverPlugins(false).addRule(AROUND).addFramework(FRAMEWORK).build();
    ResourceSnapshot pod =
        ResourceSnapshot.builder()
            .addResources(resource("pod", "p1", "{}").build())
            .addCompleteness(Completeness.complete("pod", "c"))
            .build();
    kspm.scan(
        ResourceSnapshot.join(
            List.of(
                pod,
                ResourceSnapshot.builder()
                    .addResources(resource("role", "r1", "{}").build())
                    .build())));
    ScanResult result =
        kspm.scan(
            ResourceSnapshot.builder()
                .from(pod)
                .addCompleteness(
                    new Completeness("role", "c", State.NOT_ASKED, "around"),
                    new Completeness("other", "c", State.NOT_ASKED, "around"))
                .build());
    assertThat(result.score().coverage()).isEmpty();
    assertThat(result.undecided()).isEmpty();
    assertThat(result.isComplete()).isFalse();
    assertThat(result.frameworks().get(0).controls().get(0).state())
        .isEqualTo(ControlState.UNKNOWN);
    assertThat(result.completeness())
        .containsExactly(
            Completeness.complete("pod", "c"),
            new Completeness("role", "c", State.NOT_ASKED, "around; needed by flag"));
    assertThat(result.transitions())
        .extracting(Transition::kind)
        .containsExactly(Transition.Kind.UNDECIDED);
  }

  @Test
  void mutedFindingsLeaveScoreAndControl() {
    Kspm kspm = kspm().build();
    Finding bad = kspm.scan(SNAPSHOT).findings().get(0);
    kspm.store()
        .mute(
            bad.id(),
            Optional.of(
                new Mute(Mute.Reason.RISK_ACCEPTED, "", Optional.empty(), TIME, "somebody")));
    ScanResult again = kspm.scan(SNAPSHOT);
    assertThat(again.score().value()).contains(Fraction.ONE);
    assertThat(again.score().counts().muted()).isEqualTo(1);
    assertThat(again.frameworks().get(0).controls().get(0).state()).isEqualTo(ControlState.PASS);
    assertThat(again.transitions())
        .extracting(Transition::kind)
        .containsOnly(Transition.Kind.UNCHANGED);
  }

  @Test
  void theFindingIsADocument() {
    Finding bad = kspm().build().scan(SNAPSHOT).findings().get(0);
    ObjectValue document = FindingDocument.of(bad, TIME, true);
    assertThat(document.get("finding_id")).isEqualTo(Json.read('"' + bad.id() + '"'));
    assertThat(document.get("resource_id")).isEqualTo(Json.read("\"c/pod/p1\""));
    assertThat(document.get("first_seen_at")).isEqualTo(Json.read("" + TIME.toEpochMilli()));
    assertThat(document.get("evidence"))
        .isEqualTo(Json.read("[{\"path\": \"bad\", \"value\": true, \"expected\": false}]"));
    assertThat(document.get("compliance"))
        .isEqualTo(
            Json.read(
                """
                {"evaluation": "fail",
                 "frameworks": [{"framework": "cis", "version": "1", "requirement": "Pods and all",
                                 "control": "1.1", "is_default": true}],
                 "framework_requirements": ["cis/Pods and all"],
                 "framework_requirement_controls": ["cis/Pods and all/1.1"]}
                """));
    assertThat(member(document, "cloud_resource").get("configuration"))
        .isEqualTo(Json.read("{\"bad\": true}"));
    assertThat(member(FindingDocument.of(bad, TIME, false), "cloud_resource").get("configuration"))
        .isNull();
    assertThat(String.valueOf(document.get("tags")))
        .contains("team:a", "requirement:pods_and_all", "control:1.1", "scored:true");
  }

  @Test
  void parallelismIsInvisible() {
    List<Resource> shuffled = new ArrayList<>(SNAPSHOT.resources());
    Collections.reverse(shuffled);
    ScanResult one = kspm().executor(Runnable::run).build().scan(SNAPSHOT);
    ScanResult other =
        kspm().build().scan(ResourceSnapshot.builder().from(SNAPSHOT).resources(shuffled).build());
    assertThat(other.findings()).isEqualTo(one.findings());
    assertThat(other.evaluations()).isEqualTo(one.evaluations());
    assertThat(other.frameworks()).isEqualTo(one.frameworks());
  }

  @Test
  void aScanLeavesNoThread() {
    kspm().build().scan(SNAPSHOT);
    assertThat(Thread.getAllStackTraces().keySet())
        .filteredOn(thread -> thread.getName().startsWith("kspm-scan") && !thread.isInterrupted())
        .allSatisfy(
            thread -> {
              thread.join(5_000);
              assertThat(thread.isAlive()).isFalse();
            });
  }

  @Test
  void connectorsAreReadAndTheirClustersJoined() {
    ResourceConnector kubernetes = connector("uid", List.of());
    ResourceConnector cloud = connector("arn", List.of("uid"));
    AtomicInteger read = new AtomicInteger();
    ScanResult result =
        kspm()
            .addConnector(kubernetes)
            .addConnector(cloud)
            .now(TIME.plusSeconds(5))
            .listener(
                new ScanListener() {
                  @Override
                  public void reading(ResourceConnector connector) {
                    read.incrementAndGet();
                  }
                })
            .build()
            .scan();
    assertThat(read).hasValue(2);
    assertThat(result.time()).isEqualTo(TIME.plusSeconds(5));
    assertThat(result.findings())
        .extracting(f -> f.resource().key().value())
        .containsExactly("uid/pod/x");
  }

  private static ResourceConnector connector(String cluster, List<String> aliases) {
    return new ResourceConnector() {
      @Override
      public String name() {
        return cluster;
      }

      @Override
      public Set<String> types() {
        return Set.of("pod");
      }

      @Override
      public void read(ReadRequest request, ResourceSink sink) {
        sink.cluster(new ClusterIdentity(cluster, aliases));
        sink.resource(
            resource("pod", "x", "{}")
                .cluster(cluster)
                .key(ResourceKey.inCluster(cluster, "pod/x"))
                .build());
      }
    };
  }

  @Test
  void chosenFrameworksChooseTheirRules() {
    ScanResult result =
        kspm()
            .addRule(rule("mine", "pod", BY_FLAG).build())
            .addRule(rule("unused", "pod", BY_FLAG).origin(RuleOrigin.BUILT_IN).build())
            .framework("cis@1")
            .build()
            .scan(SNAPSHOT);
    assertThat(result.findings().stream().map(f -> f.rule().id()).distinct())
        .containsExactly("flag", "mine");
  }

  @Test
  void rulesOfOnesOwnCountEverywhereButInFrameworksThatDoNotNameThem() {
    Rule mine = rule("mine", "pod", "eval(r) := \"fail\"").build();
    ScanResult without = kspm().framework("cis").build().scan(SNAPSHOT);
    ScanResult with = kspm().framework("cis").addRule(mine).build().scan(SNAPSHOT);
    assertThat(with.findings().stream().filter(f -> f.rule().id().equals("mine"))).hasSize(3);
    assertThat(with.frameworks()).isEqualTo(without.frameworks());
    assertThat(without.score().value()).contains(Fraction.of(2, 3));
    assertThat(with.score().value()).contains(Fraction.of(1, 3));
  }

  @Test
  void printedLinesGoToTheHost() {
    List<RulePrint> lines = new ArrayList<>();
    kspm()
        .addRule(rule("a", "pod", "eval(r) := \"pass\" if print(\"saw\", r.resource_id)").build())
        .print(lines::add)
        .build()
        .scan(SNAPSHOT);
    assertThat(lines)
        .extracting(RulePrint::toString)
        .containsExactly(
            "a: a/rule.rego:3: saw c/pod/p1",
            "a: a/rule.rego:3: saw c/pod/p2",
            "a: a/rule.rego:3: saw c/pod/p3");
  }

  @Test
  void aMistypedResourceTypeIsAnErrorOfItsRule() {
    Kspm.Builder kspm =
        kspm()
            .addPlugin(
                new KspmPlugin() {
                  @Override
                  public Set<String> resourceTypes() {
                    return Set.of("pod", "secret");
                  }
                });
    ScanResult result =
        kspm.addRule(rule("a", "secert", BY_FLAG).build())
            .addRule(rule("b", "pod", BY_FLAG).addRelatedTypes("mine").build())
            .build()
            .scan(SNAPSHOT);
    assertThat(result.problems())
        .extracting(RuleProblem::toString)
        .containsExactly(
            "a/rule.rego:1:1: rule_file_error: unknown resource type secert; did you mean secret?",
            "b/rule.rego:1:1: rule_file_error: unknown resource type mine");
    ScanResult known =
        kspm.addResourceType("secert")
            .build()
            .scan(
                ResourceSnapshot.builder()
                    .from(SNAPSHOT)
                    .addResources(resource("mine", "m", "{}").build())
                    .build());
    assertThat(known.problems()).isEmpty();
  }

  @Test
  void aFolderMustNotAddToALibraryThatIsThere(@TempDir Path folder) throws IOException {
    Files.createDirectories(folder.resolve("lib"));
    Files.createDirectories(folder.resolve("a"));
    Files.writeString(folder.resolve("a/rule.rego"), "package datadog");
    Files.writeString(
        folder.resolve("a/rule.yaml"), "id: a\ntitle: t\nseverity: low\nresource_types: [pod]\n");
    Files.writeString(folder.resolve("lib/words.rego"), "package kspm.lib.words\n\nyes := true");
    PolicySource library = PolicySource.of("words.rego", "package kspm.lib.words");
    assertThatThrownBy(
            () ->
                kspm()
                    .addRulePack(new RulePack("pack", List.of(), List.of(library)))
                    .addRules(folder)
                    .build())
        .hasMessage(
            folder
                + "/lib/words.rego:1:1: rule_file_error: there is a library kspm.lib.words already;"
                + " use another name");
  }

  @Test
  void whatIsNotThereIsNamed() {
    assertThatThrownBy(() -> kspm().framework("cis@2").build())
        .isInstanceOf(KspmException.class)
        .hasMessage("unknown framework cis@2; there are cis@1");
    assertThatThrownBy(() -> kspm().addRule(rule("flag", "pod", BY_FLAG).build()).build())
        .hasMessage("two rules with the id flag: flag/rule.rego and flag/rule.rego");
    assertThatThrownBy(() -> kspm().parameter("flag", "x", Json.read("1")).build())
        .hasMessage("rule flag has no parameter x");
    assertThatThrownBy(() -> kspm().parameter("none", "x", Json.read("1")).build())
        .hasMessage("parameter of an unknown rule none");
    Framework dangling =
        FrameworkReader.read(
            SourceText.of(
                "g.yaml",
                "{id: g, version: 1, title: t, requirements: [{id: a, title: a, controls: [{id: b,"
                    + " title: b, rules: [gone]}]}]}"),
            false);
    ScanResult result = kspm().addFramework(dangling).build().scan(SNAPSHOT);
    assertThat(result.problems())
        .extracting(RuleProblem::toString)
        .containsExactly("g@1: framework_error: control b names a rule that is not there");
  }

  @Test
  void aBrokenRuleStopsNothing() {
    ScanResult result =
        kspm().addRule(rule("broken", "pod", "eval(r) = {").build()).build().scan(SNAPSHOT);
    assertThat(result.problems()).extracting(RuleProblem::ruleId).containsOnly("broken");
    assertThat(result.findings()).hasSize(3);
    assertThat(result.evaluations().stream().filter(e -> e.rule().id().equals("broken")))
        .extracting(e -> e.verdict())
        .containsExactly(Verdict.UNKNOWN, Verdict.UNKNOWN, Verdict.UNKNOWN);
  }
}
