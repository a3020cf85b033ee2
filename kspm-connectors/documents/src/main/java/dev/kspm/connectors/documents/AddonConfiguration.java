package dev.kspm.connectors.documents;

import dev.kspm.rego.Yaml;
import dev.kspm.rego.policy.DataException;
import dev.kspm.rego.policy.YamlOptions;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.nio.charset.StandardCharsets;

/** The settings of an add-on: JSON or YAML in a string. */
final class AddonConfiguration {
  private static final String TEXT = "configuration_values";

  private AddonConfiguration() {}

  /** Adds the parsed settings under {@code configuration}, with the add-on's own keys. */
  static void addTo(Draft addon) {
    if (!(addon.document.get(TEXT) instanceof StringValue text) || text.value().isBlank()) {
      return;
    }
    try {
      Value parsed =
          Yaml.read(text.value().getBytes(StandardCharsets.UTF_8), YamlOptions.KUBERNETES);
      if (parsed instanceof ObjectValue) {
        addon.put("configuration", parsed);
      }
    } catch (DataException e) {
      addon.gap("configuration", "configuration_values cannot be read: " + e.getMessage());
    }
  }
}
