package dev.kspm.evaluation;

import dev.kspm.resource.Resource;
import java.util.List;
import java.util.Optional;

/** A verdict on one document, before those that share a resource key are merged. */
record Judgement(
    Optional<Resource> document,
    String type,
    Verdict verdict,
    List<Evidence> evidence,
    List<String> reasons) {
  static Judgement ofCollection(String type, List<String> reasons) {
    return new Judgement(Optional.empty(), type, Verdict.UNKNOWN, List.of(), reasons);
  }
}
