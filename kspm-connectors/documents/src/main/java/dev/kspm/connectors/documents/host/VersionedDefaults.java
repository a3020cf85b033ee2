package dev.kspm.connectors.documents.host;

import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Defaults of a node's settings, once the version of a component is known. Stateless and
 * thread-safe.
 *
 * <p>A host does not tell its kubelet's version; the node's object of the Kubernetes API does.
 * Until then the document has the defaults of the versions that are still maintained.
 */
public final class VersionedDefaults {
  private static final StringValue EFFECTIVE = StringValue.of("effective");
  private static final StringValue SOURCE = StringValue.of("source");
  private static final StringValue DEFAULT = StringValue.of("default");
  private static final Pattern VERSION =
      Pattern.compile("v?([0-9]{1,4})\\.([0-9]{1,4})(?:[^0-9].*)?");

  /** A minor version, such as 1.27. */
  record Minor(int major, int minor) implements Comparable<Minor> {
    static Optional<Minor> parse(String text) {
      Matcher parts = VERSION.matcher(text);
      return parts.matches()
          ? Optional.of(
              new Minor(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2))))
          : Optional.empty();
    }

    @Override
    public int compareTo(Minor other) {
      return major == other.major
          ? Integer.compare(minor, other.minor)
          : Integer.compare(major, other.major);
    }
  }

  private VersionedDefaults() {}

  /**
   * The document with the defaults of its kubelet's version.
   *
   * @param kubelet such as {@code v1.26.15-eks-a1b2c3}; what is no version changes nothing
   */
  public static NodeDocument ofKubelet(NodeDocument node, String kubelet) {
    Optional<Minor> version = Minor.parse(kubelet);
    StringValue component = StringValue.of(Component.KUBELET.key);
    if (version.isEmpty()
        || !(node.document().get(EFFECTIVE) instanceof ObjectValue effective)
        || !(effective.get(component) instanceof ObjectValue settings)) {
      return node;
    }
    ObjectValue changed = settings;
    for (Map.Entry<String, String> old : Component.KUBELET.defaultsOf(version.get()).entrySet()) {
      StringValue name = StringValue.of(old.getKey());
      Value setting = settings.get(name);
      if (setting instanceof ObjectValue known
          && known.get(SOURCE) instanceof StringValue source
          && source.equals(DEFAULT)) {
        FlagType type = Component.KUBELET.effectiveType(old.getKey());
        Value value = Settings.typed(old.getKey(), type, old.getValue());
        changed = changed.with(name, Settings.setting(value, "default", null));
      }
    }
    return new NodeDocument(
        node.type(),
        node.name(),
        node.document().with(EFFECTIVE, effective.with(component, changed)),
        node.gaps());
  }
}
