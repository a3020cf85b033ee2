package dev.kspm.spi;

import dev.kspm.framework.Framework;
import dev.kspm.rego.builtin.BuiltinProvider;
import dev.kspm.resource.ResourceConnector;
import dev.kspm.rule.RulePack;
import java.util.List;
import java.util.Set;

/**
 * What a jar adds. Every method has a default that adds nothing; each is called once for each
 * {@code Kspm} that is built. Found by {@link java.util.ServiceLoader} or handed to the builder.
 */
public interface KspmPlugin {
  /** Rules with their libraries. */
  default List<RulePack> rulePacks() {
    return List.of();
  }

  /** Frameworks that put rules in order. */
  default List<Framework> frameworks() {
    return List.of();
  }

  /** Sources of resources that need no settings; each scan reads them all. */
  default List<ResourceConnector> connectors() {
    return List.of();
  }

  /** Names of resource types, so that a mistyped one in a rule is told. */
  default Set<String> resourceTypes() {
    return Set.of();
  }

  /** Builtin functions for rules. */
  default List<BuiltinProvider> builtins() {
    return List.of();
  }
}
