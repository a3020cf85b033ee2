package dev.kspm.rego.internal.exec;

import dev.kspm.rego.builtin.Builtin;
import dev.kspm.rego.internal.plan.Definition;
import dev.kspm.rego.internal.plan.Planner;
import dev.kspm.rego.internal.plan.RuleLookup;
import dev.kspm.rego.internal.plan.RuleSet;
import dev.kspm.rego.internal.plan.StoredData;
import dev.kspm.rego.value.BooleanValue;
import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which definitions of a rule set OPA's index would let through. */
final class ObservedLookup {
  private final RuleSet.Kind kind;
  private final List<List<List<RuleLookup.Condition>>> conditions = new ArrayList<>();
  private final List<List<@Nullable Value>> constants = new ArrayList<>();

  ObservedLookup(RuleSet rules, Planner planner) {
    this.kind = rules.kind();
    for (Definition definition : rules.definitions()) {
      conditions.add(planner.lookups(definition));
      constants.add(planner.constants(definition));
    }
  }

  OpenRules open(Run run, Value[] args, List<Chain> chains, @Nullable Chain otherwise) {
    List<Chain> found = new ArrayList<>();
    List<BitSet> links = new ArrayList<>();
    Set<Value> values = new HashSet<>();
    boolean constant = true;
    for (int i = 0; i < chains.size(); i++) {
      BitSet open = new BitSet();
      List<List<RuleLookup.Condition>> chain = conditions.get(i);
      for (int j = 0; j < chain.size(); j++) {
        if (holds(run, args, chain.get(j))) {
          open.set(j);
          Value value = constants.get(i).get(j);
          constant &= value != null;
          if (value != null) {
            values.add(value);
          }
        }
      }
      if (!open.isEmpty()) {
        found.add(chains.get(i));
        links.add(open);
      }
    }
    boolean single = kind == RuleSet.Kind.COMPLETE || kind == RuleSet.Kind.FUNCTION;
    boolean early = found.isEmpty() || single && constant && values.size() == 1;
    return new OpenRules(found, links, otherwise, early);
  }

  private static boolean holds(Run run, Value[] args, List<RuleLookup.Condition> all) {
    for (RuleLookup.Condition condition : all) {
      Value value;
      if (condition.param() >= 0) {
        value = condition.param() < args.length ? args[condition.param()] : null;
        if (value == null) {
          continue;
        }
      } else if (condition.root().equals("input")) {
        value = run.world.input;
        for (Value key : condition.path()) {
          value = value == null ? null : value.lookup(key);
        }
      } else {
        value = StoredData.at(run.world.data, condition.path());
      }
      if (value == null || !condition.test().test(new RuleLookup.Candidate(value, calls(run)))) {
        return false;
      }
    }
    return true;
  }

  private static RuleLookup.Calls calls(Run run) {
    return (builtin, args) ->
        builtin instanceof Builtin.OfFunction function
            && function.function().call(run, args) == BooleanValue.TRUE;
  }
}
