package dev.kspm.rego;

import dev.kspm.rego.diagnostic.Span;

/** A line that a policy printed, and where. */
public record PrintedLine(Span span, String text) {}
