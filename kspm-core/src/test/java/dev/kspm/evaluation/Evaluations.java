package dev.kspm.evaluation;

import dev.kspm.rego.RegoEngine;
import dev.kspm.rego.SessionOptions;
import dev.kspm.resource.Resource;
import dev.kspm.resource.ResourceSnapshot;
import dev.kspm.rule.Rule;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Evaluates for tests, on the calling thread. */
final class Evaluations {
  private Evaluations() {}

  static EvaluationResult of(ResourceSnapshot snapshot, Rule... rules) {
    return new Evaluator(RegoEngine.create(), List.of(), Map.of())
        .evaluate(
            snapshot, List.of(rules), SessionOptions.DEFAULT, Runnable::run, (done, of) -> {});
  }

  /** Verdicts by the name of the resource; {@code *} for a collection. */
  static Map<String, Verdict> verdicts(EvaluationResult result) {
    Map<String, Verdict> verdicts = new TreeMap<>();
    for (Evaluation evaluation : result.evaluations()) {
      verdicts.put(evaluation.resource().map(Resource::name).orElse("*"), evaluation.verdict());
    }
    return verdicts;
  }
}
