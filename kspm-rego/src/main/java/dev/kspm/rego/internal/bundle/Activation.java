package dev.kspm.rego.internal.bundle;

import dev.kspm.rego.policy.LoadException;
import dev.kspm.rego.policy.RegoVersion;
import dev.kspm.rego.value.NumberValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts bundles into a document: what was at their roots goes, what they hold comes, and {@code
 * data.system} tells of them.
 */
public final class Activation {
  private final RegoVersion version;
  private ObjectValue document;

  /**
   * @param version the language that needs no mention
   * @param document what is there already
   */
  public Activation(RegoVersion version, ObjectValue document) {
    this.version = version;
    this.document = document;
  }

  /**
   * The document with the bundles in it.
   *
   * @throws LoadException if they cannot stand side by side
   */
  public ObjectValue with(List<BundleContents> bundles) {
    try {
      Overlaps.check(bundles);
    } catch (LoadException e) {
      throw new LoadException("bundle activation failed: " + e.problems().get(0).text());
    }
    refuseWasm(bundles);
    List<BundleContents> sorted = new ArrayList<>(bundles);
    sorted.sort(Comparator.comparing(BundleContents::name));
    for (BundleContents bundle : sorted) {
      bundle.manifest().roots().forEach(root -> erase(keys(root)));
    }
    for (BundleContents bundle : sorted) {
      bundle.manifest().roots().forEach(root -> put(keys(root), bundle.data()));
      describe(bundle);
    }
    return document;
  }

  private static void refuseWasm(List<BundleContents> bundles) {
    for (BundleContents bundle : bundles) {
      List<String> entrypoints = bundle.manifest().wasmEntrypoints();
      if (bundle.hasWasm() && !entrypoints.isEmpty()) {
        throw new LoadException(
            "failed to initialize wasm module for entrypoints '["
                + String.join(" ", entrypoints)
                + "]': engine not found");
      }
    }
  }

  private static List<String> keys(String root) {
    return root.isEmpty() ? List.of() : Arrays.asList(root.split("/", -1));
  }

  private void erase(List<String> keys) {
    document = keys.isEmpty() ? ObjectValue.EMPTY : without(document, keys);
  }

  private static ObjectValue without(ObjectValue from, List<String> keys) {
    Value value = from.get(keys.get(0));
    if (value == null) {
      return from;
    }
    StringValue key = StringValue.of(keys.get(0));
    if (keys.size() == 1) {
      ObjectValue.Builder left = ObjectValue.builder();
      from.forEach(
          (name, other) -> {
            if (!name.equals(key)) {
              left.put(name, other);
            }
          });
      return left.build();
    }
    return value instanceof ObjectValue object
        ? from.with(key, without(object, keys.subList(1, keys.size())))
        : from;
  }

  private void put(List<String> keys, ObjectValue data) {
    @Nullable Value value = data;
    @Nullable Value there = document;
    for (int i = 0; i < keys.size(); i++) {
      value = value instanceof ObjectValue object ? object.get(keys.get(i)) : null;
      there = there instanceof ObjectValue object ? object.get(keys.get(i)) : null;
      if (value != null && there != null && !(there instanceof ObjectValue)) {
        throw new LoadException(
            List.of(
                new LoadException.Problem(
                    "/" + String.join("/", keys.subList(0, i + 1)),
                    "storage_write_conflict_error",
                    List.of())));
      }
    }
    if (value != null && DataTree.at(keys, value) instanceof ObjectValue object) {
      document = DataTree.merged(document, object);
    }
  }

  /** A path as a key: each slash once, none in front. */
  private static String key(String path) {
    StringBuilder key = new StringBuilder();
    for (String part : path.split("/")) {
      if (!part.isEmpty()) {
        key.append(key.isEmpty() ? "" : "/").append(part);
      }
    }
    return key.toString();
  }

  private void describe(BundleContents bundle) {
    ObjectValue.Builder modules = ObjectValue.builder();
    bundle
        .modules()
        .forEach(
            (path, module) -> {
              if (module.version() != version) {
                int number = module.version() == RegoVersion.V0 ? 0 : 1;
                modules.put(
                    key(bundle.name() + "/" + module.text().name()),
                    ObjectValue.builder().put("rego_version", NumberValue.of(number)).build());
              }
            });
    ObjectValue about =
        ObjectValue.builder()
            .put("etag", StringValue.of(""))
            .put("manifest", bundle.manifest().document())
            .build();
    ObjectValue.Builder system =
        ObjectValue.builder()
            .put("bundles", ObjectValue.builder().put(bundle.name(), about).build());
    if (modules.size() > 0) {
      system.put("modules", modules.build());
    }
    document =
        DataTree.merged(document, ObjectValue.builder().put("system", system.build()).build());
  }
}
