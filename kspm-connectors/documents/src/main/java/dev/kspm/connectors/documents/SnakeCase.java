package dev.kspm.connectors.documents;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Field names of the providers in snake_case, as Datadog writes them: {@code adminGroupObjectIDs}
 * is {@code admin_group_object_i_ds}. Stateless and thread-safe.
 */
public final class SnakeCase {
  private static final Pattern ACRONYM = Pattern.compile("([A-Z]+)([A-Z][a-z])");
  private static final Pattern WORD = Pattern.compile("([a-z0-9])([A-Z])");

  /** Plurals of acronyms that the az command line writes as words; ARM's spelling is the name. */
  private static final Map<String, String> AZ_SPELLINGS =
      Map.of(
          "adminGroupObjectIds", "adminGroupObjectIDs",
          "managedOutboundIps", "managedOutboundIPs",
          "outboundIps", "outboundIPs",
          "effectiveOutboundIps", "effectiveOutboundIPs");

  private SnakeCase() {}

  /** The snake_case of a name in camelCase or PascalCase. */
  public static String of(String name) {
    String spelled = AZ_SPELLINGS.getOrDefault(name, name);
    String acronyms = ACRONYM.matcher(spelled).replaceAll("$1_$2");
    return WORD.matcher(acronyms).replaceAll("$1_$2").toLowerCase(Locale.ROOT);
  }
}
