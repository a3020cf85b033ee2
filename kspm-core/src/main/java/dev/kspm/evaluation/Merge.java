package dev.kspm.evaluation;

import dev.kspm.resource.Resource;
import dev.kspm.resource.ResourceKey;
import dev.kspm.resource.ResourceSnapshot;
import dev.kspm.rule.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Makes one evaluation of the judgements of a rule that share a resource key: FAIL wins, then
 * UNKNOWN, PASS, SKIP. Shown is the document of the owner that stands for them.
 */
final class Merge {
  private static final Comparator<Place> BEST =
      Comparator.comparing((Place place) -> -place.judgement.verdict().strength())
          .thenComparing(place -> !place.isOwn())
          .thenComparing(place -> place.document.objectKey())
          .thenComparing(place -> place.scope);

  private final Map<ResourceKey, Resource> owners = new HashMap<>();

  Merge(ResourceSnapshot snapshot) {
    for (Resource resource : snapshot.resources()) {
      if (resource.objectKey().equals(resource.key())) {
        owners.putIfAbsent(resource.key(), resource);
      }
    }
  }

  /** The evaluations of a rule, from its judgements by scope. */
  List<Evaluation> merge(Rule rule, Map<String, List<Judgement>> byScope) {
    List<Evaluation> evaluations = new ArrayList<>();
    Map<ResourceKey, List<Place>> byKey = new TreeMap<>();
    byScope.forEach(
        (scope, judgements) -> {
          for (Judgement judgement : judgements) {
            Optional<Resource> document = judgement.document();
            if (document.isPresent()) {
              byKey
                  .computeIfAbsent(document.get().key(), key -> new ArrayList<>())
                  .add(new Place(scope, document.get(), judgement));
            } else {
              evaluations.add(
                  Evaluation.builder()
                      .rule(rule)
                      .scope(scope)
                      .resourceType(judgement.type())
                      .verdict(judgement.verdict())
                      .reasons(judgement.reasons())
                      .build());
            }
          }
        });
    byKey.forEach((key, places) -> evaluations.add(merge(rule, key, places)));
    return evaluations;
  }

  private Evaluation merge(Rule rule, ResourceKey key, List<Place> places) {
    Place best = places.stream().min(BEST).orElseThrow();
    Resource shown = owners.getOrDefault(key, best.document);
    Verdict verdict = best.judgement.verdict();
    Evaluation.Builder evaluation =
        Evaluation.builder()
            .rule(rule)
            .scope(best.scope)
            .resource(shown)
            .resourceType(shown.type())
            .verdict(verdict)
            .evidence(best.judgement.evidence());
    if (!best.document.objectKey().equals(shown.objectKey())) {
      evaluation.evidenceFrom(best.document.objectKey());
    }
    if (verdict == Verdict.UNKNOWN) {
      evaluation.reasons(
          places.stream()
              .flatMap(place -> place.judgement.reasons().stream())
              .distinct()
              .sorted()
              .toList());
      List<Judgement> open =
          places.stream()
              .map(Place::judgement)
              .filter(judgement -> judgement.verdict() == Verdict.UNKNOWN)
              .toList();
      if (open.stream().noneMatch(judgement -> judgement.notAsked().isEmpty())) {
        evaluation.notAsked(
            open.stream()
                .flatMap(judgement -> judgement.notAsked().stream())
                .distinct()
                .sorted()
                .toList());
      }
    }
    return evaluation.build();
  }

  private record Place(String scope, Resource document, Judgement judgement) {
    boolean isOwn() {
      return document.objectKey().equals(document.key());
    }
  }
}
