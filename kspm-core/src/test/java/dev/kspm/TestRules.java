package dev.kspm;

import dev.kspm.rego.Json;
import dev.kspm.rego.PolicySource;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.resource.Resource;
import dev.kspm.resource.ResourceKey;
import dev.kspm.rule.Rule;
import dev.kspm.rule.Severity;
import java.util.List;

/** Small rules and resources for tests. */
public final class TestRules {
  private TestRules() {}

  /** A rule in today's Rego on a type. */
  public static Rule.Builder rule(String id, String type, String body) {
    return Rule.builder()
        .id(id)
        .title("Title of " + id)
        .severity(Severity.HIGH)
        .resourceTypes(List.of(type))
        .policy(PolicySource.of(id + "/rule.rego", "package datadog\n\n" + body));
  }

  /** A resource in cluster {@code c} whose key is made of its type and name. */
  public static Resource.Builder resource(String type, String name, String json) {
    return Resource.builder()
        .key(ResourceKey.inCluster("c", type + "/" + name))
        .type(type)
        .name(name)
        .cluster("c")
        .configuration((ObjectValue) Json.read(json));
  }
}
