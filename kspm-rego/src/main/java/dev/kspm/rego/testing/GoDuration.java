package dev.kspm.rego.testing;

import java.math.BigDecimal;
import java.time.Duration;

/** Durations as Go prints them: {@code 192.519µs}, {@code 1.5s}, {@code 1m2.5s}. */
final class GoDuration {
  private static final long MICRO = 1_000;
  private static final long MILLI = 1_000_000;
  private static final long SECOND = 1_000_000_000;

  private GoDuration() {}

  static String text(Duration duration) {
    long nanos = duration.toNanos();
    if (nanos == 0) {
      return "0s";
    } else if (nanos < MICRO) {
      return nanos + "ns";
    } else if (nanos < MILLI) {
      return fraction(nanos, 3) + "µs";
    } else if (nanos < SECOND) {
      return fraction(nanos, 6) + "ms";
    }
    long minutes = nanos / (60 * SECOND);
    String seconds = fraction(nanos % (60 * SECOND), 9) + "s";
    if (minutes == 0) {
      return seconds;
    }
    return minutes < 60
        ? minutes + "m" + seconds
        : minutes / 60 + "h" + minutes % 60 + "m" + seconds;
  }

  private static String fraction(long nanos, int digits) {
    BigDecimal number = BigDecimal.valueOf(nanos, digits);
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
