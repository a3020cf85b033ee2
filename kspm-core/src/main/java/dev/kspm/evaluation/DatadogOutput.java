package dev.kspm.evaluation;

import dev.kspm.rego.PolicySource;

/** The module that Datadog gives to every rule. */
final class DatadogOutput {
  static final PolicySource MODULE =
      PolicySource.of(
          "datadog/output.rego",
          """
          package datadog.output

          format(resource, verdict) := {
          \t"result": verdict,
          \t"resource_id": resource.resource_id,
          \t"resource_type": resource.resource_type,
          }
          """);

  private DatadogOutput() {}
}
