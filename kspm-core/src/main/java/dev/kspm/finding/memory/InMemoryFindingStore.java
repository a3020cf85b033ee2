package dev.kspm.finding.memory;

import dev.kspm.evaluation.Evaluation;
import dev.kspm.finding.Finding;
import dev.kspm.finding.FindingId;
import dev.kspm.finding.FindingStore;
import dev.kspm.finding.Lifecycle;
import dev.kspm.finding.Mute;
import dev.kspm.finding.ScanRecord;
import dev.kspm.finding.Transition;
import dev.kspm.resource.Hole;
import dev.kspm.resource.Resource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Keeps the current findings in memory. Thread-safe. */
public final class InMemoryFindingStore implements FindingStore {
  private TreeMap<String, Finding> findings = new TreeMap<>();

  @Override
  public synchronized List<Transition> store(ScanRecord scan) {
    TreeMap<String, Finding> next = new TreeMap<>(findings);
    TreeMap<String, Transition> transitions = new TreeMap<>();
    Set<String> seen = new HashSet<>();
    for (Evaluation evaluation : scan.evaluations()) {
      Optional<Resource> resource = evaluation.resource();
      if (resource.isEmpty()) {
        continue;
      }
      String id = FindingId.of(evaluation.rule().id(), resource.get().key());
      seen.add(id);
      Lifecycle.next(
              Optional.ofNullable(findings.get(id)),
              evaluation,
              scan.controls().getOrDefault(evaluation.rule().id(), List.of()),
              scan.time())
          .ifPresent(transition -> transitions.put(id, transition));
    }
    for (Finding finding : findings.values()) {
      if (!seen.contains(finding.id())
          && scan.controls().containsKey(finding.rule().id())
          && wasReadCompletely(finding.resource(), scan)) {
        Lifecycle.gone(finding, scan.time())
            .ifPresent(transition -> transitions.put(finding.id(), transition));
      }
    }
    transitions.forEach((id, transition) -> next.put(id, transition.finding()));
    findings = next;
    return List.copyOf(transitions.values());
  }

  private static boolean wasReadCompletely(Resource resource, ScanRecord scan) {
    String scope = resource.cluster().or(resource::account).orElse("");
    return Stream.of(scope, Hole.EVERYWHERE)
        .map(place -> new ScanRecord.Collection(place, resource.type()))
        .anyMatch(scan.completeCollections()::contains);
  }

  @Override
  public synchronized Optional<Finding> find(String id) {
    return Optional.ofNullable(findings.get(id));
  }

  @Override
  public synchronized List<Finding> findings() {
    return new ArrayList<>(findings.values());
  }

  @Override
  public synchronized boolean mute(String id, Optional<Mute> mute) {
    return findings.computeIfPresent(id, (same, finding) -> finding.toBuilder().mute(mute).build())
        != null;
  }
}
