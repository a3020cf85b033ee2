package dev.kspm.rego.internal.plan;

import java.util.List;

/** Operations in order; the rest of the block runs once for each success of an operation. */
public record Block(List<Op> ops) {
  public Block {
    ops = List.copyOf(ops);
  }
}
