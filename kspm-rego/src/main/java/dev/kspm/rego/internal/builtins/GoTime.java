package dev.kspm.rego.internal.builtins;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Go's time layouts: what stands for what. */
final class GoTime {
  static final List<String> MONTHS =
      List.of(
          "January",
          "February",
          "March",
          "April",
          "May",
          "June",
          "July",
          "August",
          "September",
          "October",
          "November",
          "December");
  static final List<String> DAYS =
      List.of("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday");

  static final String RFC3339_NANO = "2006-01-02T15:04:05.999999999Z07:00";

  /** Names that OPA takes for layouts. */
  static final Map<String, String> NAMED =
      Map.of(
          "ANSIC", "Mon Jan _2 15:04:05 2006",
          "UnixDate", "Mon Jan _2 15:04:05 MST 2006",
          "RubyDate", "Mon Jan 02 15:04:05 -0700 2006",
          "RFC822", "02 Jan 06 15:04 MST",
          "RFC822Z", "02 Jan 06 15:04 -0700",
          "RFC850", "Monday, 02-Jan-06 15:04:05 MST",
          "RFC1123", "Mon, 02 Jan 2006 15:04:05 MST",
          "RFC1123Z", "Mon, 02 Jan 2006 15:04:05 -0700",
          "RFC3339", "2006-01-02T15:04:05Z07:00",
          "RFC3339Nano", RFC3339_NANO);

  /** What a part of a layout stands for. */
  enum Field {
    NONE,
    LONG_MONTH,
    MONTH,
    MONTH_NUMBER,
    ZERO_MONTH,
    LONG_WEEKDAY,
    WEEKDAY,
    DAY,
    UNDER_DAY,
    ZERO_DAY,
    UNDER_YEAR_DAY,
    ZERO_YEAR_DAY,
    HOUR,
    HOUR_12,
    ZERO_HOUR_12,
    MINUTE,
    ZERO_MINUTE,
    SECOND,
    ZERO_SECOND,
    LONG_YEAR,
    YEAR,
    UPPER_PM,
    LOWER_PM,
    ZONE_NAME,
    ZONE,
    FRACTION_ZEROS,
    FRACTION_NINES
  }

  /**
   * The first field of a layout.
   *
   * @param start where it begins
   * @param end where it ends
   */
  record Chunk(Field field, int start, int end) {}

  private static final List<String> ZONES =
      List.of(
          "-07:00:00",
          "-070000",
          "-07:00",
          "-0700",
          "-07",
          "Z07:00:00",
          "Z070000",
          "Z07:00",
          "Z0700",
          "Z07");

  private GoTime() {}

  static Chunk next(String layout, int from) {
    for (int i = from; i < layout.length(); i++) {
      Chunk chunk = at(layout, i);
      if (chunk != null) {
        return chunk;
      }
    }
    return new Chunk(Field.NONE, layout.length(), layout.length());
  }

  private static @Nullable Chunk at(String layout, int i) {
    switch (layout.charAt(i)) {
      case 'J' -> {
        if (layout.startsWith("January", i)) {
          return new Chunk(Field.LONG_MONTH, i, i + 7);
        } else if (layout.startsWith("Jan", i) && !lowerAt(layout, i + 3)) {
          return new Chunk(Field.MONTH, i, i + 3);
        }
        return null;
      }
      case 'M' -> {
        if (layout.startsWith("Monday", i)) {
          return new Chunk(Field.LONG_WEEKDAY, i, i + 6);
        } else if (layout.startsWith("Mon", i) && !lowerAt(layout, i + 3)) {
          return new Chunk(Field.WEEKDAY, i, i + 3);
        }
        return literal(layout, i, "MST", Field.ZONE_NAME);
      }
      case '0' -> {
        return zero(layout, i);
      }
      case '1' -> {
        return layout.startsWith("15", i)
            ? new Chunk(Field.HOUR, i, i + 2)
            : new Chunk(Field.MONTH_NUMBER, i, i + 1);
      }
      case '2' -> {
        return layout.startsWith("2006", i)
            ? new Chunk(Field.LONG_YEAR, i, i + 4)
            : new Chunk(Field.DAY, i, i + 1);
      }
      case '_' -> {
        if (layout.startsWith("_2006", i)) {
          return new Chunk(Field.LONG_YEAR, i + 1, i + 5);
        } else if (layout.startsWith("__2", i)) {
          return new Chunk(Field.UNDER_YEAR_DAY, i, i + 3);
        }
        return literal(layout, i, "_2", Field.UNDER_DAY);
      }
      case '3' -> {
        return new Chunk(Field.HOUR_12, i, i + 1);
      }
      case '4' -> {
        return new Chunk(Field.MINUTE, i, i + 1);
      }
      case '5' -> {
        return new Chunk(Field.SECOND, i, i + 1);
      }
      case 'P' -> {
        return literal(layout, i, "PM", Field.UPPER_PM);
      }
      case 'p' -> {
        return literal(layout, i, "pm", Field.LOWER_PM);
      }
      case '-', 'Z' -> {
        for (String zone : ZONES) {
          if (layout.startsWith(zone, i)) {
            return new Chunk(Field.ZONE, i, i + zone.length());
          }
        }
        return null;
      }
      case '.', ',' -> {
        return fraction(layout, i);
      }
      default -> {
        return null;
      }
    }
  }

  private static boolean lowerAt(String layout, int i) {
    return i < layout.length() && layout.charAt(i) >= 'a' && layout.charAt(i) <= 'z';
  }

  private static @Nullable Chunk literal(String layout, int i, String wanted, Field field) {
    return layout.startsWith(wanted, i) ? new Chunk(field, i, i + wanted.length()) : null;
  }

  private static @Nullable Chunk zero(String layout, int i) {
    if (layout.startsWith("002", i)) {
      return new Chunk(Field.ZERO_YEAR_DAY, i, i + 3);
    }
    char second = i + 1 < layout.length() ? layout.charAt(i + 1) : ' ';
    Field field =
        switch (second) {
          case '1' -> Field.ZERO_MONTH;
          case '2' -> Field.ZERO_DAY;
          case '3' -> Field.ZERO_HOUR_12;
          case '4' -> Field.ZERO_MINUTE;
          case '5' -> Field.ZERO_SECOND;
          case '6' -> Field.YEAR;
          default -> Field.NONE;
        };
    return field == Field.NONE ? null : new Chunk(field, i, i + 2);
  }

  private static @Nullable Chunk fraction(String layout, int i) {
    char digit = i + 1 < layout.length() ? layout.charAt(i + 1) : ' ';
    if (digit != '0' && digit != '9') {
      return null;
    }
    int end = i + 1;
    while (end < layout.length() && layout.charAt(end) == digit) {
      end++;
    }
    if (end < layout.length() && layout.charAt(end) >= '0' && layout.charAt(end) <= '9') {
      return null;
    }
    return new Chunk(digit == '0' ? Field.FRACTION_ZEROS : Field.FRACTION_NINES, i, end);
  }

  /** Quotes as the messages of Go's time package do. */
  static String quote(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      if (b < ' ') {
        out.append(String.format(Locale.ROOT, "\\x%02x", b & 0xff));
      } else {
        out.append(b == '"' || b == '\\' ? "\\" : "").append((char) b);
      }
    }
    return out.append('"').toString();
  }
}
