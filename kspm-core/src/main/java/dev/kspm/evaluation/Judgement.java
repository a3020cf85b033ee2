package dev.kspm.evaluation;

import dev.kspm.resource.Resource;
import java.util.List;
import java.util.Optional;

/**
 * A verdict on one document, before those that share a resource key are merged.
 *
 * @param notAsked types that it needs, if it is open for no other reason than that nobody asked
 */
record Judgement(
    Optional<Resource> document,
    String type,
    Verdict verdict,
    List<Evidence> evidence,
    List<String> reasons,
    List<String> notAsked) {
  Judgement(
      Optional<Resource> document,
      String type,
      Verdict verdict,
      List<Evidence> evidence,
      List<String> reasons) {
    this(document, type, verdict, evidence, reasons, List.of());
  }

  static Judgement ofCollection(String type, List<String> reasons) {
    return new Judgement(Optional.empty(), type, Verdict.UNKNOWN, List.of(), reasons);
  }
}
