package dev.kspm.samples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kspm.FrameworkResult;
import dev.kspm.ScanResult;
import dev.kspm.evaluation.Verdict;
import dev.kspm.finding.Finding;
import dev.kspm.resource.Resource;
import dev.kspm.resource.ResourceKey;
import dev.kspm.resource.ResourceSnapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One entry of a sample's {@code known.json}: a verdict that is certain from reading the documents.
 */
record KnownVerdict(
    String framework, String control, String resource, Verdict expect, String because) {
  /** The versions that the entries are about. */
  private static final Map<String, String> VERSIONS =
      Map.of("cis-kubernetes", "1.12", "cis-eks", "1.8.0", "cis-aks", "1.8");

  static List<KnownVerdict> read(Path file) throws IOException {
    List<KnownVerdict> all = new ArrayList<>();
    for (JsonNode entry : new ObjectMapper().readTree(file.toFile())) {
      all.add(
          new KnownVerdict(
              entry.get("framework").asText(),
              entry.get("control").asText(),
              entry.get("resource").asText(),
              Verdict.valueOf(entry.get("expect").asText()),
              entry.get("because").asText()));
    }
    return all;
  }

  KnownVerdict withResource(String other) {
    return new KnownVerdict(framework, control, other, expect, because);
  }

  /** The rules of the control; none when it is for a person to decide. */
  List<String> rules(ScanResult result) {
    return result.frameworks().stream()
        .map(FrameworkResult::framework)
        .filter(one -> one.id().equals(framework) && one.version().equals(VERSIONS.get(framework)))
        .flatMap(one -> one.controls())
        .filter(one -> one.id().equals(control))
        .flatMap(one -> one.rules().stream())
        .toList();
  }

  /** What the scan says: FAIL if any rule of the control fails, empty when none decided. */
  Optional<Verdict> decided(ScanResult result, ResourceSnapshot snapshot) {
    Set<ResourceKey> keys =
        snapshot.resources().stream()
            .filter(this::isMeant)
            .map(Resource::key)
            .collect(Collectors.toSet());
    List<String> rules = rules(result);
    Set<Verdict> verdicts =
        result.findings().stream()
            .filter(finding -> rules.contains(finding.rule().id()))
            .filter(finding -> keys.contains(finding.resource().key()))
            .map(Finding::verdict)
            .collect(Collectors.toSet());
    if (verdicts.contains(Verdict.FAIL)) {
      return Optional.of(Verdict.FAIL);
    }
    return verdicts.stream().findFirst();
  }

  /** By name; a subscription stands for what belongs to it. */
  private boolean isMeant(Resource candidate) {
    return candidate.name().equalsIgnoreCase(resource)
        || (resource.startsWith("/subscriptions/")
            && candidate.key().value().startsWith(resource.toLowerCase(Locale.ROOT) + "/"));
  }

  @Override
  public String toString() {
    return framework + " " + control + " of " + resource + ": " + expect + ", " + because;
  }
}
