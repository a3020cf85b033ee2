package dev.kspm;

import dev.kspm.framework.Framework;
import dev.kspm.rule.Rule;
import dev.kspm.spi.KspmPlugin;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The rules and frameworks of one {@link Kspm}. */
record Catalogue(List<Rule> rules, List<Framework> frameworks) {
  static Catalogue of(Kspm.Builder settings, List<KspmPlugin> plugins) {
    List<Rule> rules =
        Stream.of(
                plugins.stream()
                    .flatMap(plugin -> plugin.rulePacks().stream())
                    .flatMap(pack -> pack.rules().stream()),
                settings.packs.stream().flatMap(pack -> pack.rules().stream()),
                settings.rules.stream())
            .flatMap(part -> part)
            .sorted(Comparator.comparing(Rule::id))
            .toList();
    List<Framework> frameworks =
        Stream.concat(
                plugins.stream().flatMap(plugin -> plugin.frameworks().stream()),
                settings.frameworks.stream())
            .sorted(Comparator.comparing(Framework::reference))
            .toList();
    return new Catalogue(rules, frameworks);
  }
}
