package dev.kspm.rego.internal.ast;

/** What has a value, binds one, or both. */
public sealed interface Term extends TemplatePart
    permits Var,
        Scalar,
        Ref,
        Call,
        ArrayTerm,
        ObjectTerm,
        SetTerm,
        ArrayComprehension,
        SetComprehension,
        ObjectComprehension,
        TemplateString {}
