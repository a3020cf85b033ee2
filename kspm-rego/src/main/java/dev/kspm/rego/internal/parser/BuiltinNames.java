package dev.kspm.rego.internal.parser;

import java.util.Set;

/** The names that a call at the top of a module may not have, because OPA has such a builtin. */
final class BuiltinNames {
  static final Set<String> NAMES = Set.of();

  private BuiltinNames() {}
}
