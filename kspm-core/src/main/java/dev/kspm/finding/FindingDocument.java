package dev.kspm.finding;

import dev.kspm.evaluation.Evidence;
import dev.kspm.evaluation.Verdict;
import dev.kspm.framework.ControlMapping;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.BooleanValue;
import dev.kspm.rego.value.NullValue;
import dev.kspm.rego.value.NumberValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import dev.kspm.resource.Relation;
import dev.kspm.resource.Resource;
import dev.kspm.rule.Rule;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * A finding as the document that other programs read: the keys of Datadog's findings, beside them
 * {@code evidence}, {@code tags} and {@code relations}. Times are milliseconds since 1970.
 * Thread-safe.
 */
public final class FindingDocument {
  private FindingDocument() {}

  /**
   * The document of a finding.
   *
   * @param time the clock by which a mute holds or has expired
   * @param withConfiguration whether the resource's configuration is in it
   */
  public static ObjectValue of(Finding finding, Instant time, boolean withConfiguration) {
    Rule rule = finding.rule();
    Resource resource = finding.resource();
    ObjectValue.Builder document =
        ObjectValue.builder()
            .put("finding_id", text(finding.id()))
            .put("finding_type", text("misconfiguration"))
            .put("title", text(rule.title()))
            .put("description", text(description(rule)))
            .put("status", text(status(finding, time)))
            .put("severity", text(finding.severity().text()))
            .put(
                "severity_details",
                object(
                    "adjusted",
                    ObjectValue.builder()
                        .put("value", text(finding.severity().text()))
                        .put("value_id", NumberValue.of(finding.severity().value()))
                        .build()))
            .put("base_severity", text(rule.severity().text()))
            .put("first_seen_at", millis(finding.firstSeenAt()))
            .put("last_seen_at", millis(finding.lastSeenAt()))
            .put("detection_changed_at", millis(finding.evaluationChangedAt()))
            .put("resource_discovery_date", millis(finding.discoveredAt()))
            .put("resource_id", text(resource.key().value()))
            .put("resource_name", text(resource.name()))
            .put("resource_type", text(resource.type()))
            .put("rule", rule(rule))
            .put("compliance", compliance(finding))
            .put("cloud_resource", cloudResource(resource, withConfiguration))
            .put("evidence", list(finding.evidence(), FindingDocument::evidence))
            .put("relations", list(resource.relations(), FindingDocument::relation))
            .put("tags", list(tags(finding), FindingDocument::text))
            .put("metadata", object("schema_version", text("2")))
            .put("workflow", object("mute", mute(finding.mute(), time)));
    resource.cluster().ifPresent(id -> document.put("k8s", object("cluster_id", text(id))));
    finding.evidenceFrom().ifPresent(key -> document.put("evidence_from", text(key.value())));
    if (!finding.undecidedReasons().isEmpty()) {
      document.put("undecided", list(finding.undecidedReasons(), FindingDocument::text));
    }
    return document.build();
  }

  private static String description(Rule rule) {
    return rule.fix().isEmpty() ? rule.why() : rule.why() + "\n\n" + rule.fix();
  }

  private static String status(Finding finding, Instant time) {
    if (finding.closedAt().isPresent()) {
      return "auto_closed";
    }
    return finding.isMutedAt(time) ? "muted" : "open";
  }

  private static Value rule(Rule rule) {
    return ObjectValue.builder()
        .put("id", text(rule.id()))
        .put("default_rule_id", text(rule.clonedFrom().orElse(rule.id())))
        .put("name", text(rule.title()))
        .put("type", text("cloud configuration"))
        .put("version", NumberValue.of(rule.version()))
        .build();
  }

  private static Value compliance(Finding finding) {
    return ObjectValue.builder()
        .put("evaluation", text(finding.verdict() == Verdict.PASS ? "pass" : "fail"))
        .put("frameworks", list(finding.controls(), FindingDocument::mapping))
        .put(
            "framework_requirements",
            list(
                new TreeSet<>(
                    finding.controls().stream()
                        .map(c -> c.framework() + "/" + c.requirement())
                        .toList()),
                FindingDocument::text))
        .put(
            "framework_requirement_controls",
            list(
                new TreeSet<>(
                    finding.controls().stream()
                        .map(c -> c.framework() + "/" + c.requirement() + "/" + c.control())
                        .toList()),
                FindingDocument::text))
        .build();
  }

  private static Value mapping(ControlMapping control) {
    return ObjectValue.builder()
        .put("framework", text(control.framework()))
        .put("version", text(control.version()))
        .put("requirement", text(control.requirement()))
        .put("control", text(control.control()))
        .put("is_default", BooleanValue.of(control.isDefault()))
        .build();
  }

  private static Value cloudResource(Resource resource, boolean withConfiguration) {
    ObjectValue.Builder cloud =
        ObjectValue.builder()
            .put("cloud_provider", text(provider(resource)))
            .put("key", text(resource.key().value()))
            .put("display_name", text(resource.name()));
    resource.account().ifPresent(account -> cloud.put("account", text(account)));
    resource.region().ifPresent(region -> cloud.put("region", text(region)));
    if (withConfiguration) {
      cloud.put("configuration", resource.configuration());
    }
    return cloud.build();
  }

  private static String provider(Resource resource) {
    int end = resource.type().indexOf('_');
    return end < 0 ? resource.type() : resource.type().substring(0, end);
  }

  private static Value evidence(Evidence evidence) {
    return ObjectValue.builder()
        .put("path", text(evidence.path()))
        .put("value", evidence.value())
        .put("expected", evidence.expected().orElse(NullValue.NULL))
        .build();
  }

  private static Value relation(Relation relation) {
    return ObjectValue.builder()
        .put("kind", text(relation.kind()))
        .put("target", text(relation.target().value()))
        .build();
  }

  /** Tags of the resource and the rule, and those that say where the finding belongs. */
  private static Set<String> tags(Finding finding) {
    Resource resource = finding.resource();
    TreeSet<String> tags = new TreeSet<>(resource.tags());
    tags.addAll(finding.rule().tags());
    tags.add("scored:" + finding.rule().scored());
    tags.add("security:compliance");
    tags.add("cloud_provider:" + provider(resource));
    resource.account().ifPresent(account -> tags.add("account_id:" + account));
    resource.region().ifPresent(region -> tags.add("region:" + region));
    resource.cluster().ifPresent(cluster -> tags.add("orch_cluster_id:" + cluster));
    resource.namespace().ifPresent(namespace -> tags.add("kube_namespace:" + namespace));
    for (ControlMapping control : finding.controls()) {
      tags.add("framework:" + control.framework());
      tags.add("framework_version:" + control.framework() + "_v" + control.version());
      tags.add("requirement:" + control.requirement().toLowerCase(Locale.ROOT).replace(' ', '_'));
      tags.add("control:" + control.control());
    }
    return tags;
  }

  private static Value mute(Optional<Mute> mute, Instant time) {
    boolean holds = mute.filter(m -> m.holdsAt(time)).isPresent();
    ObjectValue.Builder document = ObjectValue.builder().put("is_muted", BooleanValue.of(holds));
    if (holds) {
      Mute m = mute.orElseThrow();
      document
          .put("reason", text(m.reason().name()))
          .put("description", text(m.description()))
          .put("muted_at", millis(m.mutedAt()))
          .put("muted_by", object("name", text(m.mutedBy())));
      m.expiresAt().ifPresent(end -> document.put("expire_at", millis(end)));
    }
    return document.build();
  }

  private static <T> ArrayValue list(Collection<T> items, Function<T, Value> each) {
    return ArrayValue.of(items.stream().map(each).toList());
  }

  private static Value object(String key, Value value) {
    return ObjectValue.builder().put(key, value).build();
  }

  private static Value text(String text) {
    return StringValue.of(text);
  }

  private static Value millis(Instant time) {
    return NumberValue.of(time.toEpochMilli());
  }
}
