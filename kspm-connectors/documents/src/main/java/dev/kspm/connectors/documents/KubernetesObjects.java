package dev.kspm.connectors.documents;

import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Objects of the Kubernetes API and lists of them, as kubectl prints them. Not thread-safe.
 *
 * <p>An object has {@code apiVersion}, {@code kind} and {@code metadata.name}; the items of a list
 * with a kind of its own ({@code PodList}) may leave the first two out.
 */
final class KubernetesObjects {
  /** An object with the file that it came from. */
  record Found(ObjectValue object, String source, String group, String kind) {
    String namespace() {
      return Fields.text(object, "metadata", "namespace");
    }

    String name() {
      return Fields.text(object, "metadata", "name");
    }

    String type() {
      return "kubernetes_" + SnakeCase.of(kind);
    }

    /** The place of the object within its cluster. */
    String place() {
      return group + "/" + kind + "/" + namespace() + "/" + name();
    }
  }

  private final Set<String> openConfigMaps;
  private final List<Found> found = new ArrayList<>();

  private final KubernetesLists lists = new KubernetesLists();

  KubernetesObjects(Set<String> openConfigMaps) {
    this.openConfigMaps = openConfigMaps;
  }

  List<Found> found() {
    return found;
  }

  KubernetesLists lists() {
    return lists;
  }

  /** Takes a document, or gives {@code null} when it is not of the Kubernetes API. */
  @Nullable Recognition take(ObjectValue document, String source) {
    String kind = Fields.text(document, "kind");
    if (kind.isEmpty() || Fields.text(document, "apiVersion").isEmpty()) {
      return null;
    }
    if (kind.endsWith("List") && document.get("items") instanceof ArrayValue items) {
      return list(document, kind.substring(0, kind.length() - 4), items, source);
    }
    return object(document, source) ? Recognition.usedAll(1) : null;
  }

  private Recognition list(ObjectValue list, String kind, ArrayValue items, String source) {
    int before = found.size();
    int used = 0;
    List<Recognition.Skipped> skipped = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      Value item = items.get(i);
      if (item instanceof ObjectValue object
          && object(completed(object, kind, list.get("apiVersion")), source)) {
        used++;
      } else {
        skipped.add(
            new Recognition.Skipped(
                "items[" + i + "]",
                item,
                "no object of the Kubernetes API: it has no kind or name"));
      }
    }
    Set<String> types = new HashSet<>();
    if (!kind.isEmpty()) {
      // A list with a kind of its own says that there are none, when it is empty.
      types.add("kubernetes_" + SnakeCase.of(kind));
    }
    found.subList(before, found.size()).forEach(object -> types.add(object.type()));
    lists.add(list, source, types, items.size());
    // A list without items is used too: it says that there are none.
    return items.size() == 0 ? Recognition.usedAll(1) : new Recognition(used, skipped);
  }

  private static ObjectValue completed(ObjectValue item, String kind, @Nullable Value apiVersion) {
    if (kind.isEmpty() || !Fields.text(item, "kind").isEmpty() || apiVersion == null) {
      return item;
    }
    return item.with(StringValue.of("kind"), StringValue.of(kind))
        .with(StringValue.of("apiVersion"), apiVersion);
  }

  private boolean object(ObjectValue object, String source) {
    String kind = Fields.text(object, "kind");
    String version = Fields.text(object, "apiVersion");
    if (kind.isEmpty() || version.isEmpty() || Fields.text(object, "metadata", "name").isEmpty()) {
      return false;
    }
    int slash = version.indexOf('/');
    String group = slash < 0 ? "" : version.substring(0, slash);
    found.add(new Found(Redaction.object(object, openConfigMaps), source, group, kind));
    return true;
  }
}
