package dev.kspm.rego.internal.compiler;

/** OPA's codes of what can be wrong with a policy. */
final class Codes {
  static final String COMPILE = "rego_compile_error";
  static final String TYPE = "rego_type_error";
  static final String UNSAFE = "rego_unsafe_var_error";
  static final String RECURSION = "rego_recursion_error";

  private Codes() {}
}
