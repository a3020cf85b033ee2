package dev.kspm.rego.internal.builtins;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.TimeZone;

/** Writes instants by Go's layouts. */
final class GoTimeFormat {
  private GoTimeFormat() {}

  static String format(ZonedDateTime time, String layout) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < layout.length()) {
      GoTime.Chunk chunk = GoTime.next(layout, at);
      out.append(layout, at, chunk.start());
      if (chunk.field() != GoTime.Field.NONE) {
        append(out, time, chunk.field(), layout.substring(chunk.start(), chunk.end()));
      }
      at = chunk.end();
    }
    return out.toString();
  }

  private static void append(
      StringBuilder out, ZonedDateTime time, GoTime.Field field, String part) {
    int hour12 = (time.getHour() + 11) % 12 + 1;
    switch (field) {
      case LONG_MONTH -> out.append(GoTime.MONTHS.get(time.getMonthValue() - 1));
      case MONTH -> out.append(GoTime.MONTHS.get(time.getMonthValue() - 1), 0, 3);
      case MONTH_NUMBER -> out.append(time.getMonthValue());
      case ZERO_MONTH -> pad(out, time.getMonthValue(), 2, '0');
      case LONG_WEEKDAY -> out.append(GoTime.DAYS.get(time.getDayOfWeek().getValue() % 7));
      case WEEKDAY -> out.append(GoTime.DAYS.get(time.getDayOfWeek().getValue() % 7), 0, 3);
      case DAY -> out.append(time.getDayOfMonth());
      case UNDER_DAY -> pad(out, time.getDayOfMonth(), 2, ' ');
      case ZERO_DAY -> pad(out, time.getDayOfMonth(), 2, '0');
      case UNDER_YEAR_DAY -> pad(out, time.getDayOfYear(), 3, ' ');
      case ZERO_YEAR_DAY -> pad(out, time.getDayOfYear(), 3, '0');
      case HOUR -> pad(out, time.getHour(), 2, '0');
      case HOUR_12 -> out.append(hour12);
      case ZERO_HOUR_12 -> pad(out, hour12, 2, '0');
      case MINUTE -> out.append(time.getMinute());
      case ZERO_MINUTE -> pad(out, time.getMinute(), 2, '0');
      case SECOND -> out.append(time.getSecond());
      case ZERO_SECOND -> pad(out, time.getSecond(), 2, '0');
      case LONG_YEAR -> pad(out, time.getYear(), 4, '0');
      case YEAR -> pad(out, time.getYear() % 100, 2, '0');
      case UPPER_PM -> out.append(time.getHour() >= 12 ? "PM" : "AM");
      case LOWER_PM -> out.append(time.getHour() >= 12 ? "pm" : "am");
      case ZONE_NAME -> out.append(zoneName(time));
      case ZONE -> out.append(zone(time.getOffset().getTotalSeconds(), part));
      case FRACTION_ZEROS -> out.append(part.charAt(0)).append(fraction(time, part.length() - 1));
      case FRACTION_NINES -> {
        String digits = fraction(time, part.length() - 1);
        int end = digits.length();
        while (end > 0 && digits.charAt(end - 1) == '0') {
          end--;
        }
        if (end > 0) {
          out.append(part.charAt(0)).append(digits, 0, end);
        }
      }
      case NONE -> throw new IllegalArgumentException("no field");
    }
  }

  private static void pad(StringBuilder out, int value, int width, char with) {
    String digits = Integer.toString(value);
    out.append(String.valueOf(with).repeat(Math.max(0, width - digits.length()))).append(digits);
  }

  private static String fraction(ZonedDateTime time, int digits) {
    String nanos = String.format(Locale.ROOT, "%09d", time.getNano());
    return digits <= 9 ? nanos.substring(0, digits) : nanos + "0".repeat(digits - 9);
  }

  private static String zone(int seconds, String part) {
    if (part.startsWith("Z") && seconds == 0) {
      return "Z";
    }
    String colon = part.contains(":") ? ":" : "";
    int size = part.replace(":", "").length();
    int absolute = Math.abs(seconds);
    String text = (seconds < 0 ? "-" : "+") + two(absolute / 3600);
    if (size >= 5) {
      text += colon + two(absolute / 60 % 60);
    }
    return size >= 7 ? text + colon + two(absolute % 60) : text;
  }

  private static String two(int value) {
    return (value < 10 ? "0" : "") + value;
  }

  /** The abbreviation of the zone, or its offset when it has none. */
  private static String zoneName(ZonedDateTime time) {
    String id = time.getZone().getId();
    if (id.equals("UTC") || id.equals("Z")) {
      return "UTC";
    }
    Instant instant = time.toInstant();
    boolean summer = time.getZone().getRules().isDaylightSavings(instant);
    String name = TimeZone.getTimeZone(id).getDisplayName(summer, TimeZone.SHORT, Locale.ENGLISH);
    int seconds = time.getOffset().getTotalSeconds();
    boolean letters = name.chars().allMatch(c -> c >= 'A' && c <= 'Z');
    if (letters && (!name.equals("GMT") || seconds == 0) && ZoneNames.isUsed(name)) {
      return name;
    }
    return zone(seconds, seconds % 3600 == 0 ? "-07" : "-0700");
  }
}
