package dev.kspm.finding;

import dev.kspm.resource.ResourceKey;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The ids of findings: base64url, with padding, of {@code ruleId~resourceKey}. Thread-safe. */
public final class FindingId {
  private FindingId() {}

  /**
   * The id of the finding of a rule and a resource.
   *
   * @throws IllegalArgumentException if the rule's id holds a {@code ~}
   */
  public static String of(String ruleId, ResourceKey resource) {
    if (ruleId.indexOf('~') >= 0) {
      throw new IllegalArgumentException("rule id with ~: " + ruleId);
    }
    return Base64.getUrlEncoder()
        .encodeToString((ruleId + "~" + resource.value()).getBytes(StandardCharsets.UTF_8));
  }
}
