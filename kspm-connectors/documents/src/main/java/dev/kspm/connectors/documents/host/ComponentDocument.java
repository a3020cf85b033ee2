package dev.kspm.connectors.documents.host;

import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.util.List;
import java.util.Optional;

/**
 * A component as Datadog's agent shows it: its flags by type, the files they name, defaults of
 * absent flags, unknown flags in {@code skippedFlags}. Not thread-safe.
 */
final class ComponentDocument {
  private final Component component;
  private final Flags flags;
  private final NodeFiles files;
  private final List<KubeletConfig.Layer> layers;

  ComponentDocument(
      Component component, Flags flags, NodeFiles files, List<KubeletConfig.Layer> layers) {
    this.component = component;
    this.flags = flags;
    this.files = files;
    this.layers = layers;
  }

  ObjectValue document() {
    ObjectValue.Builder document = ObjectValue.builder();
    ObjectValue.Builder skipped = ObjectValue.builder();
    for (String flag : flags.names()) {
      Optional<FlagType> type = component.type(flag);
      if (type.isEmpty()) {
        skipped.put("--" + flag, StringValue.of(flags.value(flag).orElse("")));
      } else if (!flags.isBare(flag)) {
        document.put(flag, value(flag, type.get()));
      }
    }
    component
        .defaults()
        .forEach(
            (flag, text) -> {
              if (!flags.has(flag) && !isSetByFile(flag)) {
                document.put(flag, Settings.typed("", component.type(flag).orElseThrow(), text));
              }
            });
    ObjectValue unknown = skipped.build();
    if (unknown.size() > 0) {
      document.put("skippedFlags", unknown);
    }
    return document.build();
  }

  private boolean isSetByFile(String flag) {
    for (KubeletConfig.Layer layer : layers) {
      List<String> field =
          component == Component.SCHEDULER && flag.equals("profiling")
              ? List.of("enableProfiling")
              : KubeletConfig.FIELDS.get(flag);
      if (field != null && KubeletConfig.at(layer.content(), field) != null) {
        return true;
      }
    }
    return false;
  }

  private Value value(String flag, FlagType type) {
    String text = flags.value(flag).orElse("");
    String[] place = {"components", component.key, flag};
    return switch (type) {
      case LIST -> Settings.typed(flag, type, flags.all(flag));
      case BOOL, INT, DURATION -> Settings.typed("", type, text);
      case CONFIG -> files.config(text, place);
      case KUBELET_CONFIG -> kubeletConfig(text, place);
      case CERT -> files.certificate(text, place);
      case KEY, TOKEN, DIR -> files.metadata(text, place);
      case KUBECONFIG -> files.kubeconfig(text, place);
      case ADMISSION -> files.admission(text, place);
      case ENCRYPTION -> files.encryption(text, place);
      case STRING -> StringValue.of(text);
    };
  }

  /** The file with its certificates and keys as files, never opened where they are secret. */
  private ObjectValue kubeletConfig(String path, String... place) {
    ObjectValue file = files.config(path, place);
    Value content = file.get("content");
    if (!(content instanceof ObjectValue object)
        || !(object.get("kind") instanceof StringValue kind)
        || !kind.value().equals("KubeletConfiguration")) {
      return without(file, "content");
    }
    ObjectValue shown = replaced(object, List.of("tlsPrivateKeyFile"), p -> files.metadata(p));
    shown = replaced(shown, List.of("tlsCertFile"), p -> files.certificate(p));
    shown =
        replaced(
            shown, List.of("authentication", "x509", "clientCAFile"), p -> files.certificate(p));
    return file.with(StringValue.of("content"), without(shown, "staticPodURLHeader"));
  }

  private static ObjectValue replaced(
      ObjectValue object, List<String> path, java.util.function.Function<String, Value> by) {
    Value here = object.get(path.get(0));
    if (path.size() > 1 && here instanceof ObjectValue inner) {
      return object.with(
          StringValue.of(path.get(0)), replaced(inner, path.subList(1, path.size()), by));
    }
    return here instanceof StringValue text && !text.value().isEmpty() && path.size() == 1
        ? object.with(StringValue.of(path.get(0)), by.apply(text.value()))
        : object;
  }

  private static ObjectValue without(ObjectValue object, String key) {
    ObjectValue.Builder rest = ObjectValue.builder();
    object.forEach(
        (k, value) -> {
          if (!k.equals(StringValue.of(key))) {
            rest.put(k, value);
          }
        });
    return rest.build();
  }
}
