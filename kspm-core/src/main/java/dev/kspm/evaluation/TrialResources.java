package dev.kspm.evaluation;

import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.resource.Resource;
import dev.kspm.resource.ResourceKey;
import java.util.ArrayList;
import java.util.List;

/** Resources made of bare documents, for trying out a rule. */
final class TrialResources {
  private TrialResources() {}

  static List<Resource> of(String type, ArrayValue documents) {
    List<Resource> resources = new ArrayList<>();
    for (int i = 0; i < documents.size(); i++) {
      String place = type + "[" + i + "]";
      if (!(documents.get(i) instanceof ObjectValue document)) {
        throw new IllegalArgumentException(place + " is not an object");
      }
      String key = document.get("resource_id") instanceof StringValue id ? id.value() : place;
      String name = document.get("name") instanceof StringValue text ? text.value() : place;
      resources.add(
          Resource.builder()
              .key(ResourceKey.of(key))
              .objectKey(ResourceKey.of(place))
              .type(type)
              .name(name)
              .configuration(document)
              .build());
    }
    return resources;
  }
}
