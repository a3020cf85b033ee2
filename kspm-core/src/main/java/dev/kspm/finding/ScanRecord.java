package dev.kspm.finding;

import dev.kspm.evaluation.Evaluation;
import dev.kspm.framework.ControlMapping;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a store is told of one scan. Immutable.
 *
 * @param id the scan's id
 * @param time the scan's clock
 * @param evaluations all of them, one for each rule and resource key
 * @param controls the controls that each rule serves, with an entry for every rule that was
 *     evaluated
 * @param completeCollections the collections that were read completely: only there does a missing
 *     resource mean that it has gone; the scope may be {@link dev.kspm.resource.Hole#EVERYWHERE}
 */
public record ScanRecord(
    String id,
    Instant time,
    List<Evaluation> evaluations,
    Map<String, List<ControlMapping>> controls,
    Set<Collection> completeCollections) {
  public ScanRecord {
    evaluations = List.copyOf(evaluations);
    controls = Map.copyOf(controls);
    completeCollections = Set.copyOf(completeCollections);
  }

  /** A resource type in a scope. */
  public record Collection(String scope, String resourceType) {}
}
