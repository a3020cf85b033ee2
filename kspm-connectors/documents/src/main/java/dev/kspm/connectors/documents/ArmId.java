package dev.kspm.connectors.documents;

import java.util.Locale;
import java.util.Optional;

/**
 * An ARM id, which does not distinguish case and is written differently by different services.
 * Immutable.
 */
record ArmId(String text) {
  static Optional<ArmId> parse(String text) {
    return text.toLowerCase(Locale.ROOT).startsWith("/subscriptions/")
        ? Optional.of(new ArmId(text))
        : Optional.empty();
  }

  Optional<String> subscription() {
    return after("subscriptions");
  }

  Optional<String> resourceGroup() {
    return after("resourcegroups");
  }

  /** The id up to and with the managed cluster, as it is written. */
  Optional<String> cluster() {
    String[] parts = text.split("/");
    StringBuilder id = new StringBuilder();
    for (int i = 1; i < parts.length; i++) {
      id.append('/').append(parts[i]);
      if (parts[i - 1].equalsIgnoreCase("managedClusters")) {
        return Optional.of(id.toString());
      }
    }
    return Optional.empty();
  }

  private Optional<String> after(String collection) {
    String[] parts = text.split("/");
    for (int i = 1; i < parts.length; i++) {
      if (parts[i - 1].equalsIgnoreCase(collection)) {
        return Optional.of(parts[i]);
      }
    }
    return Optional.empty();
  }
}
