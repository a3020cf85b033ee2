package dev.kspm.rego.internal.exec;

import dev.kspm.rego.internal.plan.Op;
import dev.kspm.rego.value.Value;

/** Takes what a procedure yields. */
abstract class Sink {
  /**
   * Takes one result.
   *
   * @param keys below those that the caller gave
   * @return whether no more are wanted
   */
  abstract boolean accept(Value[] keys, Value value, Op.Yield site);
}
