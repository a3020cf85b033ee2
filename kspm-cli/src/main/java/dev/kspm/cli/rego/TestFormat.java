package dev.kspm.cli.rego;

/** Output formats of {@code test}, named as opa names them. */
enum TestFormat {
  pretty,
  json,
  gobench
}
