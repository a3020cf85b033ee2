package dev.kspm.rego.internal.builtins;

import dev.kspm.rego.builtin.BuiltinContext;
import dev.kspm.rego.builtin.BuiltinException;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.NumberValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneRules;

/** Instants as nanoseconds since 1970. */
final class Times {
  private static final long NANOS = 1_000_000_000L;
  private static final long DAY_SECONDS = 86_400L;

  private Times() {}

  static void define(Definitions in) {
    in.category("time");
    in.nondeterministic()
        .function(
            "time.now_ns", "() => now: number", "The time at which the query began.", Times::now);
    in.function(
        "time.parse_ns",
        "(layout: string, value: string) => ns: number",
        "The instant that a text of some layout names.",
        Times::parse);
    in.function(
        "time.parse_rfc3339_ns",
        "(value: string) => ns: number",
        "The instant that a text of RFC 3339 names.",
        Times::parseRfc3339);
    in.function(
        "time.parse_duration_ns",
        "(duration: string) => ns: number",
        "The nanoseconds of a duration such as 1h30m.",
        Times::parseDuration);
    in.function(
        "time.date",
        "(x: any<number, array<number, string>>) => date: array<number, number, number>",
        "Year, month and day.",
        Times::date);
    in.function(
        "time.clock",
        "(x: any<number, array<number, string>>) => output: array<number, number, number>",
        "Hour, minute and second.",
        Times::clock);
    in.function(
        "time.weekday",
        "(x: any<number, array<number, string>>) => day: string",
        "The day of the week.",
        Times::weekday);
    in.function(
        "time.add_date",
        "(ns: number, years: number, months: number, days: number) => output: number",
        "An instant some years, months and days later.",
        Times::addDate);
    in.function(
        "time.diff",
        "(ns1: any<number, array<number, string>>, ns2: any<number, array<number, string>>) => output: array<number, number, number, number, number, number>",
        "The difference in years, months, days, hours, minutes and seconds.",
        Times::diff);
    in.function(
        "time.format",
        "(x: any<number, array<number, string>, array<number, string, string>>) => formatted timestamp: string",
        "An instant as text.",
        Times::format);
  }

  private static BuiltinException outOfRange() {
    return BuiltinException.failed("time outside of valid range");
  }

  private static Value now(BuiltinContext context, Value[] args) {
    return NumberValue.of(context.nowNanos());
  }

  private static Value nanos(BigInteger nanos) {
    if (nanos.bitLength() >= Long.SIZE) {
      throw outOfRange();
    }
    return NumberValue.of(nanos);
  }

  private static Value parse(BuiltinContext context, Value[] args) {
    String layout = Operands.string(args, 1);
    String text = Operands.string(args, 2);
    Text.charge(context, layout.length() + (long) text.length());
    return nanos(GoTimeParse.parse(GoTime.NAMED.getOrDefault(layout, layout), text));
  }

  private static Value parseRfc3339(BuiltinContext context, Value[] args) {
    String text = Operands.string(args, 1);
    Text.charge(context, text.length());
    return nanos(GoTimeParse.parse(GoTime.NAMED.getOrDefault("RFC3339", ""), text));
  }

  private static Value parseDuration(BuiltinContext context, Value[] args) {
    String text = Operands.string(args, 1);
    Text.charge(context, text.length());
    return NumberValue.of(GoDuration.parse(text));
  }

  /**
   * The instant of an argument: nanoseconds, or an array of them with the name of a zone. Messages
   * call it operand 1 wherever it stands, as OPA's do.
   */
  private static ZonedDateTime time(Value arg) {
    ZoneId zone = ZoneOffset.UTC;
    Value number = arg;
    if (arg instanceof ArrayValue array && array.size() > 0) {
      number = array.get(0);
      if (!(number instanceof NumberValue)) {
        throw Operands.wrong(1, "number", number);
      }
      if (array.size() > 1) {
        if (!(array.get(1) instanceof StringValue name)) {
          throw Operands.wrong(1, "string", array.get(1));
        }
        zone = ZoneNames.find(name.value());
        if (zone == null) {
          throw BuiltinException.failed("unknown time zone " + name.value());
        }
      }
    }
    if (!(number instanceof NumberValue nanos)) {
      throw Operands.wrong(1, "either number (ns) or [number (ns), string (tz)]", arg);
    }
    if (!Numbers.fitsLong(nanos)) {
      throw BuiltinException.failed("timestamp too big");
    }
    long value = nanos.isLong() ? nanos.asLong() : Numbers.toInteger(nanos).longValue();
    return Instant.ofEpochSecond(Math.floorDiv(value, NANOS), Math.floorMod(value, NANOS))
        .atZone(zone);
  }

  private static Value numbers(long... numbers) {
    ArrayValue.Builder out = ArrayValue.builder();
    for (long number : numbers) {
      out.add(NumberValue.of(number));
    }
    return out.build();
  }

  private static Value date(BuiltinContext context, Value[] args) {
    ZonedDateTime time = time(args[0]);
    return numbers(time.getYear(), time.getMonthValue(), time.getDayOfMonth());
  }

  private static Value clock(BuiltinContext context, Value[] args) {
    ZonedDateTime time = time(args[0]);
    return numbers(time.getHour(), time.getMinute(), time.getSecond());
  }

  private static Value weekday(BuiltinContext context, Value[] args) {
    return StringValue.of(GoTime.DAYS.get(time(args[0]).getDayOfWeek().getValue() % 7));
  }

  private static Value format(BuiltinContext context, Value[] args) {
    ZonedDateTime time = time(args[0]);
    String layout = "";
    if (args[0] instanceof ArrayValue array && array.size() > 2) {
      if (!(array.get(2) instanceof StringValue text)) {
        throw Operands.wrong(1, "string", array.get(2));
      }
      layout = GoTime.NAMED.getOrDefault(text.value(), text.value());
    }
    Text.charge(context, 4L * layout.length());
    return StringValue.of(
        GoTimeFormat.format(time, layout.isEmpty() ? GoTime.RFC3339_NANO : layout));
  }

  private static Value addDate(BuiltinContext context, Value[] args) {
    ZonedDateTime time = time(args[0]);
    long years = Operands.plainLong(args, 2);
    long months = Operands.plainLong(args, 3);
    long days = Operands.plainLong(args, 4);
    if (Math.abs(years / 4) > 1_000
        || Math.abs(months / 4) > 12_000
        || Math.abs(days) > 1_000_000) {
      throw outOfRange();
    }
    // Days beyond the end of a month run on into the next one.
    long monthIndex = time.getYear() * 12L + time.getMonthValue() - 1 + years * 12 + months;
    LocalDate first =
        LocalDate.of(
            (int) Math.floorDiv(monthIndex, 12L), (int) Math.floorMod(monthIndex, 12L) + 1, 1);
    long epochDay = first.toEpochDay() + time.getDayOfMonth() - 1 + days;
    long seconds =
        inZone(
            epochDay * DAY_SECONDS + time.toLocalTime().toSecondOfDay(), time.getZone().getRules());
    return nanos(
        BigInteger.valueOf(seconds)
            .multiply(BigInteger.valueOf(NANOS))
            .add(BigInteger.valueOf(time.getNano())));
  }

  /** The instant of a local time, guessed as Go does where the local time is skipped or twice. */
  private static long inZone(long local, ZoneRules rules) {
    int offset = rules.getOffset(Instant.ofEpochSecond(local)).getTotalSeconds();
    int there = rules.getOffset(Instant.ofEpochSecond(local - offset)).getTotalSeconds();
    return local - there;
  }

  private static Value diff(BuiltinContext context, Value[] args) {
    ZonedDateTime one = time(args[0]);
    ZonedDateTime other = time(args[1]).withZoneSameInstant(one.getZone());
    ZonedDateTime from = one.toInstant().isAfter(other.toInstant()) ? other : one;
    ZonedDateTime to = from == one ? other : one;
    LocalTime start = from.toLocalTime();
    LocalTime end = to.toLocalTime();
    int years = to.getYear() - from.getYear();
    int months = to.getMonthValue() - from.getMonthValue();
    int days = to.getDayOfMonth() - from.getDayOfMonth();
    int hours = end.getHour() - start.getHour();
    int minutes = end.getMinute() - start.getMinute();
    int seconds = end.getSecond() - start.getSecond();
    if (seconds < 0) {
      seconds += 60;
      minutes--;
    }
    if (minutes < 0) {
      minutes += 60;
      hours--;
    }
    if (hours < 0) {
      hours += 24;
      days--;
    }
    if (days < 0) {
      days += from.toLocalDate().lengthOfMonth();
      months--;
    }
    if (months < 0) {
      months += 12;
      years--;
    }
    return numbers(years, months, days, hours, minutes, seconds);
  }
}
