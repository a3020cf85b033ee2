package dev.kspm.rego.internal.bundle;

import dev.kspm.rego.policy.DataException;
import dev.kspm.rego.policy.LoadException;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.NullValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the {@code .manifest} of a bundle says. Immutable.
 *
 * @param roots paths below {@code data} that the bundle owns; the empty path owns everything
 * @param regoVersion the language of the modules, {@code null} when it is not said
 * @param fileRegoVersions languages of single modules by their paths or patterns of them
 */
public record Manifest(
    String revision,
    List<String> roots,
    @Nullable Integer regoVersion,
    ObjectValue fileRegoVersions,
    @Nullable ObjectValue metadata,
    @Nullable ArrayValue wasm) {
  private static final String FAILED = "bundle load failed on manifest decode: ";

  /** What stands for a manifest that is missing. */
  static final Manifest NONE = new Manifest("", List.of(""), null, ObjectValue.EMPTY, null, null);

  public Manifest {
    roots = List.copyOf(roots);
  }

  static Manifest read(byte[] bytes) {
    Value read;
    try {
      read = Documents.json(bytes);
    } catch (DataException e) {
      throw new LoadException(FAILED + e.goText());
    }
    if (read instanceof NullValue) {
      return NONE;
    }
    if (!(read instanceof ObjectValue fields)) {
      throw new LoadException(
          FAILED
              + "json: cannot unmarshal "
              + ManifestFields.kind(read)
              + " into Go value of type bundle.Manifest");
    }
    ManifestFields of = new ManifestFields(fields);
    List<String> roots = of.texts("roots");
    ObjectValue versions = of.numbers("file_rego_versions");
    return new Manifest(
        of.text("revision"),
        roots == null ? List.of("") : roots.stream().map(Manifest::trimmed).toList(),
        of.number("rego_version"),
        versions == null ? ObjectValue.EMPTY : versions,
        of.object("metadata", "map[string]interface {}"),
        of.list("wasm", "[]bundle.WasmResolver"));
  }

  private static String trimmed(String root) {
    int from = 0;
    int to = root.length();
    while (from < to && root.charAt(from) == '/') {
      from++;
    }
    while (to > from && root.charAt(to - 1) == '/') {
      to--;
    }
    return root.substring(from, to);
  }

  /** The manifest as a document, as it stands below {@code data.system.bundles}. */
  public ObjectValue document() {
    ArrayValue.Builder paths = ArrayValue.builder();
    roots.forEach(root -> paths.add(StringValue.of(root)));
    ObjectValue.Builder out =
        ObjectValue.builder().put("revision", StringValue.of(revision)).put("roots", paths.build());
    if (regoVersion != null) {
      out.put("rego_version", dev.kspm.rego.value.NumberValue.of(regoVersion));
    }
    if (fileRegoVersions.size() > 0) {
      out.put("file_rego_versions", fileRegoVersions);
    }
    if (metadata != null && metadata.size() > 0) {
      out.put("metadata", metadata);
    }
    if (wasm != null && wasm.size() > 0) {
      out.put("wasm", wasm);
    }
    return out.build();
  }

  /** The entry points that are compiled to WebAssembly, as references. */
  List<String> wasmEntrypoints() {
    List<String> found = new ArrayList<>();
    for (int i = 0; wasm != null && i < wasm.size(); i++) {
      if (wasm.get(i) instanceof ObjectValue one
          && one.get("entrypoint") instanceof StringValue path) {
        found.add("data." + path.value().replace('/', '.'));
      }
    }
    return found;
  }
}
