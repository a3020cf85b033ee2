package dev.kspm.rego.internal.builtins;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRulesProvider;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names of time zones as the tz database has them. */
final class ZoneNames {
  /** The abbreviations that the database still uses; the JDK has invented more. */
  private static final Set<String> USED =
      Set.of(
          "ACDT", "ACST", "AEDT", "AEST", "AKDT", "AKST", "AWST", "AST", "ADT", "BST", "CAT", "CDT",
          "CEST", "CET", "CST", "EAT", "EDT", "EEST", "EET", "EST", "GMT", "HDT", "HKT", "HST",
          "IDT", "IST", "JST", "KST", "MDT", "MSK", "MST", "NDT", "NST", "NZDT", "NZST", "PDT",
          "PKT", "PST", "SAST", "SST", "UTC", "WAT", "WEST", "WET", "WIB", "WIT", "WITA");

  private ZoneNames() {}

  static boolean isUsed(String abbreviation) {
    return USED.contains(abbreviation);
  }

  /** The zone of a name, or {@code null}. */
  static @Nullable ZoneId find(String name) {
    return switch (name) {
      case "", "UTC", "Local" -> ZoneOffset.UTC;
      case "EST" -> ZoneId.of("America/Panama");
      case "MST" -> ZoneId.of("America/Phoenix");
      case "HST" -> ZoneId.of("Pacific/Honolulu");
      default -> {
        if (!ZoneRulesProvider.getAvailableZoneIds().contains(name)) {
          yield null;
        }
        try {
          yield ZoneId.of(name);
        } catch (DateTimeException unknown) {
          yield null;
        }
      }
    };
  }
}
