package dev.kspm.rego;

import dev.kspm.rego.value.ObjectValue;
import java.util.List;

/**
 * What {@link PolicyLoader} read: what {@link RegoEngine#compile} takes. Immutable.
 *
 * @param sources modules, not parsed yet
 * @param data the documents of all files, merged
 */
public record LoadedPolicy(List<PolicySource> sources, ObjectValue data) {
  public LoadedPolicy {
    sources = List.copyOf(sources);
  }
}
