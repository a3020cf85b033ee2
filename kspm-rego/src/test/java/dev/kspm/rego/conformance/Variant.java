package dev.kspm.rego.conformance;

/** A way in which OPA's runner evaluates each of its cases. */
enum Variant {
  PLAIN(""),
  /** Answers of builtins that are not deterministic are kept in a cache of the caller's. */
  CACHE(" with a cache for non-deterministic builtins"),
  /** The keyword {@code not} of {@code future.keywords} holds in every module. */
  NOT(" with future.keywords.not");

  private final String text;

  Variant(String text) {
    this.text = text;
  }

  @Override
  public String toString() {
    return text;
  }
}
