package dev.kspm.cli.rego;

/** What runs a policy, named as opa names it; only the first is here. */
enum EvalTarget {
  rego,
  wasm
}
