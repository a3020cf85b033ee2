package dev.kspm.reports;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.kspm.evaluation.Evidence;
import dev.kspm.evaluation.Verdict;
import dev.kspm.finding.Finding;
import dev.kspm.finding.Mute;
import dev.kspm.framework.ControlMapping;
import dev.kspm.resource.Resource;
import dev.kspm.rule.Severity;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** One finding with the keys of Datadog's misconfiguration document, and its evidence. */
final class FindingDocument {
  private FindingDocument() {}

  static void write(JsonGenerator to, Finding finding, Instant time, boolean full)
      throws IOException {
    Resource resource = finding.resource();
    to.writeStartObject();
    to.writeStringField("finding_id", finding.id());
    to.writeStringField("finding_type", "misconfiguration");
    to.writeStringField("title", finding.rule().title());
    to.writeStringField("description", description(finding));
    to.writeStringField("status", finding.isMutedAt(time) ? "muted" : "open");
    to.writeStringField("severity", finding.severity().text());
    writeSeverityDetails(to, finding.severity());
    if (finding.severity() != finding.rule().severity()) {
      to.writeStringField("base_severity", finding.rule().severity().text());
    }
    to.writeNumberField("first_seen_at", finding.firstSeenAt().toEpochMilli());
    to.writeNumberField("last_seen_at", finding.lastSeenAt().toEpochMilli());
    to.writeNumberField("detection_changed_at", finding.evaluationChangedAt().toEpochMilli());
    to.writeStringField("resource_id", resource.key().value());
    to.writeStringField("resource_name", resource.name());
    to.writeStringField("resource_type", resource.type());
    writeRule(to, finding);
    writeCompliance(to, finding);
    writeCloudResource(to, resource, full || finding.verdict() == Verdict.FAIL);
    if (resource.cluster().isPresent()) {
      to.writeObjectFieldStart("k8s");
      to.writeStringField("cluster_id", resource.cluster().get());
      to.writeEndObject();
    }
    to.writeArrayFieldStart("tags");
    Set<String> tags = new LinkedHashSet<>(finding.rule().tags());
    tags.addAll(resource.tags());
    for (String tag : tags) {
      to.writeString(tag);
    }
    to.writeEndArray();
    writeEvidence(to, finding);
    if (finding.mute().isPresent()) {
      writeMute(to, finding.mute().get(), finding.isMutedAt(time));
    }
    to.writeObjectFieldStart("metadata");
    to.writeStringField("schema_version", "2");
    to.writeEndObject();
    to.writeEndObject();
  }

  private static String description(Finding finding) {
    String fix = finding.rule().fix();
    return "%%%\n"
        + finding.rule().why()
        + (fix.isEmpty() ? "" : "\n\n## Remediation\n\n" + fix)
        + "\n%%%";
  }

  private static void writeSeverityDetails(JsonGenerator to, Severity severity) throws IOException {
    to.writeObjectFieldStart("severity_details");
    to.writeObjectFieldStart("adjusted");
    int level =
        switch (severity) {
          case INFO -> 0;
          case LOW -> 1;
          case MEDIUM -> 2;
          case HIGH -> 3;
          case CRITICAL -> 4;
        };
    to.writeNumberField("score", level == 0 ? 0 : 3 * level - 1);
    to.writeStringField("value", severity.text());
    to.writeNumberField("value_id", level);
    to.writeEndObject();
    to.writeEndObject();
  }

  private static void writeRule(JsonGenerator to, Finding finding) throws IOException {
    to.writeObjectFieldStart("rule");
    to.writeStringField("id", finding.rule().id());
    to.writeStringField("default_rule_id", finding.rule().clonedFrom().orElse(finding.rule().id()));
    to.writeStringField("name", finding.rule().title());
    to.writeStringField(
        "type",
        finding.resource().type().endsWith("_node")
            ? "infrastructure configuration"
            : "cloud configuration");
    to.writeNumberField("version", finding.rule().version());
    to.writeEndObject();
  }

  private static void writeCompliance(JsonGenerator to, Finding finding) throws IOException {
    to.writeObjectFieldStart("compliance");
    to.writeStringField("evaluation", Texts.lower(finding.verdict()));
    to.writeArrayFieldStart("frameworks");
    Set<String> requirements = new LinkedHashSet<>();
    Set<String> controls = new LinkedHashSet<>();
    for (ControlMapping mapping : finding.controls()) {
      to.writeStartObject();
      to.writeStringField("framework", mapping.framework());
      to.writeStringField("version", mapping.version());
      to.writeStringField("requirement", mapping.requirement());
      to.writeStringField("control", mapping.control());
      to.writeBooleanField("is_default", mapping.isDefault());
      to.writeEndObject();
      String requirement = mapping.framework() + "/" + mapping.requirement();
      requirements.add(requirement);
      controls.add(requirement + "/" + mapping.control());
    }
    to.writeEndArray();
    writeStrings(to, "framework_requirements", requirements);
    writeStrings(to, "framework_requirement_controls", controls);
    to.writeEndObject();
  }

  private static void writeStrings(JsonGenerator to, String name, Iterable<String> texts)
      throws IOException {
    to.writeArrayFieldStart(name);
    for (String text : texts) {
      to.writeString(text);
    }
    to.writeEndArray();
  }

  private static void writeCloudResource(
      JsonGenerator to, Resource resource, boolean withConfiguration) throws IOException {
    to.writeObjectFieldStart("cloud_resource");
    writeOptional(to, "account", resource.account());
    to.writeStringField("category", resource.type().endsWith("_node") ? "hosts" : "compute");
    writeOptional(to, "cloud_provider", provider(resource));
    writeOptional(to, "region", resource.region());
    to.writeStringField("display_name", resource.name());
    to.writeStringField("key", resource.key().value());
    if (withConfiguration) {
      to.writeFieldName("configuration");
      ValueJson.write(to, resource.configuration());
    }
    to.writeEndObject();
  }

  private static Optional<String> provider(Resource resource) {
    if (resource.type().startsWith("aws_")) {
      return Optional.of("aws");
    }
    return resource.type().startsWith("azure_") ? Optional.of("azure") : Optional.empty();
  }

  private static void writeOptional(JsonGenerator to, String name, Optional<String> text)
      throws IOException {
    if (text.isPresent()) {
      to.writeStringField(name, text.get());
    }
  }

  private static void writeEvidence(JsonGenerator to, Finding finding) throws IOException {
    to.writeArrayFieldStart("evidence");
    for (Evidence evidence : finding.evidence()) {
      to.writeStartObject();
      to.writeStringField("path", evidence.path());
      to.writeFieldName("value");
      ValueJson.write(to, evidence.value());
      to.writeFieldName("expected");
      if (evidence.expected().isPresent()) {
        ValueJson.write(to, evidence.expected().get());
      } else {
        to.writeNull();
      }
      to.writeEndObject();
    }
    to.writeEndArray();
  }

  private static void writeMute(JsonGenerator to, Mute mute, boolean holds) throws IOException {
    to.writeObjectFieldStart("workflow");
    to.writeObjectFieldStart("mute");
    to.writeBooleanField("is_muted", holds);
    to.writeStringField("reason", mute.reason().name());
    to.writeStringField("description", mute.description());
    if (mute.expiresAt().isPresent()) {
      to.writeNumberField("expire_at", mute.expiresAt().get().toEpochMilli());
    }
    to.writeNumberField("muted_at", mute.mutedAt().toEpochMilli());
    to.writeObjectFieldStart("muted_by");
    to.writeStringField("name", mute.mutedBy());
    to.writeEndObject();
    to.writeEndObject();
    to.writeEndObject();
  }
}
