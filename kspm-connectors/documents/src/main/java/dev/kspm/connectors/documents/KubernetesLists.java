package dev.kspm.connectors.documents;

import dev.kspm.rego.value.NumberValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Lists of the Kubernetes API, as pages. Not thread-safe.
 *
 * <p>A page that has {@code metadata.continue} needs another one, of the same resource version. How
 * much is on the pages after it is {@code remainingItemCount}, where the server counts.
 */
final class KubernetesLists {
  /**
   * One page.
   *
   * @param types those of its items and of the list itself, if it has one
   * @param remaining items on later pages; -1 when not told
   */
  private record Page(
      Set<String> types,
      String source,
      String version,
      boolean continued,
      long remaining,
      int items) {
    /** Pages of one list show the cluster at one moment; one that tells no moment may be of any. */
    boolean isOfSameList(Page other) {
      return version.isEmpty() || other.version.isEmpty() || version.equals(other.version);
    }
  }

  private final List<Page> pages = new ArrayList<>();

  void add(ObjectValue list, String source, Set<String> types, int items) {
    Value remaining = Fields.at(list, "metadata", "remainingItemCount");
    long count = remaining instanceof NumberValue n && n.isLong() ? n.asLong() : -1;
    pages.add(
        new Page(
            Set.copyOf(types),
            source,
            Fields.text(list, "metadata", "resourceVersion"),
            count > 0 || !Fields.text(list, "metadata", "continue").isEmpty(),
            count,
            items));
  }

  /** Types that have lists of some files, empty ones too. */
  Set<String> types(Predicate<String> source) {
    Set<String> types = new HashSet<>();
    pages.stream().filter(page -> source.test(page.source)).forEach(p -> types.addAll(p.types));
    return types;
  }

  /** Why a type may lack objects in some files; empty when it does not. */
  Optional<String> missing(String type, Predicate<String> source) {
    List<Page> some =
        pages.stream()
            .filter(page -> source.test(page.source) && page.types.contains(type))
            .toList();
    return some.stream()
        .filter(page -> page.continued && !isFollowed(page, some))
        .map(page -> page.source + Pages.MISSING)
        .findFirst();
  }

  /** A list that mixes kinds may have any kind on its next page. */
  boolean isAnyMixedOpen(Predicate<String> source) {
    return pages.stream()
        .filter(page -> page.continued && page.types.size() != 1 && source.test(page.source))
        .anyMatch(page -> !isFollowed(page, pages));
  }

  private static boolean isFollowed(Page page, List<Page> pages) {
    List<Page> others =
        pages.stream().filter(other -> other != page && other.isOfSameList(page)).toList();
    long items = others.stream().mapToLong(Page::items).sum();
    return others.stream().anyMatch(other -> !other.continued) && items >= page.remaining;
  }
}
