package dev.kspm.rego.value;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Java list seen as an array; elements are converted on first read. Racing threads convert twice
 * and agree.
 */
final class AdaptedArray extends ArrayValue {
  private final List<?> list;
  private final @Nullable Value[] converted;
  private int hash;

  AdaptedArray(List<?> list) {
    this.list = list;
    this.converted = new @Nullable Value[list.size()];
  }

  @Override
  public int size() {
    return converted.length;
  }

  @Override
  public Value get(int index) {
    Value known = converted[index];
    if (known == null) {
      known = Values.of(list.get(index));
      converted[index] = known;
    }
    return known;
  }

  @Override
  public int hashCode() {
    if (hash == 0) {
      int h = super.hashCode();
      hash = h == 0 ? 1 : h;
    }
    return hash;
  }
}
