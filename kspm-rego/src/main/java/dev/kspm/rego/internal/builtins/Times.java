package dev.kspm.rego.internal.builtins;

/** Instants as nanoseconds since 1970. */
final class Times {
  private Times() {}

  static void define(Definitions in) {
    in.category("time");
    in.nondeterministic()
        .missing("time.now_ns", "() => now: number", "The time at which the query began.");
    in.missing(
        "time.parse_ns",
        "(layout: string, value: string) => ns: number",
        "The instant that a text of some layout names.");
    in.missing(
        "time.parse_rfc3339_ns",
        "(value: string) => ns: number",
        "The instant that a text of RFC 3339 names.");
    in.missing(
        "time.parse_duration_ns",
        "(duration: string) => ns: number",
        "The nanoseconds of a duration such as 1h30m.");
    in.missing(
        "time.date",
        "(x: any<number, array<number, string>>) => date: array<number, number, number>",
        "Year, month and day.");
    in.missing(
        "time.clock",
        "(x: any<number, array<number, string>>) => output: array<number, number, number>",
        "Hour, minute and second.");
    in.missing(
        "time.weekday",
        "(x: any<number, array<number, string>>) => day: string",
        "The day of the week.");
    in.missing(
        "time.add_date",
        "(ns: number, years: number, months: number, days: number) => output: number",
        "An instant some years, months and days later.");
    in.missing(
        "time.diff",
        "(ns1: any<number, array<number, string>>, ns2: any<number, array<number, string>>) => output: array<number, number, number, number, number, number>",
        "The difference in years, months, days, hours, minutes and seconds.");
    in.missing(
        "time.format",
        "(x: any<number, array<number, string>, array<number, string, string>>) => formatted timestamp: string",
        "An instant as text.");
  }
}
