package dev.kspm.evaluation;

import dev.kspm.evaluation.CompiledRule.Form;
import dev.kspm.rego.CompiledPolicy;
import dev.kspm.rego.Session;
import dev.kspm.rego.SessionOptions;
import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.policy.EvalError;
import dev.kspm.rego.policy.LimitExceeded;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import dev.kspm.resource.Resource;
import dev.kspm.rule.RuleProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One rule in one scope. Belongs to one thread. */
final class RuleRun {
  private final CompiledRule compiled;
  private final RuleInput input;
  private final SessionOptions options;
  private final PrintedLines printed;
  private final List<Judgement> judgements = new ArrayList<>();
  private final TreeSet<RuleProblem> problems = new TreeSet<>();

  private final Stop stop;
  private volatile @Nullable Session current;

  RuleRun(CompiledRule compiled, RuleInput input, SessionOptions options, Stop stop) {
    this.stop = stop;
    this.compiled = compiled;
    this.input = input;
    this.printed = new PrintedLines(compiled.rule.id());
    this.options = options.withHoles(input.holePaths()).withPrint(printed::add);
  }

  /** Ends this run soon; called from another thread. */
  void cancel() {
    Session session = current;
    if (session != null) {
      session.cancel();
    }
  }

  private Session start(CompiledPolicy policy, String type, SessionOptions with) {
    Session session = policy.session(input.value(type), with);
    current = session;
    stop.check();
    return session;
  }

  /**
   * What is known of each document, and of collections that could not be read.
   *
   * @throws dev.kspm.rego.policy.Cancelled if the run was stopped
   */
  List<Judgement> judge() {
    stop.begins(this);
    try {
      return judgeTypes();
    } finally {
      stop.ends(this);
    }
  }

  private List<Judgement> judgeTypes() {
    problems.addAll(compiled.problems);
    for (String type : compiled.rule.resourceTypes()) {
      List<Resource> documents = input.documents(type);
      List<String> open = input.openCollection(type);
      if (!open.isEmpty()) {
        judgements.add(Judgement.ofCollection(type, open));
      }
      if (documents.isEmpty()) {
        continue;
      }
      CompiledPolicy policy = compiled.policy;
      if (policy == null) {
        String reason = "the rule cannot be compiled: " + compiled.problems.get(0);
        documents.forEach(document -> add(document, type, Verdict.UNKNOWN, List.of(reason)));
      } else if (compiled.form == Form.EVAL) {
        new EvalRun(policy, type).judge(documents);
      } else {
        new ResultsRun(policy, type).judge(documents);
      }
    }
    return judgements;
  }

  Set<RuleProblem> problems() {
    return problems;
  }

  /** Lines of {@code print}; what is evaluated again for its evidence does not print again. */
  List<RulePrint> printed() {
    return printed.all();
  }

  private SessionOptions again() {
    return options.withRecordReads(true).withPrint(null);
  }

  private void add(Resource document, String type, Verdict verdict, List<String> reasons) {
    judgements.add(new Judgement(Optional.of(document), type, verdict, List.of(), reasons));
  }

  private String report(RuntimeException e) {
    RuleProblem problem;
    if (e instanceof EvalError error && error.span().row() > 0) {
      Span span = error.span();
      problem =
          new RuleProblem(
              compiled.rule.id(),
              span.file().isEmpty() ? compiled.rule.policy().text().name() : span.file(),
              span.row(),
              span.column(),
              error.code(),
              error.text());
    } else {
      String code = e instanceof EvalError error ? error.code() : RuleProblem.RESULT;
      String text = e instanceof EvalError error ? error.text() : String.valueOf(e.getMessage());
      problem = compiled.atHead(code, text);
    }
    problems.add(problem);
    return "the rule ended with an error: " + problem;
  }

  /** {@code FAIL} may stand in spite of holes; everything else that noticed one is open. */
  private Verdict despiteHoles(Verdict verdict, Set<Integer> holes) {
    boolean stands = holes.isEmpty() || (verdict == Verdict.FAIL && compiled.rule.failIsFinal());
    return stands ? verdict : Verdict.UNKNOWN;
  }

  /** Asks {@code eval} of each document, all in one session. */
  private final class EvalRun {
    private final CompiledPolicy policy;
    private final String type;
    private Session session;

    EvalRun(CompiledPolicy policy, String type) {
      this.policy = policy;
      this.type = type;
      this.session = start(policy, type, options);
    }

    void judge(List<Resource> documents) {
      for (int i = 0; i < documents.size(); i++) {
        stop.check();
        judge(documents.get(i), i);
      }
    }

    private void judge(Resource document, int index) {
      @Nullable Value answer;
      try {
        answer = eval(index);
      } catch (EvalError | LimitExceeded e) {
        add(document, type, Verdict.UNKNOWN, List.of(report(e)));
        return;
      }
      Set<Integer> holes = session.holesNoticed();
      Verdict verdict = Verdict.SKIP;
      if (answer != null) {
        Optional<Verdict> known = Verdict.ofWord(answer);
        if (known.isEmpty()) {
          RuleProblem problem =
              compiled.wrongResult("eval gave " + answer + ", not pass, fail or skip");
          problems.add(problem);
          add(document, type, Verdict.UNKNOWN, List.of("wrong result of the rule: " + problem));
          return;
        }
        verdict = known.get();
      }
      verdict = despiteHoles(verdict, holes);
      List<Evidence> evidence =
          verdict.isFinding() ? evidence(document, index, verdict) : List.of();
      judgements.add(
          new Judgement(
              Optional.of(document),
              type,
              verdict,
              evidence,
              verdict == Verdict.UNKNOWN ? input.reasons(holes) : List.of(),
              verdict == Verdict.UNKNOWN ? input.notAsked(holes) : List.of()));
    }

    /** The session's budget is for all documents; one that comes late gets a budget of its own. */
    private @Nullable Value eval(int index) {
      try {
        return session.call(CompiledRule.EVAL, argument(session, index));
      } catch (LimitExceeded e) {
        if (index == 0) {
          throw e;
        }
        session = start(policy, type, options);
        return session.call(CompiledRule.EVAL, argument(session, index));
      }
    }

    private Value argument(Session in, int index) {
      return documentAt(in, type, index);
    }

    private List<Evidence> evidence(Resource document, int index, Verdict verdict) {
      if (!compiled.hasEvidence) {
        return verdict == Verdict.FAIL ? pathsRead(document, index) : List.of();
      }
      try {
        @Nullable Value told = session.call(CompiledRule.EVIDENCE, argument(session, index));
        return told == null
            ? List.of()
            : new EvidenceReader(compiled, problems::add).read(told, document.configuration());
      } catch (EvalError | LimitExceeded e) {
        report(e);
        return List.of();
      }
    }

    /** A rule that gives no evidence is evaluated once more, and what it reads is the evidence. */
    private List<Evidence> pathsRead(Resource document, int index) {
      Session traced = start(policy, type, again());
      try {
        traced.call(CompiledRule.EVAL, argument(traced, index));
      } catch (EvalError | LimitExceeded e) {
        report(e);
        return List.of();
      }
      return ReadPaths.in(document, type, index, traced.pathsRead());
    }
  }

  private static Value documentAt(Session session, String type, int index) {
    if (session.input() instanceof ObjectValue root
        && root.get(RuleInput.RESOURCES) instanceof ObjectValue resources
        && resources.get(StringValue.of(type)) instanceof ArrayValue list) {
      return list.get(index);
    }
    throw new IllegalStateException("the session's input has no " + type);
  }

  /** Evaluates {@code results} once; everything in it has read the same. */
  private final class ResultsRun {
    private final CompiledPolicy policy;
    private final String type;

    ResultsRun(CompiledPolicy policy, String type) {
      this.policy = policy;
      this.type = type;
    }

    void judge(List<Resource> documents) {
      Session session = start(policy, type, options);
      @Nullable Value results;
      try {
        results = session.value(CompiledRule.RESULTS);
      } catch (EvalError | LimitExceeded e) {
        String reason = report(e);
        documents.forEach(document -> add(document, type, Verdict.UNKNOWN, List.of(reason)));
        return;
      }
      Set<Integer> holes = session.holesNoticed();
      ResultsReader reader = new ResultsReader(compiled, input, type);
      reader.read(results);
      problems.addAll(reader.problems());
      List<String> open = input.reasons(holes);
      for (int index = 0; index < documents.size(); index++) {
        Resource document = documents.get(index);
        Optional<String> wrong = reader.wrongFor(document);
        if (wrong.isPresent()) {
          add(document, type, Verdict.UNKNOWN, List.of(wrong.get()));
          continue;
        }
        Verdict verdict = despiteHoles(reader.verdictOn(document), holes);
        judgements.add(
            new Judgement(
                Optional.of(document),
                type,
                verdict,
                verdict == Verdict.FAIL ? evidence(document, index) : List.of(),
                verdict == Verdict.UNKNOWN ? open : List.of(),
                verdict == Verdict.UNKNOWN ? input.notAsked(holes) : List.of()));
      }
    }

    private List<Evidence> evidence(Resource document, int index) {
      Session session = start(policy, type, again());
      try {
        if (compiled.hasEvidence) {
          @Nullable Value told =
              session.call(CompiledRule.EVIDENCE, documentAt(session, type, index));
          return told == null
              ? List.of()
              : new EvidenceReader(compiled, problems::add).read(told, document.configuration());
        }
        session.value(CompiledRule.RESULTS);
        return ReadPaths.in(document, type, index, session.pathsRead());
      } catch (EvalError | LimitExceeded e) {
        report(e);
        return List.of();
      }
    }
  }
}
