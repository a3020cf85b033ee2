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
import org.jspecify.annotations.Nullable;

/** Code of a rule set for one number of known keys. */
final class LinkedRules {
  private final List<Chain> chains;
  private final @Nullable RuleIndex index;
  private final boolean sameConstant;
  private final @Nullable Chain defaultLink;
  private final @Nullable ObservedLookup lookup;

  private LinkedRules(
      List<Chain> chains,
      @Nullable RuleIndex index,
      boolean sameConstant,
      @Nullable Chain defaultLink,
      @Nullable ObservedLookup lookup) {
    this.lookup = lookup;
    this.chains = chains;
    this.index = index;
    this.sameConstant = sameConstant;
    this.defaultLink = defaultLink;
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
        executable.index(plans),
        sameConstant(plans),
        defaultLink,
        executable.planner().isObserved() ? new ObservedLookup(rules, executable.planner()) : null);
  }

  private static boolean sameConstant(List<List<Procedure>> plans) {
    Value common = null;
    for (List<Procedure> plan : plans) {
      for (Procedure link : plan) {
        Value constant = constant(link);
        if (constant == null || common != null && !common.equals(constant)) {
          return false;
        }
        common = constant;
      }
    }
    return common != null;
  }

  private static @Nullable Value constant(Procedure link) {
    Op last = link.block().ops().get(link.block().ops().size() - 1);
    return last instanceof Op.Yield yield && yield.value() instanceof Expression.Constant c
        ? c.value()
        : null;
  }

  /** Whether all definitions give the same constant, so that the first success decides. */
  boolean sameConstant() {
    return sameConstant;
  }

  @Nullable Chain defaultLink() {
    return defaultLink;
  }

  /** The definitions that can match. */
  List<Chain> candidates(Run run, Value[] args) {
    if (index == null) {
      return chains;
    }
    long[] bits = index.candidates(run.world.input, args);
    List<Chain> found = new ArrayList<>();
    for (int word = 0; word < bits.length; word++) {
      for (long left = bits[word]; left != 0; left &= left - 1) {
        int i = word * 64 + Long.numberOfTrailingZeros(left);
        if (i < chains.size()) {
          found.add(chains.get(i));
        }
      }
    }
    return found;
  }

  /** The definitions that OPA's index would let through. */
  OpenRules open(Run run, Value[] args) {
    return java.util.Objects.requireNonNull(lookup).open(run, args, chains, defaultLink);
  }

  /** Runs the definitions that can match. */
  void run(Run run, Value[] args, Sink sink, boolean firstIsEnough) {
    int n = chains.size();
    if (index == null) {
      for (int i = 0; i < n; i++) {
        if (chains.get(i).run(run, args, sink) && firstIsEnough) {
          return;
        }
      }
      return;
    }
    long[] bits = index.candidates(run.world.input, args);
    for (int word = 0; word < bits.length; word++) {
      for (long left = bits[word]; left != 0; left &= left - 1) {
        int i = word * 64 + Long.numberOfTrailingZeros(left);
        if (i < n && chains.get(i).run(run, args, sink) && firstIsEnough) {
          return;
        }
      }
    }
  }
}
