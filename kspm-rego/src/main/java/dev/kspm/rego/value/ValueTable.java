package dev.kspm.rego.value;

import java.util.Arrays;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The hash table below objects and sets: entries in order of insertion, an open-addressing index
 * above eight entries, and a sorted view that is made when somebody iterates.
 *
 * <p>An attacker can choose keys whose hashes collide. When a probe becomes longer than {@link
 * #LONGEST_PROBE} the table turns to an ordered map, in which a search takes logarithmic time
 * whatever the hashes are. After it was built the table is only read; the sorted view and the
 * cached hashes are benign races.
 */
final class ValueTable {
  private static final int LINEAR = 8;
  private static final int INSERTION = 16;
  private static final int LONGEST_PROBE = 96;
  private static final int[] NONE = new int[0];

  private Value[] keys = new Value[LINEAR];
  private Value @Nullable [] values;
  private int size;
  private int[] index = NONE;
  private @Nullable TreeMap<Value, Integer> ordered;
  private int @Nullable [] sorted;

  ValueTable(boolean withValues) {
    values = withValues ? new Value[LINEAR] : null;
  }

  static int spread(int h) {
    h *= 0x9E3779B9;
    return h ^ h >>> 15;
  }

  int size() {
    return size;
  }

  Value keyAt(int slot) {
    return keys[slot];
  }

  @SuppressWarnings("NullAway") // objects are made with values
  Value valueAt(int slot) {
    return values[slot];
  }

  @Nullable Value get(Value key) {
    int slot = find(key);
    return slot < 0 ? null : valueAt(slot);
  }

  /** The slot of a key, or -1. */
  int find(Value key) {
    if (ordered != null) {
      Integer slot = ordered.get(key);
      return slot == null ? -1 : slot;
    }
    if (index.length == 0) {
      return findLinear(key);
    }
    int mask = index.length - 1;
    for (int i = spread(key.hashCode()) & mask; ; i = i + 1 & mask) {
      int slot = index[i] - 1;
      if (slot < 0) {
        return -1;
      }
      Value known = keys[slot];
      if (known == key || known.equals(key)) {
        return slot;
      }
    }
  }

  private int findLinear(Value key) {
    for (int i = 0; i < size; i++) {
      if (keys[i] == key) {
        return i;
      }
    }
    for (int i = 0; i < size; i++) {
      if (keys[i].equals(key)) {
        return i;
      }
    }
    return -1;
  }

  @SuppressWarnings("NullAway") // objects are made with values
  void put(Value key, Value value) {
    int slot = find(key);
    if (slot < 0) {
      append(key, value);
    } else {
      values[slot] = value;
    }
  }

  @Nullable Value putIfAbsent(Value key, Value value) {
    int slot = find(key);
    if (slot >= 0) {
      return valueAt(slot);
    }
    append(key, value);
    return null;
  }

  boolean add(Value element) {
    if (find(element) >= 0) {
      return false;
    }
    append(element, null);
    return true;
  }

  private void append(Value key, @Nullable Value value) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, size * 2);
      if (values != null) {
        values = Arrays.copyOf(values, size * 2);
      }
    }
    keys[size] = key;
    if (values != null && value != null) {
      values[size] = value;
    }
    size++;
    if (ordered != null) {
      ordered.put(key, size - 1);
    } else if (size > LINEAR) {
      indexLast();
    }
  }

  private void indexLast() {
    if (index.length < size * 2) {
      index = new int[Integer.highestOneBit(size * 2) * 2];
      for (int slot = 0; slot < size && ordered == null; slot++) {
        enter(slot);
      }
    } else {
      enter(size - 1);
    }
  }

  private void enter(int slot) {
    int mask = index.length - 1;
    int i = spread(keys[slot].hashCode()) & mask;
    for (int probes = 0; index[i] != 0; i = i + 1 & mask) {
      if (++probes > LONGEST_PROBE) {
        turnToOrder();
        return;
      }
    }
    index[i] = slot + 1;
  }

  private void turnToOrder() {
    TreeMap<Value, Integer> map = new TreeMap<>();
    for (int slot = 0; slot < size; slot++) {
      map.put(keys[slot], slot);
    }
    ordered = map;
    index = NONE;
  }

  /** Slots in the order of their keys. */
  int[] sorted() {
    int[] known = sorted;
    if (known == null || known.length != size) {
      known = sort();
      sorted = known;
    }
    return known;
  }

  private int[] sort() {
    return size <= INSERTION ? sortByInsertion() : sortByMerging();
  }

  private int[] sortByInsertion() {
    int[] order = new int[size];
    for (int slot = 1; slot < size; slot++) {
      int at = slot;
      while (at > 0 && keys[order[at - 1]].compareTo(keys[slot]) > 0) {
        order[at] = order[at - 1];
        at--;
      }
      order[at] = slot;
    }
    return order;
  }

  private int[] sortByMerging() {
    Integer[] slots = new Integer[size];
    boolean inOrder = true;
    for (int i = 0; i < size; i++) {
      slots[i] = i;
      inOrder &= i == 0 || keys[i - 1].compareTo(keys[i]) < 0;
    }
    if (!inOrder) {
      Arrays.sort(slots, (a, b) -> keys[a].compareTo(keys[b]));
    }
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      order[i] = slots[i];
    }
    return order;
  }
}
