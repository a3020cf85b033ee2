package dev.kspm;

import dev.kspm.evaluation.Evaluation;
import dev.kspm.evaluation.EvaluationResult;
import dev.kspm.evaluation.Evaluator;
import dev.kspm.finding.Finding;
import dev.kspm.finding.FindingId;
import dev.kspm.finding.ScanRecord;
import dev.kspm.finding.Transition;
import dev.kspm.finding.Transition.Kind;
import dev.kspm.framework.Control;
import dev.kspm.framework.ControlState;
import dev.kspm.framework.Framework;
import dev.kspm.framework.Requirement;
import dev.kspm.framework.VerdictCounts;
import dev.kspm.rego.SessionOptions;
import dev.kspm.resource.Completeness;
import dev.kspm.resource.Hole;
import dev.kspm.resource.Resource;
import dev.kspm.resource.ResourceSnapshot;
import dev.kspm.rule.ResourceTypes;
import dev.kspm.rule.Rule;
import dev.kspm.rule.RuleProblem;
import dev.kspm.score.PostureScore;
import dev.kspm.score.ScoredEvaluation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** One scan of a snapshot. */
final class Scan {
  private final Catalogue catalogue;
  private final Evaluator evaluator;
  private final ScanSettings settings;
  private final Instant started;

  Scan(Catalogue catalogue, Evaluator evaluator, ScanSettings settings, Instant started) {
    this.catalogue = catalogue;
    this.evaluator = evaluator;
    this.settings = settings;
    this.started = started;
  }

  ScanResult of(ResourceSnapshot snapshot) {
    String id = UUID.randomUUID().toString();
    Instant time =
        Objects.requireNonNullElseGet(settings.now(), () -> snapshot.collectedAt().orElse(started));
    List<Rule> rules = catalogue.chosenRules();
    EvaluationResult result = evaluate(snapshot, rules, time);
    result.printed().forEach(settings.print());
    List<Transition> transitions =
        settings
            .store()
            .store(
                new ScanRecord(
                    id,
                    time,
                    result.evaluations(),
                    catalogue.controls(rules),
                    completeCollections(snapshot)));
    Map<String, Finding> findings = new TreeMap<>();
    for (Transition transition : transitions) {
      if (transition.kind() != Kind.GONE && transition.kind() != Kind.UNDECIDED) {
        findings.put(transition.finding().id(), transition.finding());
      }
    }
    Map<String, List<ScoredEvaluation>> scored = new HashMap<>();
    Map<String, Long> outside = new HashMap<>();
    for (Evaluation evaluation : result.evaluations()) {
      if (!evaluation.notAsked().isEmpty()) {
        outside.merge(evaluation.rule().id(), 1L, Long::sum);
        continue;
      }
      scored
          .computeIfAbsent(evaluation.rule().id(), rule -> new ArrayList<>())
          .add(ScoredEvaluation.of(evaluation, isMuted(evaluation, findings, time)));
    }
    Set<RuleProblem> problems = new TreeSet<>(result.problems());
    problems.addAll(catalogue.problems());
    problems.addAll(mistypedTypes(rules, snapshot));
    return ScanResult.builder()
        .id(id)
        .startedAt(started)
        .finishedAt(Instant.now())
        .time(time)
        .version(
            Objects.requireNonNullElse(
                Kspm.class.getPackage().getImplementationVersion(), "development"))
        .input(snapshot.input())
        .resources(
            snapshot.resources().stream()
                .collect(
                    Collectors.groupingBy(Resource::type, TreeMap::new, Collectors.counting())))
        .completeness(completeness(snapshot, result.evaluations()))
        .score(score(rules.stream().filter(Rule::scored).map(Rule::id).toList(), scored))
        .frameworks(
            catalogue.chosenFrameworks().stream().map(f -> framework(f, scored, outside)).toList())
        .evaluations(result.evaluations())
        .findings(
            result.evaluations().stream()
                .flatMap(evaluation -> findingId(evaluation).stream())
                .flatMap(finding -> Optional.ofNullable(findings.get(finding)).stream())
                .toList())
        .transitions(transitions)
        .problems(problems)
        .build();
  }

  /** A rule on a type that nobody knows would judge nothing, and nobody would notice. */
  private List<RuleProblem> mistypedTypes(List<Rule> rules, ResourceSnapshot snapshot) {
    ResourceTypes known =
        catalogue
            .types()
            .with(snapshot.resources().stream().map(Resource::type).toList())
            .with(snapshot.completeness().stream().map(Completeness::resourceType).toList());
    return rules.stream().flatMap(rule -> known.check(rule).stream()).toList();
  }

  private EvaluationResult evaluate(ResourceSnapshot snapshot, List<Rule> rules, Instant time) {
    settings.listener().evaluating(rules.size(), snapshot.resources().size());
    SessionOptions options = SessionOptions.DEFAULT.withLimits(settings.limits()).withClock(time);
    Executor given = settings.executor();
    if (given != null) {
      return evaluator.evaluate(snapshot, rules, options, given, settings.listener()::evaluated);
    }
    ExecutorService pool =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), new ScanThreads());
    try {
      return evaluator.evaluate(snapshot, rules, options, pool, settings.listener()::evaluated);
    } finally {
      pool.shutdownNow();
    }
  }

  /** What connectors said; of types that nobody asked for only those that were missed. */
  private static List<Completeness> completeness(
      ResourceSnapshot snapshot, List<Evaluation> evaluations) {
    Map<ScanRecord.Collection, Set<String>> missed = new HashMap<>();
    for (Evaluation evaluation : evaluations) {
      for (String type : evaluation.notAsked()) {
        for (String scope : List.of(evaluation.scope(), Hole.EVERYWHERE)) {
          missed
              .computeIfAbsent(
                  new ScanRecord.Collection(scope, type), collection -> new TreeSet<>())
              .add(evaluation.rule().id());
        }
      }
    }
    List<Completeness> words = new ArrayList<>();
    for (Completeness word : snapshot.completeness()) {
      Set<String> rules =
          missed.getOrDefault(
              new ScanRecord.Collection(word.scope(), word.resourceType()), Set.of());
      if (word.state() != Completeness.State.NOT_ASKED) {
        words.add(word);
      } else if (!rules.isEmpty()) {
        words.add(
            new Completeness(
                word.resourceType(),
                word.scope(),
                word.state(),
                word.reason() + "; needed by " + String.join(", ", rules)));
      }
    }
    return words.stream().sorted().toList();
  }

  private static Set<ScanRecord.Collection> completeCollections(ResourceSnapshot snapshot) {
    Set<ScanRecord.Collection> complete = new HashSet<>();
    for (Completeness word : snapshot.completeness()) {
      if (word.state().isWhole()) {
        complete.add(new ScanRecord.Collection(word.scope(), word.resourceType()));
      }
    }
    for (Completeness word : snapshot.completeness()) {
      if (word.state().isHole()) {
        complete.remove(new ScanRecord.Collection(word.scope(), word.resourceType()));
      }
    }
    snapshot.holes().stream()
        .filter(hole -> hole.document().isEmpty())
        .forEach(
            hole -> complete.remove(new ScanRecord.Collection(hole.scope(), hole.resourceType())));
    return complete;
  }

  private static Optional<String> findingId(Evaluation evaluation) {
    return evaluation.resourceKey().map(key -> FindingId.of(evaluation.rule().id(), key));
  }

  private static boolean isMuted(
      Evaluation evaluation, Map<String, Finding> findings, Instant time) {
    return findingId(evaluation)
        .flatMap(id -> Optional.ofNullable(findings.get(id)))
        .filter(finding -> finding.isMutedAt(time))
        .isPresent();
  }

  private FrameworkResult framework(
      Framework framework, Map<String, List<ScoredEvaluation>> scored, Map<String, Long> outside) {
    List<ControlResult> controls = new ArrayList<>();
    Set<String> rules = new LinkedHashSet<>();
    for (Requirement requirement : framework.requirements()) {
      for (Control control : requirement.controls()) {
        rules.addAll(control.rules());
        PostureScore score = score(control.rules(), scored);
        long open =
            control.rules().stream().distinct().mapToLong(r -> outside.getOrDefault(r, 0L)).sum();
        ControlState state =
            ControlState.of(
                control, false, score.counts().plus(new VerdictCounts(0, 0, 0, open, 0)));
        controls.add(
            new ControlResult(
                requirement,
                control,
                state,
                state == ControlState.SKIP && score.counts().muted() > 0,
                score));
      }
    }
    return new FrameworkResult(framework, score(rules, scored), controls);
  }

  private PostureScore score(Collection<String> rules, Map<String, List<ScoredEvaluation>> scored) {
    return PostureScore.of(
        rules.stream()
            .distinct()
            .flatMap(rule -> scored.getOrDefault(rule, List.of()).stream())
            .toList(),
        settings.weights());
  }
}
