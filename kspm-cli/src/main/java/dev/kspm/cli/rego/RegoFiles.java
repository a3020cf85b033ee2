package dev.kspm.cli.rego;

import dev.kspm.rego.LoadedPolicy;
import dev.kspm.rego.PolicyLoader;
import dev.kspm.rego.PolicySource;
import dev.kspm.rego.policy.LoadException;
import dev.kspm.rego.value.ObjectValue;
import java.util.List;

/**
 * What files, folders and bundles hold, or what is wrong with them.
 *
 * @param problems what could not be loaded; the rest is empty then
 */
record RegoFiles(List<PolicySource> sources, ObjectValue data, List<LoadProblem> problems) {
  static RegoFiles load(PolicyLoader loader, List<String> paths, List<String> bundles) {
    try {
      LoadedPolicy loaded = loader.load(paths, bundles);
      return new RegoFiles(loaded.sources(), loaded.data(), List.of());
    } catch (LoadException e) {
      return new RegoFiles(List.of(), ObjectValue.EMPTY, LoadProblem.of(e));
    }
  }
}
