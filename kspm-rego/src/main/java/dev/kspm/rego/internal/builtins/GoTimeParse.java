package dev.kspm.rego.internal.builtins;

import dev.kspm.rego.builtin.BuiltinException;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads instants by Go's layouts, with Go's messages for what does not fit. */
final class GoTimeParse {
  private static final BigInteger NANOS = BigInteger.valueOf(1_000_000_000L);
  private static final int MOST_FRACTION_DIGITS = 10;

  private final String layout;
  private final String text;
  private int at;

  private int year;
  private int month = -1;
  private int day = -1;
  private int yearDay = -1;
  private int hour;
  private int minute;
  private int second;
  private int nano;
  private boolean afternoon;
  private boolean morning;
  private int offset;

  private GoTimeParse(String layout, String text) {
    this.layout = layout;
    this.text = text;
  }

  /** Nanoseconds since 1970. */
  static BigInteger parse(String layout, String text) {
    GoTimeParse parser = new GoTimeParse(layout, text);
    parser.run();
    return parser.instant();
  }

  /** A value that does not fit; caught where the field is known. */
  private static final class Unfit extends Exception {
    private static final long serialVersionUID = 1L;

    Unfit() {
      super("unfit", null, false, false);
    }
  }

  private BuiltinException error(String wanted, int from) {
    return BuiltinException.failed(
        "parsing time "
            + GoTime.quote(text)
            + " as "
            + GoTime.quote(layout)
            + ": cannot parse "
            + GoTime.quote(text.substring(from))
            + " as "
            + GoTime.quote(wanted));
  }

  private BuiltinException error(String why) {
    return BuiltinException.failed("parsing time " + GoTime.quote(text) + ": " + why);
  }

  private void run() {
    int from = 0;
    while (true) {
      GoTime.Chunk chunk = GoTime.next(layout, from);
      String prefix = layout.substring(from, chunk.start());
      int unfit = skip(prefix);
      if (unfit >= 0) {
        throw error(prefix, at);
      }
      if (chunk.field() == GoTime.Field.NONE) {
        if (at < text.length()) {
          throw error("extra text: " + GoTime.quote(text.substring(at)));
        }
        return;
      }
      from = chunk.end();
      int start = at;
      String part = layout.substring(chunk.start(), chunk.end());
      try {
        String outside = read(chunk.field(), part, from);
        if (outside != null) {
          throw error(outside + " out of range");
        }
      } catch (Unfit unreadable) {
        throw error(part, start);
      }
    }
  }

  /** Passes over literal text; a blank there stands for any number of blanks. */
  private int skip(String prefix) {
    int i = 0;
    while (i < prefix.length()) {
      if (prefix.charAt(i) == ' ') {
        if (at < text.length() && text.charAt(at) != ' ') {
          return i;
        }
        while (i < prefix.length() && prefix.charAt(i) == ' ') {
          i++;
        }
        while (at < text.length() && text.charAt(at) == ' ') {
          at++;
        }
      } else if (at == text.length() || text.charAt(at) != prefix.charAt(i)) {
        return i;
      } else {
        i++;
        at++;
      }
    }
    return -1;
  }

  private boolean isDigit(int position) {
    return position < text.length() && text.charAt(position) >= '0' && text.charAt(position) <= '9';
  }

  /** One or two digits. */
  private int number(boolean two) throws Unfit {
    if (!isDigit(at)) {
      throw new Unfit();
    }
    int value = text.charAt(at) - '0';
    if (isDigit(at + 1)) {
      value = value * 10 + (text.charAt(at + 1) - '0');
      at++;
    } else if (two) {
      throw new Unfit();
    }
    at++;
    return value;
  }

  private int digits(int count) throws Unfit {
    int value = 0;
    for (int i = 0; i < count; i++) {
      if (!isDigit(at + i)) {
        throw new Unfit();
      }
      value = value * 10 + (text.charAt(at + i) - '0');
    }
    at += count;
    return value;
  }

  private int name(List<String> names, int length) throws Unfit {
    for (int i = 0; i < names.size(); i++) {
      String name = length == 0 ? names.get(i) : names.get(i).substring(0, length);
      if (text.regionMatches(true, at, name, 0, name.length())) {
        at += name.length();
        return i;
      }
    }
    throw new Unfit();
  }

  /** Reads a field; gives the name of what is out of range, or {@code null}. */
  private @Nullable String read(GoTime.Field field, String part, int next) throws Unfit {
    switch (field) {
      case YEAR -> {
        int two = digits(2);
        year = two >= 69 ? 1900 + two : 2000 + two;
      }
      case LONG_YEAR -> year = digits(4);
      case MONTH -> month = name(GoTime.MONTHS, 3) + 1;
      case LONG_MONTH -> month = name(GoTime.MONTHS, 0) + 1;
      case MONTH_NUMBER, ZERO_MONTH -> {
        month = number(field == GoTime.Field.ZERO_MONTH);
        return month < 1 || month > 12 ? "month" : null;
      }
      case WEEKDAY -> name(GoTime.DAYS, 3);
      case LONG_WEEKDAY -> name(GoTime.DAYS, 0);
      case DAY, UNDER_DAY, ZERO_DAY -> {
        if (field == GoTime.Field.UNDER_DAY) {
          blank();
        }
        day = number(field == GoTime.Field.ZERO_DAY);
      }
      case UNDER_YEAR_DAY, ZERO_YEAR_DAY -> yearDay(field == GoTime.Field.ZERO_YEAR_DAY);
      case HOUR -> {
        hour = number(false);
        return hour >= 24 ? "hour" : null;
      }
      case HOUR_12, ZERO_HOUR_12 -> {
        hour = number(field == GoTime.Field.ZERO_HOUR_12);
        return hour > 12 ? "hour" : null;
      }
      case MINUTE, ZERO_MINUTE -> {
        minute = number(field == GoTime.Field.ZERO_MINUTE);
        return minute >= 60 ? "minute" : null;
      }
      case SECOND, ZERO_SECOND -> {
        second = number(field == GoTime.Field.ZERO_SECOND);
        return second >= 60 ? "second" : unaskedFraction(next);
      }
      case UPPER_PM -> halfOfDay("AM", "PM");
      case LOWER_PM -> halfOfDay("am", "pm");
      case ZONE -> {
        return zone(part);
      }
      case ZONE_NAME -> zoneName();
      case FRACTION_ZEROS -> {
        if (at + part.length() > text.length()) {
          throw new Unfit();
        }
        fraction(part.length());
      }
      case FRACTION_NINES -> {
        if (isFraction()) {
          fraction(1 + fractionDigits());
        }
      }
      case NONE -> throw new Unfit();
    }
    return null;
  }

  private void blank() {
    if (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
  }

  private void yearDay(boolean three) throws Unfit {
    if (!three) {
      blank();
      blank();
    }
    int count = 0;
    while (count < 3 && isDigit(at + count)) {
      count++;
    }
    if (count == 0 || three && count != 3) {
      throw new Unfit();
    }
    yearDay = digits(count);
  }

  private void halfOfDay(String before, String after) throws Unfit {
    if (text.startsWith(after, at)) {
      afternoon = true;
    } else if (text.startsWith(before, at)) {
      morning = true;
    } else {
      throw new Unfit();
    }
    at += 2;
  }

  private boolean isFraction() {
    return at < text.length()
        && (text.charAt(at) == '.' || text.charAt(at) == ',')
        && isDigit(at + 1);
  }

  private int fractionDigits() {
    int count = 0;
    while (isDigit(at + 1 + count)) {
      count++;
    }
    return count;
  }

  /** A fraction of a second may stand in the text where the layout has none. */
  private @Nullable String unaskedFraction(int next) throws Unfit {
    if (isFraction()) {
      GoTime.Field following = GoTime.next(layout, next).field();
      if (following != GoTime.Field.FRACTION_ZEROS && following != GoTime.Field.FRACTION_NINES) {
        fraction(1 + fractionDigits());
      }
    }
    return null;
  }

  /** Reads a point and digits. */
  private void fraction(int length) throws Unfit {
    int end = at + length;
    if (text.charAt(at) != '.' && text.charAt(at) != ',') {
      throw new Unfit();
    }
    at++;
    int count = Math.min(length, MOST_FRACTION_DIGITS) - 1;
    nano = digits(count);
    for (int i = count; i < 9; i++) {
      nano *= 10;
    }
    at = end;
  }

  private @Nullable String zone(String part) throws Unfit {
    if (part.startsWith("Z") && text.startsWith("Z", at)) {
      at++;
      return null;
    }
    int end = at + part.length();
    if (end > text.length()) {
      throw new Unfit();
    }
    char sign = text.charAt(at);
    at++;
    int hours = digits(2);
    int minutes = 0;
    int seconds = 0;
    boolean colon = part.contains(":");
    if (at < end) {
      colon(colon);
      minutes = digits(2);
    }
    if (at < end) {
      colon(colon);
      seconds = digits(2);
    }
    if (hours > 24) {
      return "time zone offset hour";
    } else if (minutes > 60) {
      return "time zone offset minute";
    } else if (seconds > 60) {
      return "time zone offset second";
    }
    offset = (hours * 60 + minutes) * 60 + seconds;
    if (sign == '-') {
      offset = -offset;
    } else if (sign != '+') {
      throw new Unfit();
    }
    return null;
  }

  private void colon(boolean wanted) throws Unfit {
    if (wanted) {
      if (text.charAt(at) != ':') {
        throw new Unfit();
      }
      at++;
    }
  }

  /** An abbreviation; nothing is known of its offset, so it counts as UTC. */
  private void zoneName() throws Unfit {
    String rest = text.substring(at);
    int length = zoneNameLength(rest);
    if (length == 0) {
      throw new Unfit();
    }
    at += length;
  }

  private static int zoneNameLength(String rest) {
    if (rest.length() < 3) {
      return 0;
    } else if (rest.startsWith("ChST") || rest.startsWith("MeST")) {
      return 4;
    } else if (rest.startsWith("GMT")) {
      return 3 + signedOffsetLength(rest.substring(3));
    } else if (rest.startsWith("+") || rest.startsWith("-")) {
      return signedOffsetLength(rest);
    }
    int capitals = 0;
    while (capitals < 6
        && capitals < rest.length()
        && rest.charAt(capitals) >= 'A'
        && rest.charAt(capitals) <= 'Z') {
      capitals++;
    }
    boolean fits =
        switch (capitals) {
          case 3 -> true;
          case 4 -> rest.charAt(3) == 'T' || rest.startsWith("WITA");
          case 5 -> rest.charAt(4) == 'T';
          default -> false;
        };
    return fits ? capitals : 0;
  }

  private static int signedOffsetLength(String rest) {
    if (!rest.startsWith("+") && !rest.startsWith("-")) {
      return 0;
    }
    int end = 1;
    while (end < rest.length() && rest.charAt(end) >= '0' && rest.charAt(end) <= '9') {
      end++;
    }
    if (end == 1 || end > 12 || Long.parseLong(rest.substring(1, end)) > 23) {
      return 0;
    }
    return end;
  }

  private BigInteger instant() {
    if (afternoon && hour < 12) {
      hour += 12;
    } else if (morning && hour == 12) {
      hour = 0;
    }
    if (yearDay >= 0) {
      fromYearDay();
    }
    month = Math.max(month, 1);
    day = day < 0 ? 1 : day;
    int days = LocalDate.of(Math.max(year, 0), month, 1).lengthOfMonth();
    if (day < 1 || day > days) {
      throw error("day out of range");
    }
    long seconds =
        LocalDate.of(year, month, day).toEpochDay() * 86_400L
            + hour * 3600L
            + minute * 60L
            + second
            - offset;
    return BigInteger.valueOf(seconds).multiply(NANOS).add(BigInteger.valueOf(nano));
  }

  private void fromYearDay() {
    int days = Year.isLeap(year) ? 366 : 365;
    if (yearDay < 1 || yearDay > days) {
      throw error("day-of-year out of range");
    }
    LocalDate date = LocalDate.ofYearDay(year, yearDay);
    if (month >= 0 && month != date.getMonthValue()) {
      throw error("day-of-year does not match month");
    }
    month = date.getMonthValue();
    if (day >= 0 && day != date.getDayOfMonth()) {
      throw error("day-of-year does not match day");
    }
    day = date.getDayOfMonth();
  }
}
