package dev.kspm.rego.internal.bundle;

import dev.kspm.rego.value.ObjectValue;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A bundle that was read. Immutable.
 *
 * @param name the path it was read from, as it was given
 * @param modules by their path inside the bundle
 * @param isSigned whether it has signatures, which nobody has looked at
 */
public record BundleContents(
    String name,
    Manifest manifest,
    Map<String, ModuleFile> modules,
    ObjectValue data,
    boolean isSigned,
    boolean hasWasm) {
  public BundleContents {
    modules = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(modules));
  }
}
