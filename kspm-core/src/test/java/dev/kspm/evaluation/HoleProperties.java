package dev.kspm.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kspm.TestRules;
import dev.kspm.rego.RegoEngine;
import dev.kspm.rego.SessionOptions;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.BooleanValue;
import dev.kspm.rego.value.NumberValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import dev.kspm.resource.Completeness;
import dev.kspm.resource.Completeness.State;
import dev.kspm.resource.Hole;
import dev.kspm.resource.Resource;
import dev.kspm.resource.ResourceSnapshot;
import dev.kspm.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Whatever could not be read, a verdict is the one that the whole data gives, or UNKNOWN.
 *
 * <p>A random snapshot is evaluated whole; then something is taken out of it and declared as a
 * hole, as a connector would, and it is evaluated again.
 */
class HoleProperties {
  private static final List<String> BODIES =
      List.of(
          "eval(r) := \"fail\" if not r.a.b\nelse := \"pass\"",
          "eval(r) := \"fail\" if r.a.b == r.list\nelse := \"pass\" if r.a\nelse := \"skip\"",
          "eval(r) := \"fail\" if { some x in r.list; x.b > 1 }\nelse := \"pass\"",
          "eval(r) := \"fail\" if { every x in r.list { x.b } }\nelse := \"pass\"",
          "eval(r) := \"fail\" if count(r.list) > 2\nelse := \"pass\" if count(r.list) > 0",
          "eval(r) := \"fail\" if object.get(r, [\"a\", \"b\"], 1) == 1\nelse := \"pass\"",
          "eval(r) := \"fail\" if contains(json.marshal(r), \"2\")\nelse := \"pass\"",
          "eval(r) := \"fail\" if sum([x.b | some x in r.list]) > 2\nelse := \"pass\"",
          "eval(r) := \"fail\" if r.list[0].b == 1\nelse := \"pass\"",
          "eval(r) := \"fail\" if {\"b\": 1} in r.list\nelse := \"pass\"",
          "eval(r) := \"fail\" if sprintf(\"%v\", [r.a]) == \"1\"\nelse := \"pass\"",
          "eval(r) := \"fail\" if r.name in names\nelse := \"pass\"\n"
              + "names := {other.name | some other in input.resources.other; other.a.b}",
          "eval(r) := \"fail\" if lookup[r.name]\nelse := \"pass\"\n"
              + "lookup[other.name] := true if some other in input.resources.other",
          "eval(r) := \"fail\" if same(r)\nelse := \"pass\"\n"
              + "same(r) if { some other in input.resources.other; other.list == r.list }",
          "eval(r) := \"fail\" if count(input.resources.other) > count(input.resources.main)\n"
              + "else := \"pass\"",
          "eval(r) := \"fail\" if { some type, list in input.resources; type != \"main\"; count(list)"
              + " > 1 }\nelse := \"pass\"",
          "eval(r) := \"fail\" if {r.a.b | r.a} == {x.b | some x in r.list}\nelse := \"pass\"",
          """
          default wide := false
          wide if { some i; input.resources.other[i].a }
          eval(r) := "fail" if wide
          else := "pass"
          """,
          "eval(r) := \"fail\" if { x := r.a with input.resources as {}; not x.b }\nelse := \"pass\"",
          "eval(r) := \"fail\" if object.union(r, {\"k\": 1}).a.b == 1\nelse := \"pass\"",
          "eval(r) := \"fail\" if [x | some x in object.keys(r)] == [\"a\", \"resource_id\","
              + " \"resource_type\"]\nelse := \"pass\"",
          "results contains {\"result\": word(r), \"resource_id\": r.resource_id, \"resource_type\":"
              + " \"main\"} if { some r in input.resources.main; r.a }\n"
              + "word(r) := \"fail\" if r.a.b else := \"pass\"");

  /** Rules in which more data can only add failures. */
  private static final List<String> FINAL =
      List.of(
          "eval(r) := \"fail\" if r.a.b > 0\nelse := \"pass\"",
          "eval(r) := \"fail\" if { some x in r.list; x.b > 1 }\nelse := \"pass\"",
          "eval(r) := \"fail\" if { some other in input.resources.other; other.name == r.name }\n"
              + "else := \"pass\"",
          "results contains {\"result\": \"fail\", \"resource_id\": r.resource_id,"
              + " \"resource_type\": \"main\"} if { some r in input.resources.main; r.a.b > 0 }");

  private static final List<Rule> RULES = rules();
  private static final Evaluator EVALUATOR =
      new Evaluator(RegoEngine.create(), List.of(), Map.of());

  private static List<Rule> rules() {
    List<Rule> rules = new ArrayList<>();
    for (int i = 0; i < BODIES.size(); i++) {
      rules.add(TestRules.rule("r" + i, "main", BODIES.get(i)).addRelatedTypes("other").build());
    }
    for (int i = 0; i < FINAL.size(); i++) {
      rules.add(
          TestRules.rule("final" + i, "main", FINAL.get(i))
              .addRelatedTypes("other")
              .failIsFinal(true)
              .build());
    }
    return rules;
  }

  private static Map<String, Verdict> verdicts(ResourceSnapshot snapshot) {
    Map<String, Verdict> verdicts = new TreeMap<>();
    EvaluationResult result =
        EVALUATOR.evaluate(
            snapshot, RULES, SessionOptions.DEFAULT, Runnable::run, (done, of) -> {});
    assertThat(result.problems()).isEmpty();
    for (Evaluation evaluation : result.evaluations()) {
      evaluation
          .resourceKey()
          .ifPresent(key -> verdicts.put(evaluation.rule().id() + " " + key, evaluation.verdict()));
    }
    return verdicts;
  }

  @Property(tries = 500)
  void aVerdictIsTheOriginalOneOrUnknown(@ForAll long seed) {
    Random random = new Random(seed);
    List<Resource> resources = new ArrayList<>();
    for (String type : List.of("main", "other")) {
      int count = random.nextInt(4);
      for (int i = 0; i < count; i++) {
        resources.add(
            TestRules.resource(type, type + i, "{}").configuration(document(random, i)).build());
      }
    }
    ResourceSnapshot whole =
        ResourceSnapshot.builder()
            .addAllResources(resources)
            .addCompleteness(Completeness.complete("main", "c"))
            .addCompleteness(Completeness.complete("other", "c"))
            .build();
    Map<String, Verdict> before = verdicts(whole);
    Map<String, Verdict> after = verdicts(torn(whole, random));
    after.forEach(
        (what, verdict) -> {
          if (verdict != Verdict.UNKNOWN) {
            assertThat(verdict).as(what).isEqualTo(before.get(what));
          }
        });
  }

  private static ResourceSnapshot torn(ResourceSnapshot whole, Random random) {
    ResourceSnapshot.Builder torn = ResourceSnapshot.builder();
    List<Resource> resources = new ArrayList<>(whole.resources());
    int holes = 1 + random.nextInt(2);
    Map<String, State> states = new TreeMap<>();
    for (int i = 0; i < holes; i++) {
      String type = random.nextBoolean() ? "main" : "other";
      if (resources.isEmpty() || random.nextInt(3) == 0) {
        State state = random.nextBoolean() ? State.PARTIAL : State.DENIED;
        states.put(type, state);
        resources.removeIf(
            r -> r.type().equals(type) && (state == State.DENIED || random.nextBoolean()));
      } else {
        int at = random.nextInt(resources.size());
        Resource resource = resources.get(at);
        List<Value> path = new ArrayList<>();
        Optional<Value> rest = take(resource.configuration(), path, random);
        torn.addHoles(Hole.inDocument(resource, path, "torn"));
        resources.set(
            at,
            resource.toBuilder()
                .configuration(rest.map(ObjectValue.class::cast).orElse(ObjectValue.EMPTY))
                .build());
      }
    }
    for (String type : List.of("main", "other")) {
      State state = states.get(type);
      torn.addCompleteness(
          state == null
              ? Completeness.complete(type, "c")
              : new Completeness(type, "c", state, "torn"));
    }
    return torn.addAllResources(resources).build();
  }

  /** Takes out what is at a random path, or some members of the container there. */
  private static Optional<Value> take(Value value, List<Value> path, Random random) {
    if (value instanceof ObjectValue object && object.size() > 0 && random.nextInt(4) > 0) {
      Value key = object.keyAt(random.nextInt(object.size()));
      path.add(key);
      Optional<Value> rest = take(object.lookup(key), path, random);
      ObjectValue.Builder copy = ObjectValue.builder();
      object.forEach(
          (k, v) -> {
            if (!k.equals(key)) {
              copy.put(k, v);
            }
          });
      rest.ifPresent(left -> copy.put(key, left));
      return Optional.of(copy.build());
    } else if (value instanceof ArrayValue array && array.size() > 0 && random.nextInt(3) == 0) {
      int index = random.nextInt(array.size());
      List<Value> inside = new ArrayList<>(List.of(NumberValue.of(index)));
      Optional<Value> rest = take(array.get(index), inside, random);
      ArrayValue.Builder copy = ArrayValue.builder();
      for (int i = 0; i < array.size(); i++) {
        if (i != index) {
          copy.add(array.get(i));
        } else if (rest.isPresent()) {
          copy.add(rest.get());
          path.addAll(inside);
        }
      }
      return Optional.of(copy.build());
    } else if (random.nextBoolean()) {
      return Optional.empty();
    } else if (value instanceof ObjectValue object) {
      ObjectValue.Builder copy = ObjectValue.builder();
      object.forEach(
          (k, v) -> {
            if (random.nextBoolean()) {
              copy.put(k, v);
            }
          });
      return Optional.of(copy.build());
    } else if (value instanceof ArrayValue array) {
      ArrayValue.Builder copy = ArrayValue.builder();
      int keep = random.nextInt(array.size() + 1);
      for (int i = 0; i < keep; i++) {
        copy.add(array.get(i));
      }
      return Optional.of(copy.build());
    }
    return Optional.empty();
  }

  private static ObjectValue document(Random random, int number) {
    ObjectValue.Builder document = ObjectValue.builder();
    if (random.nextInt(4) > 0) {
      document.put("name", StringValue.of("n" + number));
    }
    if (random.nextInt(3) > 0) {
      document.put("a", small(random));
    }
    if (random.nextInt(3) > 0) {
      ArrayValue.Builder list = ArrayValue.builder();
      int length = random.nextInt(4);
      for (int i = 0; i < length; i++) {
        list.add(small(random));
      }
      document.put("list", list.build());
    }
    return document.build();
  }

  private static Value small(Random random) {
    return switch (random.nextInt(5)) {
      case 0 -> NumberValue.of(random.nextInt(3));
      case 1 -> BooleanValue.of(random.nextBoolean());
      case 2 -> ObjectValue.EMPTY;
      default -> ObjectValue.builder().put("b", NumberValue.of(random.nextInt(3))).build();
    };
  }
}
