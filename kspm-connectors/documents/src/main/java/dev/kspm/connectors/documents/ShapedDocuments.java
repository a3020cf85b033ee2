package dev.kspm.connectors.documents;

import dev.kspm.rego.value.ObjectValue;
import dev.kspm.resource.ResourceKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Cloud documents that are in our shape already. Stateless and thread-safe. */
final class ShapedDocuments {
  /** Members that only one type has, and its name. */
  private static final Map<String, List<String>> BY_ARN =
      Map.of(
          "nodegroup_arn", List.of("aws_eks_nodegroup", "nodegroup_name"),
          "addon_arn", List.of("aws_eks_addon", "addon_name"),
          "access_entry_arn", List.of("aws_eks_access_entry", "principal_arn"),
          "fargate_profile_arn", List.of("aws_eks_fargate_profile", "fargate_profile_name"),
          "association_arn", List.of("aws_eks_pod_identity_association", "association_id"),
          "repository_arn", List.of("aws_ecr_repository", "repository_name"),
          "subnet_arn", List.of("aws_subnet", "subnet_id"),
          "load_balancer_arn", List.of("aws_load_balancer", "load_balancer_name"),
          "log_group_arn", List.of("aws_cloudwatch_log_group", "log_group_name"));

  private ShapedDocuments() {}

  /** The type of a document that does not name it. */
  static Optional<String> typeOf(ObjectValue document) {
    for (Map.Entry<String, List<String>> entry : BY_ARN.entrySet()) {
      if (Fields.hasText(document, entry.getKey())) {
        return Optional.of(entry.getValue().get(0));
      }
    }
    Optional<Arn> arn = Arn.parse(Fields.text(document, "arn"));
    if (arn.isPresent() && arn.get().service().equals("eks") && Fields.hasText(document, "name")) {
      return arn.get().resource().startsWith("cluster/")
          ? Optional.of("aws_eks_cluster")
          : Optional.empty();
    }
    return Optional.empty();
  }

  static Draft draft(String type, ObjectValue shaped, String source) {
    ObjectValue document = Fields.without(shaped, "resource_id", "resource_type");
    String arn = Fields.text(document, "arn");
    String name = Fields.text(document, "name");
    for (Map.Entry<String, List<String>> entry : BY_ARN.entrySet()) {
      if (entry.getValue().get(0).equals(type)) {
        arn = Fields.text(document, entry.getKey());
        name = Fields.text(document, entry.getValue().get(1));
      }
    }
    String id = Fields.text(document, "id");
    ResourceKey key =
        !arn.isEmpty()
            ? ResourceKey.arn(arn)
            : ArmId.parse(id).isPresent()
                ? ResourceKey.arm(id)
                : ResourceKey.of(
                    Fields.optional(shaped, "resource_id").orElse(type + "/" + id + name));
    Draft draft = new Draft(type, key, source, document);
    draft.name = name.isEmpty() ? key.value() : name;
    draft.id = arn.isEmpty() ? id.isEmpty() ? null : id : arn;
    draft.account =
        Fields.optional(document, "account_id")
            .or(() -> Fields.optional(document, "subscription_id"))
            .or(() -> Arn.parse(key.value()).map(Arn::account).filter(a -> !a.isEmpty()))
            .orElse(null);
    if (type.equals("aws_eks_cluster") || type.equals("azure_aks_cluster")) {
      draft.cluster = key.value();
    } else {
      draft.cluster =
          Fields.optional(document, "cluster_arn")
              .or(() -> Arn.parse(key.value()).flatMap(Arn::cluster))
              .or(
                  () ->
                      ArmId.parse(Fields.optional(document, "cluster_id").orElse(id))
                          .flatMap(ArmId::cluster)
                          .map(cluster -> ResourceKey.arm(cluster).value()))
              .orElse(null);
    }
    return draft;
  }
}
