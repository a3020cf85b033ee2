package dev.kspm.rego.internal.ast;

/** A piece of a template string: a term (literal text, a constant) or an expression. */
public sealed interface TemplatePart extends Node permits Term, Expr {}
