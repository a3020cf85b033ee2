package dev.kspm.rego.internal.ast;

import dev.kspm.rego.diagnostic.Span;

/** A comment without its {@code #}. */
public record Comment(String text, Span span) implements Node {}
