package dev.kspm.rego.internal.bundle;

import dev.kspm.rego.diagnostic.SourceText;
import dev.kspm.rego.policy.RegoVersion;

/** The text of a module that was read, and the language it is written in. */
public record ModuleFile(SourceText text, RegoVersion version) {}
