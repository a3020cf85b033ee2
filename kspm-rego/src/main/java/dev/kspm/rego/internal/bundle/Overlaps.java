package dev.kspm.rego.internal.bundle;

import dev.kspm.rego.policy.LoadException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** Bundles that own the same part of {@code data}. */
final class Overlaps {
  private final TreeSet<String> names = new TreeSet<>();
  private final TreeSet<String> owningAll = new TreeSet<>();
  private final TreeSet<String> collisions = new TreeSet<>();

  private Overlaps() {}

  /**
   * Looks at each pair of bundles.
   *
   * @throws LoadException if two of them cannot stand side by side
   */
  static void check(Collection<BundleContents> bundles) {
    List<BundleContents> all = new ArrayList<>(bundles);
    all.sort(Comparator.comparing(BundleContents::name));
    Overlaps overlaps = new Overlaps();
    for (int i = 0; i < all.size(); i++) {
      for (int j = i + 1; j < all.size(); j++) {
        overlaps.compare(all.get(i), all.get(j));
      }
    }
    overlaps.complain();
  }

  private void compare(BundleContents one, BundleContents other) {
    for (String a : one.manifest().roots()) {
      for (String b : other.manifest().roots()) {
        if (Roots.overlap(a, b)) {
          names.add(one.name());
          names.add(other.name());
          note(one, a);
          note(other, b);
          if (!a.isEmpty() && !b.isEmpty()) {
            collisions.add(collision(a, b));
          }
        }
      }
    }
  }

  private void note(BundleContents bundle, String root) {
    if (root.isEmpty()) {
      owningAll.add(bundle.name());
    }
  }

  private static String collision(String a, String b) {
    if (a.equals(b)) {
      return "root " + a + " is in multiple bundles";
    }
    return Roots.isPrefix(a, b) ? a + " overlaps " + b : b + " overlaps " + a;
  }

  private void complain() {
    if (!owningAll.isEmpty()) {
      throw new LoadException(
          "bundles ["
              + String.join(", ", names)
              + "] have overlapping roots and cannot be activated simultaneously because bundle(s) ["
              + String.join(", ", owningAll)
              + "] specify empty root paths ('') which overlap with any other bundle root");
    }
    if (!collisions.isEmpty()) {
      throw new LoadException(
          "detected overlapping roots in manifests for these bundles: ["
              + String.join(", ", names)
              + "] ("
              + String.join(", ", collisions)
              + ")");
    }
  }
}
