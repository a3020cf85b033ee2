package dev.kspm.cli.rego;

/** Output formats, named as opa names them. */
enum ErrorFormat {
  pretty,
  json
}
