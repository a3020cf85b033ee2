package dev.kspm.evaluation;

import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.NullValue;
import dev.kspm.rego.value.NumberValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.SetValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import dev.kspm.rule.RuleProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads what a rule's {@code evidence(resource)} returned, and holds it against the document. */
final class EvidenceReader {
  private final CompiledRule rule;
  private final Consumer<RuleProblem> problems;

  EvidenceReader(CompiledRule rule, Consumer<RuleProblem> problems) {
    this.rule = rule;
    this.problems = problems;
  }

  List<Evidence> read(Value told, ObjectValue document) {
    List<Value> entries = new ArrayList<>();
    if (told instanceof ArrayValue array) {
      array.forEach(entries::add);
    } else if (told instanceof SetValue set) {
      set.forEach(entries::add);
    } else {
      wrong("evidence is neither an array nor a set: " + told);
    }
    TreeSet<Evidence> evidence = new TreeSet<>();
    entries.forEach(entry -> entry(entry, document).ifPresent(evidence::add));
    return List.copyOf(evidence);
  }

  private Optional<Evidence> entry(Value entry, ObjectValue document) {
    if (!(entry instanceof ObjectValue object)
        || !(object.get("path") instanceof ArrayValue keys)) {
      wrong("evidence without a path: " + entry);
      return Optional.empty();
    }
    List<Value> path = new ArrayList<>();
    for (Value key : keys) {
      if (!(key instanceof StringValue) && !(key instanceof NumberValue)) {
        wrong("evidence with a path of something else than keys and indexes: " + keys);
        return Optional.empty();
      }
      path.add(PlainValues.copy(key));
    }
    DocumentPath place = new DocumentPath(path);
    @Nullable Value told = object.get("value");
    Value value = told == null ? NullValue.NULL : PlainValues.copy(told);
    if (!(value instanceof NullValue) && place.in(document).isEmpty()) {
      wrong("evidence with a path that the document does not have: " + place.text());
      return Optional.empty();
    }
    return Optional.of(
        new Evidence(
            place.text(),
            value,
            Optional.ofNullable(object.get("expected")).map(PlainValues::copy)));
  }

  private void wrong(String message) {
    problems.accept(rule.wrongResult(message));
  }
}
