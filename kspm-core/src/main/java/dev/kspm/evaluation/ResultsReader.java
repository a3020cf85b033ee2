package dev.kspm.evaluation;

import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.SetValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import dev.kspm.resource.Resource;
import dev.kspm.rule.RuleProblem;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads a {@code results} that a rule defines by hand. Belongs to one thread. */
final class ResultsReader {
  private final CompiledRule rule;
  private final String type;
  private final Map<String, Set<Resource>> byName;
  private final TreeSet<RuleProblem> problems = new TreeSet<>();
  private final IdentityHashMap<Resource, Verdict> verdicts = new IdentityHashMap<>();
  private final IdentityHashMap<Resource, String> wrong = new IdentityHashMap<>();
  private boolean allWrong;

  ResultsReader(CompiledRule rule, RuleInput input, String type) {
    this.rule = rule;
    this.type = type;
    this.byName = input.byName(type);
  }

  Set<RuleProblem> problems() {
    return problems;
  }

  /** Why the rule's word on a document cannot be taken. */
  Optional<String> wrongFor(Resource document) {
    if (allWrong) {
      return Optional.of("wrong result of the rule: " + problems.first());
    }
    return Optional.ofNullable(wrong.get(document));
  }

  /** The verdict on a document; SKIP when the results do not name it. */
  Verdict verdictOn(Resource document) {
    return verdicts.getOrDefault(document, Verdict.SKIP);
  }

  /** Takes in the value of {@code results}. */
  void read(@Nullable Value results) {
    List<Value> entries = new ArrayList<>();
    if (results instanceof SetValue set) {
      set.forEach(entries::add);
    } else if (results instanceof ArrayValue array) {
      array.forEach(entries::add);
    } else if (results != null) {
      fail("results is neither a set nor an array: " + results.type());
    }
    entries.forEach(this::entry);
  }

  /** Nobody knows which resource is meant, so none has a verdict. */
  private void fail(String message) {
    problems.add(rule.wrongResult(message));
    allWrong = true;
  }

  private void entry(Value entry) {
    if (!(entry instanceof ObjectValue object)
        || !(object.get("resource_type") instanceof StringValue entryType)
        || !(object.get("resource_id") instanceof StringValue id)) {
      fail("a result needs texts resource_id and resource_type: " + entry);
      return;
    }
    if (!rule.rule.resourceTypes().contains(entryType.value())) {
      fail("a result names the type " + entryType.value() + ", which is no main type of the rule");
      return;
    }
    if (!entryType.value().equals(type)) {
      return;
    }
    Set<Resource> named = byName.getOrDefault(id.value(), Set.of());
    if (named.isEmpty()) {
      fail("a result names " + entryType.value() + " " + id.value() + ", which is not there");
    } else if (named.stream().map(Resource::key).distinct().count() > 1) {
      String message =
          "a result names " + entryType.value() + " " + id.value() + ", which several go by";
      refuse(named, message);
    } else {
      Optional<Verdict> verdict = Verdict.ofWord(object.get("result"));
      if (verdict.isEmpty()) {
        refuse(named, "a result is " + object.get("result") + ", not pass, fail or skip");
      } else {
        named.forEach(document -> decide(document, verdict.get(), named.size() > 1));
      }
    }
  }

  /** Several documents may stand for one resource; then the worst of their verdicts counts. */
  private void decide(Resource document, Verdict verdict, boolean shared) {
    Verdict before = verdicts.get(document);
    if (before != null && before != verdict && !shared) {
      refuse(
          Set.of(document),
          "results of "
              + document.name()
              + " contradict each other: "
              + before
              + " and "
              + verdict);
    } else if (before == null || verdict.strength() > before.strength()) {
      verdicts.put(document, verdict);
    }
  }

  private void refuse(Set<Resource> documents, String message) {
    RuleProblem problem = rule.wrongResult(message);
    problems.add(problem);
    documents.forEach(document -> wrong.put(document, "wrong result of the rule: " + problem));
  }
}
