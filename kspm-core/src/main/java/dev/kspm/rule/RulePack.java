package dev.kspm.rule;

import dev.kspm.rego.PolicySource;
import java.util.List;

/**
 * Rules that come together, and the shared Rego that they import. Immutable and thread-safe.
 *
 * @param id the name of the pack
 * @param rules sorted by id
 * @param libraries modules of packages {@code kspm.lib.<name>}
 */
public record RulePack(String id, List<Rule> rules, List<PolicySource> libraries) {
  public RulePack {
    rules = rules.stream().sorted(java.util.Comparator.comparing(Rule::id)).toList();
    libraries = List.copyOf(libraries);
  }
}
