package dev.kspm.cli.rego;

/** Output formats, named as opa names them. */
enum EvalFormat {
  json,
  values,
  bindings,
  pretty,
  source,
  raw,
  discard
}
