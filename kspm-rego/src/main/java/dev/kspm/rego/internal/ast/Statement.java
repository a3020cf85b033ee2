package dev.kspm.rego.internal.ast;

/** What a text that is no whole module may consist of: packages, imports, rules and bodies. */
public sealed interface Statement extends Node
    permits PackageDeclaration, Import, Rule, BodyStatement {}
