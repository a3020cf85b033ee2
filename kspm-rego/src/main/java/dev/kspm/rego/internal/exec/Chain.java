package dev.kspm.rego.internal.exec;

import dev.kspm.rego.internal.plan.Definition;
import dev.kspm.rego.internal.plan.Op;
import dev.kspm.rego.internal.plan.Procedure;
import dev.kspm.rego.value.Value;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A definition with its {@code else} links, ready to run. */
final class Chain {
  private final Code[] links;
  private final Procedure[] plans;
  private final int keys;

  private Chain(Code[] links, Procedure[] plans, int keys) {
    this.links = links;
    this.plans = plans;
    this.keys = keys;
  }

  static Chain of(Definition definition, List<Procedure> plan, Executable executable) {
    Code[] code = new Code[plan.size()];
    for (int i = 0; i < code.length; i++) {
      code[i] = executable.executor().prepare(plan.get(i), executable);
    }
    int keys = definition.keys().size() + (definition.element() ? 1 : 0);
    return new Chain(code, plan.toArray(new Procedure[0]), keys);
  }

  /** How many keys the definition has below its rule set. */
  int keys() {
    return keys;
  }

  /** Runs the links up to the first that yields; gives whether one did. */
  boolean run(Run run, Value[] args, Sink sink) {
    return run(run, args, sink, null, 0);
  }

  /**
   * The same, of the links that are candidates.
   *
   * @param candidates a bit set, {@code null} for all
   * @param first the position of the first link in it
   */
  boolean run(Run run, Value[] args, Sink sink, long @Nullable [] candidates, int first) {
    Counting counting = new Counting(sink);
    for (int i = 0; i < links.length; i++) {
      if (candidates != null && (candidates[(first + i) / 64] & 1L << first + i) == 0) {
        continue;
      }
      Frame frame = new Frame(run, plans[i], counting);
      System.arraycopy(args, 0, frame.slots, 0, Math.min(plans[i].params(), args.length));
      links[i].run(frame);
      if (counting.any) {
        return true;
      }
    }
    return false;
  }

  /** The same for some links, told whether one success of a link is enough. */
  boolean runObserved(Run run, Value[] args, Sink sink, BitSet open, boolean early) {
    Counting counting = new Counting(sink);
    for (int i = open.nextSetBit(0); i >= 0 && !counting.any; i = open.nextSetBit(i + 1)) {
      Frame frame = new Frame(run, plans[i], counting);
      System.arraycopy(args, 0, frame.slots, 0, Math.min(plans[i].params(), args.length));
      run.tracer().early = early;
      links[i].run(frame);
    }
    return counting.any;
  }

  private static final class Counting extends Sink {
    private final Sink inner;
    boolean any;

    Counting(Sink inner) {
      this.inner = inner;
    }

    @Override
    boolean accept(Value[] path, Value value, Op.Yield site) {
      any = true;
      return inner.accept(path, value, site);
    }
  }
}
