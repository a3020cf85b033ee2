package dev.kspm.rego.internal.exec;

import dev.kspm.rego.internal.plan.Definition;
import dev.kspm.rego.internal.plan.Planner;
import dev.kspm.rego.internal.plan.RuleIndex;
import dev.kspm.rego.internal.plan.RuleSet;
import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which definitions of a rule set OPA's index would let through. */
final class ObservedLookup {
  private final RuleIndex index;
  private final boolean single;
  private final int arity;

  /** For each definition, what each of its links gives when that is constant. */
  private final List<List<@Nullable Value>> constants = new ArrayList<>();

  ObservedLookup(RuleSet rules, Planner planner) {
    this.index = planner.observedIndex(rules);
    this.single = rules.kind() == RuleSet.Kind.COMPLETE || rules.kind() == RuleSet.Kind.FUNCTION;
    this.arity = rules.kind() == RuleSet.Kind.FUNCTION ? rules.arity() : 0;
    for (Definition definition : rules.definitions()) {
      constants.add(planner.constants(definition));
    }
  }

  OpenRules open(Run run, Value[] args, List<Chain> chains, @Nullable Chain otherwise) {
    boolean all = !run.tracer().indexing || args.length < arity;
    BitSet candidates =
        all
            ? new BitSet()
            : BitSet.valueOf(index.candidates(run, run.world.input, run.world.data, args));
    List<Chain> found = new ArrayList<>();
    List<BitSet> links = new ArrayList<>();
    Set<@Nullable Value> values = new HashSet<>();
    int first = 0;
    for (int i = 0; i < chains.size(); i++) {
      List<@Nullable Value> results = constants.get(i);
      BitSet open = candidates.get(first, first + results.size());
      if (all) {
        open.set(0, results.size());
      }
      open.stream().forEach(link -> values.add(results.get(link)));
      if (!open.isEmpty()) {
        found.add(chains.get(i));
        links.add(open);
      }
      first += results.size();
    }
    boolean early = found.isEmpty() || single && values.size() == 1 && !values.contains(null);
    return new OpenRules(found, links, otherwise, early && run.tracer().earlyExit);
  }
}
