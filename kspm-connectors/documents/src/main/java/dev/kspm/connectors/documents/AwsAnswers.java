package dev.kspm.connectors.documents;

import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import dev.kspm.resource.ResourceKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Answers of the AWS API as the CLI prints them. Recognised by content: the member that holds the
 * answer, and what is in it. Not thread-safe.
 */
final class AwsAnswers {
  /** What one kind of resource looks like. */
  private record Shape(String type, String arn, String id, String name) {}

  private static final Shape ASSOCIATION =
      new Shape(
          "aws_eks_pod_identity_association",
          "association_arn",
          "association_arn",
          "association_id");
  private static final Shape ROLE = new Shape("aws_iam_role", "arn", "arn", "role_name");
  private static final Shape POLICY = new Shape("aws_iam_policy", "arn", "arn", "policy_name");

  private static final Map<String, Shape> SINGLE =
      Map.of(
          "cluster", new Shape("aws_eks_cluster", "arn", "arn", "name"),
          "nodegroup",
              new Shape("aws_eks_nodegroup", "nodegroup_arn", "nodegroup_arn", "nodegroup_name"),
          "addon", new Shape("aws_eks_addon", "addon_arn", "addon_arn", "addon_name"),
          "accessEntry",
              new Shape(
                  "aws_eks_access_entry", "access_entry_arn", "access_entry_arn", "principal_arn"),
          "fargateProfile",
              new Shape(
                  "aws_eks_fargate_profile",
                  "fargate_profile_arn",
                  "fargate_profile_arn",
                  "fargate_profile_name"),
          "association", ASSOCIATION,
          "Role", ROLE,
          "Policy", POLICY,
          "KeyMetadata", new Shape("aws_kms_key", "arn", "arn", "key_id"));

  private static final Map<String, Shape> LISTS =
      Map.of(
          "associations", ASSOCIATION,
          "Subnets", new Shape("aws_subnet", "subnet_arn", "subnet_id", "subnet_id"),
          "RouteTables", new Shape("aws_route_table", "", "route_table_id", "route_table_id"),
          "SecurityGroups",
              new Shape("aws_security_group", "security_group_arn", "group_id", "group_name"),
          "repositories",
              new Shape(
                  "aws_ecr_repository", "repository_arn", "repository_arn", "repository_name"),
          "logGroups",
              new Shape(
                  "aws_cloudwatch_log_group", "log_group_arn", "log_group_name", "log_group_name"),
          "LoadBalancers",
              new Shape(
                  "aws_load_balancer",
                  "load_balancer_arn",
                  "load_balancer_arn",
                  "load_balancer_name"),
          "LoadBalancerDescriptions",
              new Shape("aws_load_balancer", "", "dns_name", "load_balancer_name"),
          "Roles", ROLE,
          "Policies", POLICY);

  private static final Shape INSTANCE =
      new Shape("aws_ec2_instance", "", "instance_id", "instance_id");

  /** Lists of names: they tell whether everything was described. */
  static final Map<String, String> NAME_LISTS =
      Map.of(
          "clusters", "aws_eks_cluster",
          "nodegroups", "aws_eks_nodegroup",
          "addons", "aws_eks_addon",
          "accessEntries", "aws_eks_access_entry",
          "fargateProfileNames", "aws_eks_fargate_profile");

  private static final Map<String, String> EC2_PATHS =
      Map.of(
          "aws_subnet", "subnet/",
          "aws_route_table", "route-table/",
          "aws_security_group", "security-group/",
          "aws_ec2_instance", "instance/");

  private static final Set<String> RESULT_METADATA = Set.of("ResponseMetadata", "nextToken");

  private final CloudFields fields = new CloudFields();
  private final List<Draft> drafts;
  private final Joins joins;
  final Map<String, ArrayValue> listeners = new HashMap<>();

  /** What a caller identity said, for documents that name no account. */
  @Nullable String caller;

  AwsAnswers(List<Draft> drafts, Joins joins) {
    this.drafts = drafts;
    this.joins = joins;
  }

  /** Takes a document, or gives {@code null} when it is no answer of AWS. */
  @Nullable Recognition take(ObjectValue answer, String source) {
    for (Map.Entry<String, Shape> entry : SINGLE.entrySet()) {
      if (Fields.at(answer, entry.getKey()) instanceof ObjectValue body
          && isOf(entry.getKey(), body)) {
        add(entry.getValue(), body, source);
        return Recognition.usedAll(1);
      }
    }
    for (Map.Entry<String, Shape> entry : LISTS.entrySet()) {
      if (Fields.at(answer, entry.getKey()) instanceof ArrayValue list
          && isList(entry.getKey(), list)) {
        return list(entry.getValue(), list, source);
      }
    }
    if (Fields.hasArray(answer, "Reservations")) {
      return instances(answer, source);
    } else if (Fields.hasArray(answer, "RoleDetailList")) {
      return authorizationDetails(answer, source);
    }
    for (Map.Entry<String, String> list : NAME_LISTS.entrySet()) {
      if (Fields.at(answer, list.getKey()) instanceof ArrayValue names
          && isNames(names)
          && isOnly(answer, list.getKey())) {
        joins
            .lists
            .computeIfAbsent(list.getValue(), type -> new java.util.ArrayList<>())
            .add(new Joins.Orphan(source, names));
        return Recognition.usedAll(1);
      }
    }
    return joined(answer, source);
  }

  private @Nullable Recognition joined(ObjectValue answer, String source) {
    Joins.Orphan orphan = new Joins.Orphan(source, answer);
    if (Fields.at(answer, "associatedAccessPolicies") instanceof ArrayValue policies) {
      joins.accessPolicies.put(Joins.accessEntry(answer), policies);
    } else if (Fields.hasText(answer, "policyText") && Fields.hasText(answer, "repositoryName")) {
      Value policy = PolicyText.parse(answer.get("policyText"));
      if (policy != null) {
        joins.repositoryPolicies.put(
            Fields.text(answer, "registryId") + "/" + Fields.text(answer, "repositoryName"),
            policy);
      }
    } else if (Fields.at(answer, "scanningConfiguration") instanceof ObjectValue scanning
        && Fields.hasText(answer, "registryId")) {
      scanning(answer, scanning, source);
    } else if (Fields.hasText(answer, "RoleName") && answer.get("PolicyDocument") != null) {
      Value document = PolicyText.parse(answer.get("PolicyDocument"));
      if (document != null) {
        joins
            .inlinePolicies
            .computeIfAbsent(Fields.text(answer, "RoleName"), role -> new HashMap<>())
            .put(Fields.text(answer, "PolicyName"), document);
      }
    } else if (Fields.hasArray(answer, "AttachedPolicies")) {
      joins.attachedPolicies.add(orphan);
    } else if (Fields.hasArray(answer, "PolicyNames")) {
      joins.inlinePolicyNames.add(orphan);
    } else if (Fields.hasObject(answer, "PolicyVersion")) {
      joins.policyVersions.add(orphan);
    } else if (Fields.at(answer, "Listeners") instanceof ArrayValue list) {
      listeners(list);
    } else if (Fields.hasText(answer, "Account") && Fields.text(answer, "Arn").startsWith("arn:")) {
      caller = Fields.text(answer, "Account");
    } else {
      return null;
    }
    return Recognition.usedAll(1);
  }

  private static boolean isOf(String member, ObjectValue body) {
    return switch (member) {
      case "cluster" ->
          Fields.text(body, "arn").contains(":eks:")
              || Fields.hasText(body, "name")
                  && (Fields.hasObject(body, "resourcesVpcConfig")
                      || Fields.hasObject(body, "connectorConfig"));
      case "nodegroup" -> Fields.hasText(body, "nodegroupName");
      case "addon" -> Fields.hasText(body, "addonName");
      case "accessEntry" -> Fields.hasText(body, "principalArn");
      case "fargateProfile" -> Fields.hasText(body, "fargateProfileName");
      case "association" -> Fields.hasText(body, "associationArn");
      default -> Fields.text(body, "Arn").startsWith("arn:");
    };
  }

  private static boolean isList(String member, ArrayValue list) {
    String id =
        switch (member) {
          case "associations" -> "associationArn";
          case "Subnets" -> "SubnetId";
          case "RouteTables" -> "RouteTableId";
          case "SecurityGroups" -> "GroupId";
          case "repositories" -> "repositoryArn";
          case "logGroups" -> "logGroupName";
          case "Roles", "Policies" -> "Arn";
          default -> "LoadBalancerName";
        };
    return list.size() == 0 || Fields.hasText(list.get(0), id);
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
          only[0] &= name.equals(member) || RESULT_METADATA.contains(name);
        });
    return only[0];
  }

  private Recognition list(Shape shape, ArrayValue list, String source) {
    if (list.size() == 0) {
      joins
          .lists
          .computeIfAbsent(shape.type(), type -> new java.util.ArrayList<>())
          .add(new Joins.Orphan(source, list));
      return Recognition.usedAll(1);
    }
    return each(shape, list, source, "");
  }

  private Recognition each(Shape shape, ArrayValue list, String source, String before) {
    int used = 0;
    java.util.ArrayList<Recognition.Skipped> skipped = new java.util.ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i) instanceof ObjectValue body) {
        add(shape, body, source);
        used++;
      } else {
        skipped.add(new Recognition.Skipped(before + "[" + i + "]", list.get(i), "not an object"));
      }
    }
    return new Recognition(used, skipped);
  }

  private Recognition instances(ObjectValue answer, String source) {
    int used = 0;
    java.util.ArrayList<Recognition.Skipped> skipped = new java.util.ArrayList<>();
    List<Value> reservations = Fields.elements(answer, "Reservations");
    for (int i = 0; i < reservations.size(); i++) {
      String owner = Fields.text(reservations.get(i), "OwnerId");
      String place = "Reservations[" + i + "].Instances";
      if (Fields.at(reservations.get(i), "Instances") instanceof ArrayValue list) {
        int from = drafts.size();
        Recognition part = each(INSTANCE, list, source, place);
        drafts
            .subList(from, drafts.size())
            .forEach(
                draft -> {
                  if (!owner.isEmpty()) {
                    draft.account = owner;
                    draft.put("account_id", StringValue.of(owner));
                  }
                });
        used += part.used();
        skipped.addAll(part.skipped());
      } else {
        skipped.add(
            new Recognition.Skipped(place, reservations.get(i), "a reservation without instances"));
      }
    }
    if (reservations.isEmpty()) {
      joins
          .lists
          .computeIfAbsent(INSTANCE.type(), type -> new java.util.ArrayList<>())
          .add(new Joins.Orphan(source, ArrayValue.EMPTY));
      used = 1;
    }
    return new Recognition(used, skipped);
  }

  private Recognition authorizationDetails(ObjectValue answer, String source) {
    int used = 0;
    for (Value entry : Fields.elements(answer, "RoleDetailList")) {
      if (entry instanceof ObjectValue role) {
        add(ROLE, role, source);
        Draft draft = drafts.get(drafts.size() - 1);
        ArrayValue.Builder attached = ArrayValue.builder();
        for (Value policy : Fields.elements(role, "AttachedManagedPolicies")) {
          attached.add(policy instanceof ObjectValue o ? fields.document(o) : policy);
        }
        draft.put("attached_policies", attached.build());
        ArrayValue.Builder inline = ArrayValue.builder();
        for (Value policy : Fields.elements(role, "RolePolicyList")) {
          inline.add(policy instanceof ObjectValue o ? fields.document(o) : policy);
        }
        draft.put("inline_policies", inline.build());
        used++;
      }
    }
    for (Value entry : Fields.elements(answer, "Policies")) {
      if (entry instanceof ObjectValue policy) {
        add(POLICY, policy, source);
        Draft draft = drafts.get(drafts.size() - 1);
        for (Value version : Fields.elements(policy, "PolicyVersionList")) {
          Value document = PolicyText.parse(Fields.at(version, "Document"));
          if (Fields.isTrue(Fields.at(version, "IsDefaultVersion")) && document != null) {
            draft.put("document", document);
          }
        }
        used++;
      }
    }
    return Recognition.usedAll(Math.max(1, used));
  }

  private void scanning(ObjectValue answer, ObjectValue scanning, String source) {
    String registry = Fields.text(answer, "registryId");
    ObjectValue.Builder document = Fields.copy(fields.document(scanning));
    document.put("registry_id", StringValue.of(registry));
    document.put("account_id", StringValue.of(registry));
    Draft draft =
        new Draft(
            "aws_ecr_registry_scanning_configuration",
            ResourceKey.of(registry + "/ecr/registry-scanning-configuration"),
            source,
            document.build());
    draft.name = registry;
    draft.account = registry;
    drafts.add(draft);
  }

  private void listeners(ArrayValue list) {
    Map<String, ArrayValue.Builder> byBalancer = new HashMap<>();
    for (Value listener : list) {
      if (listener instanceof ObjectValue object) {
        byBalancer
            .computeIfAbsent(
                Fields.text(object, "LoadBalancerArn"), balancer -> ArrayValue.builder())
            .add(fields.document(object));
      }
    }
    byBalancer.forEach((balancer, found) -> listeners.put(balancer, found.build()));
  }

  private void add(Shape shape, ObjectValue body, String source) {
    ObjectValue document = fields.document(body);
    String arn = Fields.text(document, shape.arn());
    String id = Fields.text(document, shape.id());
    String account = Arn.parse(arn).map(Arn::account).filter(a -> !a.isEmpty()).orElse("");
    String region = Arn.parse(arn).map(Arn::region).orElse("");
    if (account.isEmpty() || account.equals("aws")) {
      account = Fields.text(document, "owner_id");
    }
    String path = EC2_PATHS.get(shape.type());
    if (arn.isEmpty() && path != null && !account.isEmpty()) {
      arn = "arn:aws:ec2:" + zone(document) + ":" + account + ":" + path + id;
    }
    Draft draft =
        new Draft(
            shape.type(),
            arn.isEmpty() ? ResourceKey.of(shape.type() + "/" + id) : ResourceKey.arn(arn),
            source,
            document);
    draft.name = Fields.text(document, shape.name());
    draft.id = arn.isEmpty() ? id : arn;
    if (!account.isEmpty()) {
      draft.account = account;
      draft.put("account_id", StringValue.of(account));
    }
    draft.region = region.isEmpty() ? null : region;
    if (shape.type().startsWith("aws_eks_") && !shape.type().equals("aws_eks_cluster")) {
      Arn.parse(arn)
          .flatMap(Arn::cluster)
          .ifPresent(
              cluster -> {
                draft.cluster = cluster;
                draft.put("cluster_arn", StringValue.of(cluster));
              });
    } else if (shape.type().equals("aws_eks_cluster")) {
      draft.cluster = draft.key.value();
    }
    if (shape.type().equals("aws_eks_addon")) {
      AddonConfiguration.addTo(draft);
    }
    drafts.add(draft);
  }

  private static String zone(ObjectValue document) {
    String zone = Fields.text(document, "placement", "availability_zone");
    return zone.isEmpty() ? "" : zone.substring(0, zone.length() - 1);
  }
}
