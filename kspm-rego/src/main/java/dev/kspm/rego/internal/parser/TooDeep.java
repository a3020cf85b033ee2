package dev.kspm.rego.internal.parser;

/** Says that a text needs a larger stack; never leaves the parser. */
final class TooDeep extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TooDeep() {
    super("text needs a larger stack", null, false, false);
  }
}
