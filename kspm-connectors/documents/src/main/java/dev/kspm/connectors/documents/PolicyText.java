package dev.kspm.connectors.documents;

import dev.kspm.rego.Json;
import dev.kspm.rego.policy.DataException;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Policies of IAM and of resources: an object, its JSON text, or that text encoded for an URL. */
final class PolicyText {
  private PolicyText() {}

  /**
   * The policy as an object, as it came when it cannot be read, {@code null} when there is none.
   */
  static @Nullable Value parse(@Nullable Value policy) {
    if (!(policy instanceof StringValue text)) {
      return policy;
    }
    try {
      String json =
          text.value().startsWith("%")
              ? URLDecoder.decode(text.value(), StandardCharsets.UTF_8)
              : text.value();
      Value parsed = Json.read(json);
      return parsed instanceof ObjectValue ? parsed : policy;
    } catch (DataException | IllegalArgumentException unreadable) {
      return policy;
    }
  }
}
