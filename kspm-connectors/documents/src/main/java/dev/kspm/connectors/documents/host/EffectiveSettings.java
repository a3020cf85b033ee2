package dev.kspm.connectors.documents.host;

import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.BooleanValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The settings that take effect in a component, each with where it comes from: flags beat drop-ins
 * beat the configuration file beat defaults. Not thread-safe.
 */
final class EffectiveSettings {
  /** With a configuration file the kubelet's defaults are the file's, and safer. */
  private static final Map<String, String> KUBELET_FILE_DEFAULTS =
      Map.of("anonymous-auth", "false", "authorization-mode", "Webhook", "read-only-port", "0");

  private static final Map<String, List<String>> PROXY_FIELDS =
      Map.of(
          "metrics-bind-address", List.of("metricsBindAddress"),
          "bind-address", List.of("bindAddress"),
          "profiling", List.of("enableProfiling"),
          "hostname-override", List.of("hostnameOverride"),
          "feature-gates", List.of("featureGates"));
  private static final Map<String, List<String>> SCHEDULER_FIELDS =
      Map.of("profiling", List.of("enableProfiling"));

  /** Flags whose values add up when they are given twice. */
  private static final Set<String> SUMS = Set.of("feature-gates");

  private final Component component;
  private final Flags flags;
  private final List<KubeletConfig.Layer> layers;
  private final Set<String> withheld = new HashSet<>();
  private final ObjectValue.Builder settings = ObjectValue.builder();

  EffectiveSettings(Component component, Flags flags, List<KubeletConfig.Layer> layers) {
    this.component = component;
    this.flags = flags;
    this.layers = layers;
  }

  /** Adds a setting that is derived from the content of a file. */
  void derived(String name, Value value, String path) {
    settings.put(name, Settings.setting(value, "file", path));
  }

  /** Leaves out the default of a setting that a file decides which could not be understood. */
  void withhold(String name) {
    withheld.add(name);
  }

  /** Whether a setting is known by now. */
  boolean has(String name) {
    return settings.get(StringValue.of(name)) != null;
  }

  ObjectValue build() {
    return settings.build();
  }

  /** Flags, files and defaults; defaults are left out for a file that is named but not known. */
  void collect(boolean fileKnown) {
    putFlags();
    fileFields().keySet().forEach(this::fromLayers);
    putDefaults(fileKnown);
  }

  /** Flags, and defaults of what only a flag can set: nothing is known of the files. */
  void collectFlags() {
    putFlags();
    putDefaults(false);
  }

  private void putFlags() {
    for (String flag : flags.names()) {
      settings.put(flag, Settings.setting(fromFlag(flag), "flag", null));
    }
  }

  private void putDefaults(boolean fileKnown) {
    boolean usesFile = component == Component.KUBELET && flags.has("config");
    component
        .effectiveDefaults()
        .forEach(
            (flag, text) -> {
              boolean open = !has(flag) && !withheld.contains(flag);
              if (open && (fileKnown || !fileFields().containsKey(flag))) {
                String value = usesFile ? KUBELET_FILE_DEFAULTS.getOrDefault(flag, text) : text;
                settings.put(
                    flag,
                    Settings.setting(
                        Settings.typed(flag, component.effectiveType(flag), value),
                        "default",
                        null));
              }
            });
  }

  /** Settings that a file may hold, by flag. */
  Map<String, List<String>> fileFields() {
    return switch (component) {
      case KUBELET -> KubeletConfig.FIELDS;
      case PROXY -> PROXY_FIELDS;
      case SCHEDULER -> SCHEDULER_FIELDS;
      default -> Map.of();
    };
  }

  private Value fromFlag(String flag) {
    FlagType type = component.effectiveType(flag);
    if (flags.isBare(flag)) {
      return BooleanValue.TRUE;
    }
    String text =
        type == FlagType.LIST || SUMS.contains(flag)
            ? flags.all(flag)
            : flags.value(flag).orElse("");
    if (component.type(flag).isEmpty() && type == FlagType.STRING) {
      Value truth = Settings.truth(text);
      return truth instanceof BooleanValue && text.length() > 1 ? truth : StringValue.of(text);
    }
    return Settings.typed(flag, type, text);
  }

  private void fromLayers(String flag) {
    if (has(flag) && !flag.equals("feature-gates")) {
      return;
    }
    KubeletConfig.Found found = found(flag);
    if (found == null) {
      return;
    }
    Value value = Settings.fromFile(component.effectiveType(flag), found.value());
    if (has(flag)) {
      // Gates of flags are added to those of the file.
      Value given = settings.get(StringValue.of(flag));
      Value gates = given instanceof ObjectValue setting ? setting.get("value") : null;
      if (gates instanceof ObjectValue own && value instanceof ObjectValue below) {
        ObjectValue.Builder merged = ObjectValue.builder();
        below.forEach(merged::put);
        own.forEach(merged::put);
        settings.put(flag, Settings.setting(merged.build(), "flag", null));
      }
      return;
    }
    settings.put(flag, Settings.setting(value, found.source(), found.path()));
  }

  private KubeletConfig.@Nullable Found found(String flag) {
    if (component == Component.KUBELET) {
      return KubeletConfig.find(flag, layers);
    }
    List<String> field = fileFields().get(flag);
    KubeletConfig.Found found = null;
    for (KubeletConfig.Layer layer : layers) {
      Value value = field == null ? null : KubeletConfig.at(layer.content(), field);
      boolean empty =
          value instanceof StringValue text && text.value().isEmpty()
              || value instanceof ArrayValue list && list.size() == 0;
      if (value != null && !empty) {
        found = new KubeletConfig.Found(value, layer.source(), layer.path());
      }
    }
    return found;
  }

  /** The text of a setting, if it has one. */
  Optional<String> text(String name) {
    Value setting = settings.get(StringValue.of(name));
    Value value = setting instanceof ObjectValue object ? object.get("value") : null;
    return value instanceof StringValue text && !text.value().isEmpty()
        ? Optional.of(text.value())
        : Optional.empty();
  }
}
