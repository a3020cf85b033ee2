package dev.kspm.rego.internal.exec;

import dev.kspm.rego.internal.plan.Procedure;
import dev.kspm.rego.value.Value;

/**
 * The variables of one activation of a procedure. A slot is read only after it was filled on the
 * same way through the block.
 */
public final class Frame {
  final Run run;
  final Value[] slots;
  final Object[] accumulators;
  final Sink sink;

  Frame(Run run, Procedure procedure, Sink sink) {
    this.run = run;
    this.slots = new Value[procedure.slots()];
    this.accumulators = procedure.accumulators() == 0 ? NONE : new Object[procedure.accumulators()];
    this.sink = sink;
  }

  private static final Object[] NONE = {};
}
