package dev.kspm.cli.rego;

/** The order of tests in JSON, named as opa names it. */
enum TestSort {
  none,
  duration
}
