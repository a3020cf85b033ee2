package dev.kspm.rego.internal.exec;

import dev.kspm.rego.internal.plan.Definition;
import dev.kspm.rego.internal.plan.Expression;
import dev.kspm.rego.internal.plan.Op;
import dev.kspm.rego.internal.plan.Procedure;
import dev.kspm.rego.internal.plan.RuleIndex;
import dev.kspm.rego.internal.plan.RuleSet;
import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Code of a rule set for one number of known keys. */
final class LinkedRules {
  private final Chain[] chains;

  /** Where the links of each chain begin when all are counted through. */
  private final int[] firstLink;

  /** The constant that each link gives, {@code null} where it gives different values. */
  private final @Nullable Value[] constants;

  private final @Nullable RuleIndex index;
  private final boolean sameConstant;
  private final boolean pure;
  private final @Nullable Chain defaultLink;
  private final @Nullable ObservedLookup lookup;

  private LinkedRules(
      List<Chain> chains,
      List<List<Procedure>> plans,
      @Nullable RuleIndex index,
      @Nullable Chain defaultLink,
      @Nullable ObservedLookup lookup) {
    this.lookup = lookup;
    this.chains = chains.toArray(new Chain[0]);
    this.firstLink = new int[this.chains.length + 1];
    List<Op.Yield> results = new ArrayList<>();
    for (int i = 0; i < this.chains.length; i++) {
      plans.get(i).forEach(link -> results.add(result(link)));
      firstLink[i + 1] = results.size();
    }
    this.constants = new Value[results.size()];
    for (int i = 0; i < constants.length; i++) {
      constants[i] = results.get(i).value() instanceof Expression.Constant c ? c.value() : null;
    }
    this.index = index;
    this.defaultLink = defaultLink;
    this.pure = results.stream().allMatch(Op.Yield::pure);
    this.sameConstant = constants.length > 0 && sameConstant(0, constants.length);
  }

  static LinkedRules link(RuleSet rules, int known, Executable executable) {
    List<Chain> chains = new ArrayList<>();
    List<List<Procedure>> plans = new ArrayList<>();
    for (Definition definition : rules.definitions()) {
      List<Procedure> plan = executable.planner().plan(rules, definition, known);
      plans.add(plan);
      chains.add(Chain.of(definition, plan, executable));
    }
    Definition fallback = rules.kind() == RuleSet.Kind.OBJECT ? null : rules.defaultDefinition();
    Chain defaultLink = null;
    if (fallback != null) {
      defaultLink =
          Chain.of(fallback, executable.planner().plan(rules, fallback, known), executable);
    }
    return new LinkedRules(
        chains,
        plans,
        executable.index(rules, known),
        defaultLink,
        executable.planner().isObserved() ? new ObservedLookup(rules, executable.planner()) : null);
  }

  private static Op.Yield result(Procedure link) {
    return (Op.Yield) link.block().ops().get(link.block().ops().size() - 1);
  }

  private boolean sameConstant(int from, int to) {
    Value first = constants[from];
    for (int i = from + 1; i < to; i++) {
      Value other = constants[i];
      if (first == null || other == null || !first.equals(other)) {
        return false;
      }
    }
    return first != null;
  }

  /** Whether nothing of what a definition does can be noticed besides its results. */
  boolean pure() {
    return pure;
  }

  @Nullable Chain defaultLink() {
    return defaultLink;
  }

  /** The links that OPA would run, {@code null} for all. */
  long @Nullable [] candidates(Run run, Value[] args) {
    return index == null ? null : index.candidates(run, run.world.input, run.world.data, args);
  }

  /** The links that can succeed, {@code null} for all. */
  long @Nullable [] left(Run run, Value[] args) {
    long[] left = candidates(run, args);
    narrow(left, run, args);
    return left;
  }

  /** Leaves only links that can succeed. */
  void narrow(long @Nullable [] candidates, Run run, Value[] args) {
    if (index != null && candidates != null) {
      index.narrow(run, candidates, run.world.input, run.world.data, args);
    }
  }

  /** Whether the links that OPA runs all give the same constant: the first success decides. */
  boolean firstDecides(long @Nullable [] candidates) {
    if (sameConstant || candidates == null) {
      return sameConstant;
    }
    Value common = null;
    for (int word = 0; word < candidates.length; word++) {
      for (long left = candidates[word]; left != 0; left &= left - 1) {
        Value constant = constants[word * 64 + Long.numberOfTrailingZeros(left)];
        if (constant == null || common != null && !common.equals(constant)) {
          return false;
        }
        common = constant;
      }
    }
    return common != null;
  }

  /** The definitions that OPA's index would let through. */
  OpenRules open(Run run, Value[] args) {
    return Objects.requireNonNull(lookup).open(run, args, List.of(chains), defaultLink);
  }

  /** Takes a definition of which some links can succeed. */
  interface Runner {
    /** Gives whether no more are wanted. */
    boolean run(Chain chain, long @Nullable [] candidates, int firstLink);
  }

  /** Hands over the definitions of which some links can succeed. */
  void each(long @Nullable [] candidates, Runner runner) {
    if (candidates == null) {
      for (int i = 0; i < chains.length; i++) {
        if (runner.run(chains[i], null, 0)) {
          return;
        }
      }
      return;
    }
    int chain = 0;
    for (int word = 0; word < candidates.length; word++) {
      for (long left = candidates[word]; left != 0; left &= left - 1) {
        int link = word * 64 + Long.numberOfTrailingZeros(left);
        if (link >= firstLink[chain]) {
          while (firstLink[chain + 1] <= link) {
            chain++;
          }
          if (runner.run(chains[chain], candidates, firstLink[chain])) {
            return;
          }
          chain++;
        }
      }
    }
  }

  /** Runs the definitions of which some links can succeed. */
  void run(Run run, Value[] args, Sink sink, long @Nullable [] candidates, boolean firstIsEnough) {
    if (candidates == null) {
      for (Chain chain : chains) {
        if (chain.run(run, args, sink) && firstIsEnough) {
          return;
        }
      }
      return;
    }
    each(
        candidates,
        (chain, some, first) -> chain.run(run, args, sink, some, first) && firstIsEnough);
  }
}
