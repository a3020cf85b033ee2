package dev.kspm.rego.policy;

/** The version of the language that a module is written in. */
public enum RegoVersion {
  /**
   * Before OPA 1.0: no {@code if} before bodies; {@code import rego.v1} and {@code import
   * future.keywords} choose more.
   */
  V0,
  /** OPA 1.0 and later; {@code import rego.v2} and {@code import future.keywords} choose more. */
  V1
}
