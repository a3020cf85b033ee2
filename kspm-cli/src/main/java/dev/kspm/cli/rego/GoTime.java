package dev.kspm.cli.rego;

import dev.kspm.cli.InputError;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;

/** Durations as options of Go programs take them: {@code 5s}, {@code 1m30s}, {@code -250ms}. */
final class GoTime {
  private static final Map<String, Long> NANOS =
      Map.of(
          "ns", 1L,
          "us", 1_000L,
          "µs", 1_000L,
          "μs", 1_000L,
          "ms", 1_000_000L,
          "s", 1_000_000_000L,
          "m", 60_000_000_000L,
          "h", 3_600_000_000_000L);

  private final String text;
  private int at;

  private GoTime(String text) {
    this.text = text;
  }

  static Duration parse(String text) {
    return new GoTime(text).read();
  }

  private Duration read() {
    boolean negative = text.startsWith("-");
    if (negative || text.startsWith("+")) {
      at++;
    }
    if (text.substring(at).equals("0")) {
      return Duration.ZERO;
    }
    if (at == text.length()) {
      throw wrong("invalid duration ");
    }
    BigDecimal nanos = BigDecimal.ZERO;
    while (at < text.length()) {
      BigDecimal number = number();
      nanos = nanos.add(number.multiply(BigDecimal.valueOf(unit())));
    }
    if (nanos.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
      throw wrong("invalid duration ");
    }
    return Duration.ofNanos(negative ? -nanos.longValue() : nanos.longValue());
  }

  private BigDecimal number() {
    int start = at;
    digits();
    if (at < text.length() && text.charAt(at) == '.') {
      at++;
      digits();
    }
    String number = text.substring(start, at);
    if (number.isEmpty() || number.equals(".")) {
      throw wrong("invalid duration ");
    }
    return new BigDecimal(number);
  }

  private void digits() {
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
  }

  private long unit() {
    int start = at;
    while (at < text.length() && text.charAt(at) != '.' && !isDigit(text.charAt(at))) {
      at++;
    }
    String unit = text.substring(start, at);
    if (unit.isEmpty()) {
      throw wrong("missing unit in duration ");
    }
    Long nanos = NANOS.get(unit);
    if (nanos == null) {
      throw wrong("unknown unit \"" + unit + "\" in duration ");
    }
    return nanos;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private InputError wrong(String what) {
    return new InputError("time: " + what + "\"" + text + "\"");
  }
}
