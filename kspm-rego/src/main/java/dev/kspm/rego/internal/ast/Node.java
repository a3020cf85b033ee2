package dev.kspm.rego.internal.ast;

import dev.kspm.rego.diagnostic.Span;

/** Anything that stands at a place of a source text. */
public interface Node {
  /** The place; {@link Span#NONE} for what a pass made up. */
  Span span();
}
