package dev.kspm.rego.value;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes the containers between a document's root and its holes report to a {@link ReadLog} whatever
 * could notice that data is missing.
 *
 * <p>A hole is a path that could not be read, or not completely. Where there is a container at the
 * path, that container may lack members; where there is none, the last key of the path may be
 * missing from its parent. All other containers stay as they are, so a complete document costs
 * nothing. The result belongs to the session of the log.
 */
public final class ObservedValues {
  private final ReadLog log;

  private ObservedValues(ReadLog log) {
    this.log = log;
  }

  /**
   * Observes a document.
   *
   * @param root the document
   * @param holes the paths; the number of a hole in the log is its position in this list
   */
  public static Value observe(
      Value root, List<? extends List<? extends Value>> holes, ReadLog log) {
    if (holes.isEmpty()) {
      return root;
    }
    Place top = new Place();
    for (int number = 0; number < holes.size(); number++) {
      Place place = top;
      for (Value key : holes.get(number)) {
        place.deep.set(number);
        place = place.below.computeIfAbsent(key, unused -> new Place());
      }
      place.deep.set(number);
      place.own.set(number);
    }
    return new ObservedValues(log).observe(root, top);
  }

  private Value observe(Value value, Place place) {
    if (!(value instanceof ArrayValue) && !(value instanceof ObjectValue)) {
      return value;
    }
    Map<Value, Value> replaced = new LinkedHashMap<>();
    Map<Value, BitSet> atKey = new LinkedHashMap<>();
    BitSet shallow = (BitSet) place.own.clone();
    place.below.forEach(
        (key, child) -> {
          Value present = value.lookup(key);
          if (present instanceof ArrayValue || present instanceof ObjectValue) {
            replaced.put(key, observe(present, child));
          } else {
            atKey.put(key, child.deep);
            shallow.or(child.deep);
          }
        });
    Observation observation = new Observation(log, replaced, atKey, place.own, shallow, place.deep);
    return value instanceof ArrayValue array
        ? new ObservedArray(array, observation)
        : new ObservedObject((ObjectValue) value, observation);
  }

  /** A node of the tree of hole paths. */
  private static final class Place {
    final Map<Value, Place> below = new LinkedHashMap<>();
    final BitSet own = new BitSet();
    final BitSet deep = new BitSet();
  }

  /**
   * What an observed container knows of the holes at and below it.
   *
   * @param replaced members that are observed containers themselves
   * @param atKey holes that looking up a key notices
   * @param own holes that the absence of any other key notices, and any position in an array
   * @param shallow holes that counting or iterating notices
   * @param deep holes that comparing, hashing or writing notices
   */
  record Observation(
      ReadLog log,
      Map<Value, Value> replaced,
      Map<Value, BitSet> atKey,
      BitSet own,
      BitSet shallow,
      BitSet deep) {

    @Nullable Value lookup(Value key, @Nullable Value plain) {
      Value observed = replaced.get(key);
      if (observed != null) {
        return observed;
      }
      BitSet holes = atKey.get(key);
      if (holes != null) {
        log.touch(holes);
      } else if (plain == null) {
        log.touch(own);
      }
      return plain;
    }

    Value member(Value key, Value plain) {
      log.touch(shallow);
      return replaced.getOrDefault(key, plain);
    }

    void positioned() {
      log.touch(own);
    }

    void iterated() {
      log.touch(shallow);
    }

    void compared() {
      log.touch(deep);
    }
  }
}
