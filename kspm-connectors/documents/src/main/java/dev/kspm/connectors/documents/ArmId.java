package dev.kspm.connectors.documents;

import java.util.Locale;
import java.util.Optional;

/**
 * An ARM id, which does not distinguish case and is written differently by different services.
 * Immutable.
 */
record ArmId(String text) {
  private static final String PROVIDERS = "/providers/";

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

  /** {@code provider/collection/collection} of the last provider in the id. */
  Optional<String> type() {
    int providers = text.toLowerCase(Locale.ROOT).lastIndexOf(PROVIDERS);
    if (providers < 0) {
      return Optional.empty();
    }
    String[] parts = text.substring(providers + PROVIDERS.length()).split("/");
    StringBuilder type = new StringBuilder(parts[0]);
    for (int i = 1; i < parts.length; i += 2) {
      type.append('/').append(parts[i]);
    }
    return parts.length < 3 ? Optional.empty() : Optional.of(type.toString());
  }

  /** What the resource belongs to: the id up to its last provider. */
  String scope() {
    int providers = text.toLowerCase(Locale.ROOT).lastIndexOf(PROVIDERS);
    return providers < 0 ? text : text.substring(0, providers);
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
