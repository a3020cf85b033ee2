package dev.kspm.evaluation;

import dev.kspm.rego.PolicySource;
import dev.kspm.rego.RegoEngine;
import dev.kspm.rego.SessionOptions;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import dev.kspm.resource.ResourceSnapshot;
import dev.kspm.rule.Rule;
import dev.kspm.rule.RuleProblem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Judges resources by rules. Thread-safe; rules are compiled when they are first needed, once.
 *
 * <p>The shared libraries are compiled to one base, and each rule on top of it by itself, so that a
 * broken rule harms no other, nor a broken library a rule that does not read it. One rule in one
 * scope is one piece of work, done in one session.
 */
public final class Evaluator {
  private final RegoEngine engine;
  private final List<PolicySource> sources;
  private final Map<String, Map<String, Value>> parameters;
  private final Map<Rule, CompiledRule> compiled = new ConcurrentHashMap<>();
  private @Nullable Libraries libraries;

  /**
   * Compiles nothing yet.
   *
   * @param libraries modules of packages {@code kspm.lib.<name>}
   * @param parameters values of parameters that are not the defaults, by rule id and name
   */
  public Evaluator(
      RegoEngine engine, List<PolicySource> libraries, Map<String, Map<String, Value>> parameters) {
    this.engine = engine;
    this.sources = List.copyOf(libraries);
    this.parameters = Map.copyOf(parameters);
  }

  private synchronized Libraries libraries() {
    Libraries known = libraries;
    if (known == null) {
      known = Libraries.compile(engine, sources);
      libraries = known;
    }
    return known;
  }

  /** Hears how many of the pieces of work are done. */
  public interface Progress {
    /** Called from any thread. */
    void done(int done, int of);
  }

  /**
   * What is wrong with a rule before it is evaluated: its Rego does not compile, or defines neither
   * {@code eval} nor {@code results}, or it reads a library that is broken or not there.
   */
  public List<RuleProblem> check(Rule rule) {
    return compiled(rule).problems;
  }

  /**
   * What is wrong with the shared libraries; rules that do not read a broken one are not harmed.
   */
  public Set<RuleProblem> libraryProblems() {
    return new TreeSet<>(libraries().problems());
  }

  /**
   * Judges a snapshot.
   *
   * @param executor where pieces of work run; this call waits for all of them
   * @throws dev.kspm.rego.policy.Cancelled if the thread is interrupted; it stays interrupted
   */
  public EvaluationResult evaluate(
      ResourceSnapshot snapshot,
      List<Rule> rules,
      SessionOptions options,
      Executor executor,
      Progress progress) {
    Set<String> types = new TreeSet<>();
    for (Rule rule : rules) {
      types.addAll(rule.resourceTypes());
      types.addAll(rule.relatedTypes());
    }
    List<RuleInput> inputs = Scopes.of(snapshot, types);
    return evaluate(inputs, new Merge(snapshot), rules, options, executor, progress);
  }

  /**
   * Tries a rule on a bare input, as its fixtures do: what the input does not have is not there.
   *
   * @param holes paths from the root of the input
   * @return one evaluation for each document of the input's main type
   * @throws IllegalArgumentException if a document is not an object
   */
  public EvaluationResult tryOut(
      Rule rule, ObjectValue input, List<List<Value>> holes, SessionOptions options) {
    String mainType =
        input.get("main_resource_type") instanceof StringValue type
            ? type.value()
            : rule.resourceTypes().get(0);
    RuleInput ruleInput =
        new RuleInput(
            "",
            RuleInput.trialDocuments(input),
            holes.stream()
                .map(
                    path ->
                        new InputHole(path, new DocumentPath(path).text(), InputHole.Kind.DECLARED))
                .toList());
    Rule onlyMain = rule.toBuilder().resourceTypes(List.of(mainType)).build();
    return evaluate(
        List.of(ruleInput),
        new Merge(ResourceSnapshot.builder().build()),
        List.of(onlyMain),
        options,
        Runnable::run,
        (done, of) -> {});
  }

  private EvaluationResult evaluate(
      List<RuleInput> inputs,
      Merge merge,
      List<Rule> rules,
      SessionOptions options,
      Executor executor,
      Progress progress) {
    AtomicInteger done = new AtomicInteger();
    Stop stop = new Stop();
    int total = rules.size() * inputs.size();
    List<Piece> pieces = new ArrayList<>();
    List<CompletableFuture<?>> running = new ArrayList<>();
    for (Rule rule : rules) {
      for (RuleInput input : inputs) {
        Piece piece = new Piece(rule, input, new ArrayList<>(), new TreeSet<>(), new ArrayList<>());
        pieces.add(piece);
        running.add(
            CompletableFuture.runAsync(
                () -> {
                  if (concerns(rule, input)) {
                    RuleRun run = new RuleRun(compiled(rule), input, options, stop);
                    piece.judgements.addAll(run.judge());
                    piece.problems.addAll(run.problems());
                    piece.printed.addAll(run.printed());
                  }
                  progress.done(done.incrementAndGet(), total);
                },
                executor));
      }
    }
    await(running, stop);
    List<Evaluation> evaluations = new ArrayList<>();
    TreeSet<RuleProblem> problems = new TreeSet<>(libraries().problems());
    Map<Rule, Map<String, List<Judgement>>> byRule = new LinkedHashMap<>();
    List<RulePrint> printed = new ArrayList<>();
    for (Piece piece : pieces) {
      problems.addAll(piece.problems);
      printed.addAll(piece.printed);
      byRule
          .computeIfAbsent(piece.rule, rule -> new TreeMap<>())
          .put(piece.input.scope(), piece.judgements);
    }
    byRule.forEach((rule, byScope) -> evaluations.addAll(merge.merge(rule, byScope)));
    return new EvaluationResult(
        evaluations.stream().sorted().toList(), List.copyOf(problems), printed);
  }

  /** Waits for all pieces; an interrupt of this thread stops them. */
  private static void await(List<CompletableFuture<?>> running, Stop stop) {
    CompletableFuture<Void> all =
        CompletableFuture.allOf(running.toArray(new CompletableFuture<?>[0]));
    boolean interrupted = false;
    try {
      while (true) {
        try {
          all.get();
          return;
        } catch (InterruptedException e) {
          interrupted = true;
          stop.now();
        }
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      } else if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw new IllegalStateException("a rule ended with a checked exception", e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Rules without anything to judge are not even compiled. */
  private static boolean concerns(Rule rule, RuleInput input) {
    return rule.resourceTypes().stream()
        .anyMatch(
            type -> !input.documents(type).isEmpty() || !input.openCollection(type).isEmpty());
  }

  private CompiledRule compiled(Rule rule) {
    return compiled.computeIfAbsent(
        rule,
        unused ->
            CompiledRule.compile(libraries(), rule, parameters.getOrDefault(rule.id(), Map.of())));
  }

  private record Piece(
      Rule rule,
      RuleInput input,
      List<Judgement> judgements,
      TreeSet<RuleProblem> problems,
      List<RulePrint> printed) {}
}
