package dev.kspm.connectors.documents;

import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers of EKS. Not thread-safe. */
final class EksAnswers implements AwsService {
  private static final AwsShape CLUSTER = new AwsShape("aws_eks_cluster", "arn", "arn", "name");
  private static final AwsShape ASSOCIATION =
      new AwsShape(
          "aws_eks_pod_identity_association",
          "association_arn",
          "association_arn",
          "association_id");
  private static final AwsShape ADDON =
      new AwsShape("aws_eks_addon", "addon_arn", "addon_arn", "addon_name");

  /** Members that hold one resource, with a field that it has. */
  private static final Map<String, Single> SINGLE =
      Map.of(
          "nodegroup",
              new Single(
                  "nodegroupName",
                  new AwsShape(
                      "aws_eks_nodegroup", "nodegroup_arn", "nodegroup_arn", "nodegroup_name")),
          "addon", new Single("addonName", ADDON),
          "accessEntry",
              new Single(
                  "principalArn",
                  new AwsShape(
                      "aws_eks_access_entry",
                      "access_entry_arn",
                      "access_entry_arn",
                      "principal_arn")),
          "fargateProfile",
              new Single(
                  "fargateProfileName",
                  new AwsShape(
                      "aws_eks_fargate_profile",
                      "fargate_profile_arn",
                      "fargate_profile_arn",
                      "fargate_profile_name")),
          "association", new Single("associationArn", ASSOCIATION));

  /** Lists of names: they tell whether everything was described. */
  private static final Map<String, String> NAME_LISTS =
      Map.of(
          "clusters", "aws_eks_cluster",
          "nodegroups", "aws_eks_nodegroup",
          "addons", "aws_eks_addon",
          "accessEntries", "aws_eks_access_entry",
          "fargateProfileNames", "aws_eks_fargate_profile");

  private static final String RESULT_METADATA = "ResponseMetadata";

  private final AwsDrafts drafts;
  private final Joins joins;

  /** A member that holds one resource. */
  private record Single(String field, AwsShape shape) {}

  EksAnswers(AwsDrafts drafts, Joins joins) {
    this.drafts = drafts;
    this.joins = joins;
  }

  @Override
  public @Nullable Recognition take(ObjectValue answer, String source) {
    if (answer.get("cluster") instanceof ObjectValue body && isCluster(body)) {
      Draft cluster = drafts.add(CLUSTER, body, source);
      cluster.cluster = cluster.key.value();
      return Recognition.usedAll(1);
    }
    for (Map.Entry<String, Single> entry : SINGLE.entrySet()) {
      if (answer.get(entry.getKey()) instanceof ObjectValue body
          && Fields.hasText(body, entry.getValue().field())) {
        ofCluster(drafts.add(entry.getValue().shape(), body, source));
        return Recognition.usedAll(1);
      }
    }
    if (answer.get("associations") instanceof ArrayValue list
        && (list.size() == 0 || Fields.hasText(list.get(0), "associationArn"))) {
      return associations(list, source);
    }
    if (answer.get("associatedAccessPolicies") instanceof ArrayValue policies) {
      drafts.addTo(
          joins.accessPolicies.computeIfAbsent(Joins.accessEntry(answer), entry -> new Answers()),
          policies);
      return Recognition.usedAll(1);
    }
    return names(answer, source);
  }

  private static boolean isCluster(ObjectValue body) {
    return Fields.text(body, "arn").contains(":eks:")
        || Fields.hasText(body, "name")
            && (Fields.hasObject(body, "resourcesVpcConfig")
                || Fields.hasObject(body, "connectorConfig"));
  }

  private Recognition associations(ArrayValue list, String source) {
    int before = drafts.size();
    Recognition taken = drafts.list(ASSOCIATION, list, source);
    drafts.since(before).forEach(EksAnswers::ofCluster);
    return taken;
  }

  private static void ofCluster(Draft draft) {
    if (draft.type.equals(ADDON.type())) {
      AddonConfiguration.addTo(draft);
    }
    Arn.parse(draft.key.value())
        .flatMap(Arn::cluster)
        .ifPresent(
            cluster -> {
              draft.cluster = cluster;
              draft.put("cluster_arn", StringValue.of(cluster));
            });
  }

  private @Nullable Recognition names(ObjectValue answer, String source) {
    for (Map.Entry<String, String> list : NAME_LISTS.entrySet()) {
      if (answer.get(list.getKey()) instanceof ArrayValue names
          && isNames(names)
          && isOnly(answer, list.getKey())) {
        return drafts.names(list.getValue(), names, source);
      }
    }
    return null;
  }

  private static boolean isNames(ArrayValue list) {
    for (Value element : list) {
      if (!(element instanceof StringValue)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOnly(ObjectValue answer, String member) {
    boolean[] only = {true};
    answer.forEach(
        (key, value) -> {
          String name = ((StringValue) key).value();
          only[0] &= name.equals(member) || name.equals(RESULT_METADATA) || Pages.isToken(key);
        });
    return only[0];
  }
}
