package dev.kspm.rego;

import dev.kspm.rego.internal.bundle.BundleContents;
import dev.kspm.rego.value.ObjectValue;
import java.util.List;

/** Policies and data that were packed together, with what their manifest says. Immutable. */
public final class PolicyBundle {
  private final BundleContents contents;

  PolicyBundle(BundleContents contents) {
    this.contents = contents;
  }

  /** What messages call it: the path that it was read from, or the name that it was given. */
  public String name() {
    return contents.name();
  }

  /** The revision that the manifest names, or an empty text. */
  public String revision() {
    return contents.manifest().revision();
  }

  /** The paths below {@code data} that it owns, such as {@code a/b}; an empty one is everything. */
  public List<String> roots() {
    return contents.manifest().roots();
  }

  /** Its manifest, as it stands below {@code data.system.bundles}. */
  public ObjectValue manifest() {
    return contents.manifest().document();
  }

  /** Whether it holds signatures. They are not verified here. */
  public boolean isSigned() {
    return contents.isSigned();
  }

  /** Its modules, each in the language that the manifest says. */
  public List<PolicySource> sources() {
    return contents.modules().values().stream().map(PolicyLoader::source).toList();
  }

  /** Its documents, merged. */
  public ObjectValue data() {
    return contents.data();
  }

  BundleContents contents() {
    return contents;
  }
}
