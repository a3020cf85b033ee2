package dev.kspm.connectors.documents;

import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.NullValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import dev.kspm.resource.ResourceKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Documents of Azure Resource Manager, single or in a list, as ARM sends them ({@code properties})
 * and as the az command line prints them (properties lifted up). Not thread-safe.
 */
final class AzureAnswers {
  private static final Map<String, String> TYPES =
      Map.of(
          "microsoft.containerservice/managedclusters", "azure_aks_cluster",
          "microsoft.containerservice/managedclusters/agentpools", "azure_aks_agent_pool",
          "microsoft.insights/diagnosticsettings", "azure_diagnostic_setting",
          "microsoft.security/pricings", "azure_security_pricing",
          "microsoft.authorization/roleassignments", "azure_role_assignment",
          "microsoft.containerregistry/registries", "azure_container_registry");

  private final CloudFields fields = new CloudFields();
  private final List<Draft> drafts;

  private final Joins joins;

  AzureAnswers(List<Draft> drafts, Joins joins) {
    this.drafts = drafts;
    this.joins = joins;
  }

  /**
   * The type that an empty list would have had, by the name of its file: ARM's answer holds nothing
   * that tells.
   */
  static Optional<String> typeOfFile(String source) {
    String file = source.substring(source.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    return TYPES.entrySet().stream()
        .filter(type -> file.contains(type.getKey().substring(type.getKey().lastIndexOf('/') + 1)))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** Takes a document, or gives {@code null} when it is not ARM's. */
  @Nullable Recognition take(ObjectValue document, String source) {
    if (isResource(document)) {
      return one(document, source);
    }
    if (document.get("value") instanceof ArrayValue list && isListOfResources(document, list)) {
      return list(list, source, "value", Pages.isContinued(document));
    }
    return null;
  }

  /** Takes a list as the az command line prints it, or gives {@code null}. */
  @Nullable Recognition take(ArrayValue list, String source) {
    return list.size() > 0 && isResource(list.get(0)) ? list(list, source, "", false) : null;
  }

  private static boolean isResource(Value value) {
    return value instanceof ObjectValue
        && ArmId.parse(Fields.text(value, "id")).isPresent()
        && !armType(value).isEmpty();
  }

  /** Some answers leave the type out, which is in the id too. */
  private static String armType(Value resource) {
    return Fields.hasText(resource, "type")
        ? Fields.text(resource, "type")
        : ArmId.parse(Fields.text(resource, "id")).flatMap(ArmId::type).orElse("");
  }

  private static boolean isListOfResources(ObjectValue document, ArrayValue list) {
    if (list.size() > 0) {
      return isResource(list.get(0));
    }
    return document.size() == 1
        || document.size() == 2
            && (document.get("nextLink") instanceof NullValue || Pages.isContinued(document));
  }

  private Recognition list(ArrayValue list, String source, String member, boolean continued) {
    Optional<String> type = list.size() == 0 ? typeOfFile(source) : Optional.empty();
    if (type.isPresent()) {
      joins
          .lists
          .computeIfAbsent(type.get(), t -> new ArrayList<>())
          .add(new Joins.Orphan(source, list, continued));
      joins.pages.add(type.get(), source, continued, List.of());
      return Recognition.usedAll(1);
    }
    if (list.size() == 0) {
      return Recognition.skippedAll(list, "an empty list does not say what it lists");
    }
    int before = drafts.size();
    int used = 0;
    List<Recognition.Skipped> skipped = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      Recognition one =
          list.get(i) instanceof ObjectValue object && isResource(object)
              ? one(object, source)
              : Recognition.skippedAll(list.get(i), "not a resource of ARM");
      used += one.used();
      for (Recognition.Skipped part : one.skipped()) {
        skipped.add(new Recognition.Skipped(member + "[" + i + "]", part.value(), part.reason()));
      }
    }
    pages(drafts.subList(before, drafts.size()), source, continued);
    return new Recognition(used, skipped);
  }

  /** A list of ARM may mix types, and so may its next page. */
  private void pages(List<Draft> described, String source, boolean continued) {
    described.stream()
        .collect(Collectors.groupingBy(draft -> draft.type))
        .forEach((type, some) -> joins.pages.add(type, source, continued, some));
  }

  private Recognition one(ObjectValue wire, String source) {
    String armType = armType(wire);
    String type = TYPES.get(armType.toLowerCase(Locale.ROOT));
    if (type == null) {
      return Recognition.skippedAll(wire, "no rule reads resources of the type " + armType);
    }
    ObjectValue document = fields.document(lifted(wire));
    ArmId id = new ArmId(Fields.text(wire, "id"));
    Draft draft = new Draft(type, ResourceKey.arm(id.text()), source, document);
    draft.id = id.text();
    draft.name = Fields.text(wire, "name");
    id.subscription()
        .ifPresent(
            subscription -> {
              draft.account = subscription;
              draft.put("subscription_id", StringValue.of(subscription));
            });
    if (draft.text("resource_group").isEmpty()) {
      id.resourceGroup().ifPresent(group -> draft.put("resource_group", StringValue.of(group)));
    }
    draft.region = draft.text("location").orElse(null);
    id.cluster()
        .ifPresent(
            cluster -> {
              draft.cluster = ResourceKey.arm(cluster).value();
              if (!type.equals("azure_aks_cluster")) {
                draft.put("cluster_id", StringValue.of(cluster));
                draft.put(
                    "cluster_name",
                    StringValue.of(cluster.substring(cluster.lastIndexOf('/') + 1)));
              }
            });
    if (type.equals("azure_security_pricing")) {
      // "Containers" is the name of every plan of its kind; people know what it is a plan of.
      draft.aliases.add(draft.name);
      draft.name = id.scope();
    }
    drafts.add(draft);
    return Recognition.usedAll(1);
  }

  /** ARM's properties lifted up; what stands above already stays. */
  private static ObjectValue lifted(ObjectValue wire) {
    if (!(wire.get("properties") instanceof ObjectValue properties)) {
      return wire;
    }
    ObjectValue.Builder lifted = Fields.copy(Fields.without(wire, "properties"));
    properties.forEach(lifted::putIfAbsent);
    return lifted.build();
  }
}
