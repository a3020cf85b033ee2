package dev.kspm.rego.internal.plan;

import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Patterns of arrays that have their constants at the same places: one look-up finds those that an
 * array fits, however many there are.
 */
final class ArrayShape {
  private final int size;
  private final List<Integer> places;

  /** By the constants, in the order of their places. */
  private final Map<ArrayValue, long[]> links = new HashMap<>();

  private ArrayShape(int size, List<Integer> places) {
    this.size = size;
    this.places = places;
  }

  /**
   * The shapes of some patterns.
   *
   * @param patterns with the links that want them, as bit sets
   */
  static List<ArrayShape> of(Map<LinkConditions.Pattern, long[]> patterns) {
    Map<List<Integer>, ArrayShape> shapes = new LinkedHashMap<>();
    patterns.forEach(
        (pattern, match) -> {
          List<Integer> places = new ArrayList<>();
          ArrayValue.Builder constants = ArrayValue.builder();
          for (int i = 0; i < pattern.elements().size(); i++) {
            Value constant = pattern.elements().get(i);
            if (constant != null) {
              places.add(i);
              constants.add(constant);
            }
          }
          List<Integer> key = new ArrayList<>(places);
          key.add(pattern.elements().size());
          shapes
              .computeIfAbsent(key, k -> new ArrayShape(pattern.elements().size(), places))
              .links
              .put(constants.build(), match);
        });
    return List.copyOf(shapes.values());
  }

  /** The links whose pattern an array fits, {@code null} for none. */
  long @Nullable [] matching(ArrayValue array) {
    if (array.size() != size) {
      return null;
    }
    ArrayValue.Builder constants = ArrayValue.builder();
    for (int place : places) {
      constants.add(array.get(place));
    }
    return links.get(constants.build());
  }
}
