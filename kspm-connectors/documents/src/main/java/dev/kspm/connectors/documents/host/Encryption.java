package dev.kspm.connectors.documents.host;

import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.util.Set;

/** Parts of an encryption configuration without the keys in it. */
final class Encryption {
  private static final Set<String> OF_KMS =
      Set.of("apiVersion", "name", "endpoint", "cachesize", "timeout");

  private Encryption() {}

  static Value withoutKeys(Value entry) {
    if (!(entry instanceof ObjectValue object)) {
      return ObjectValue.EMPTY;
    }
    ObjectValue.Builder shown = ObjectValue.builder();
    if (object.get("resources") instanceof ArrayValue resources) {
      shown.put("resources", resources);
    }
    if (object.get("providers") instanceof ArrayValue list) {
      ArrayValue.Builder providers = ArrayValue.builder();
      list.forEach(provider -> providers.add(provider(provider)));
      shown.put("providers", providers.build());
    }
    return shown.build();
  }

  private static Value provider(Value wire) {
    ObjectValue.Builder shown = ObjectValue.builder();
    if (wire instanceof ObjectValue object) {
      object.forEach(
          (name, settings) ->
              shown.put(
                  name,
                  name.equals(StringValue.of("kms")) ? kms(settings) : withKeyNames(settings)));
    }
    return shown.build();
  }

  private static Value kms(Value settings) {
    ObjectValue.Builder shown = ObjectValue.builder();
    if (settings instanceof ObjectValue object) {
      object.forEach(
          (key, value) -> {
            if (key instanceof StringValue name && OF_KMS.contains(name.value())) {
              shown.put(key, value);
            }
          });
    }
    return shown.build();
  }

  private static Value withKeyNames(Value settings) {
    if (!(settings instanceof ObjectValue object)
        || !(object.get("keys") instanceof ArrayValue keys)) {
      return ObjectValue.EMPTY;
    }
    ArrayValue.Builder names = ArrayValue.builder();
    for (Value key : keys) {
      Value name = key instanceof ObjectValue o ? o.get("name") : null;
      names.add(name == null ? ObjectValue.EMPTY : ObjectValue.of(StringValue.of("name"), name));
    }
    return ObjectValue.of(StringValue.of("keys"), names.build());
  }

  /** Names of the providers of an entry in order, for the settings that take effect. */
  static ObjectValue summary(Value entry) {
    ObjectValue.Builder summary = ObjectValue.builder();
    if (entry instanceof ObjectValue object) {
      Value resources = object.get("resources");
      summary.put("resources", resources instanceof ArrayValue ? resources : ArrayValue.EMPTY);
      ArrayValue.Builder names = ArrayValue.builder();
      if (object.get("providers") instanceof ArrayValue list) {
        for (Value provider : list) {
          if (provider instanceof ObjectValue one) {
            one.forEach((name, settings) -> names.add(name));
          }
        }
      }
      summary.put("providers", names.build());
    }
    return summary.build();
  }
}
