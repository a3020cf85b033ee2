package dev.kspm.framework;

/**
 * How many evaluations came out which way; muted ones are in {@code muted} only. Immutable.
 *
 * @param pass unmuted passes
 * @param fail unmuted failures
 * @param muted passes and failures that are muted
 * @param unknown evaluations that missing data or a rule's error left open
 * @param skip evaluations that do not apply
 */
public record VerdictCounts(long pass, long fail, long muted, long unknown, long skip) {
  /** Nothing. */
  public static final VerdictCounts NONE = new VerdictCounts(0, 0, 0, 0, 0);

  /** Both together. */
  public VerdictCounts plus(VerdictCounts other) {
    return new VerdictCounts(
        pass + other.pass,
        fail + other.fail,
        muted + other.muted,
        unknown + other.unknown,
        skip + other.skip);
  }
}
