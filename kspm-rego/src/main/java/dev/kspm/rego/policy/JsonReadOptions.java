package dev.kspm.rego.policy;

/**
 * How JSON is read. Immutable and thread-safe.
 *
 * @param refuseDuplicateKeys whether a key that occurs twice is an error; otherwise the last one
 *     wins
 * @param skipByteOrderMark whether a byte order mark at the start is passed over; otherwise it is
 *     an error
 * @param maxDepth how many arrays and objects may be open at once
 */
public record JsonReadOptions(
    boolean refuseDuplicateKeys, boolean skipByteOrderMark, int maxDepth) {
  /** The last key wins, a byte order mark is passed over, 10,000 levels. */
  public static final JsonReadOptions DEFAULT = new JsonReadOptions(false, true, 10_000);

  /** As {@code json.unmarshal} of OPA: a byte order mark is an error. */
  public static final JsonReadOptions OPA = new JsonReadOptions(false, false, 10_000);

  public JsonReadOptions withRefusedDuplicateKeys() {
    return new JsonReadOptions(true, skipByteOrderMark, maxDepth);
  }

  public JsonReadOptions withMaxDepth(int wanted) {
    return new JsonReadOptions(refuseDuplicateKeys, skipByteOrderMark, wanted);
  }
}
