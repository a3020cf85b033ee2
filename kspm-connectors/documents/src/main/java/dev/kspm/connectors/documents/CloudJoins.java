package dev.kspm.connectors.documents;

import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import dev.kspm.resource.Completeness;
import dev.kspm.resource.Hole;
import dev.kspm.resource.ResourceKey;
import dev.kspm.resource.ResourceSink;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Adds to the documents of AWS what other answers say about them, and tells what was listed but not
 * described. Usable once.
 */
final class CloudJoins {
  private static final Map<String, String> NAME_FIELDS =
      Map.of(
          "aws_eks_cluster", "name",
          "aws_eks_nodegroup", "nodegroup_name",
          "aws_eks_addon", "addon_name",
          "aws_eks_access_entry", "principal_arn",
          "aws_eks_fargate_profile", "fargate_profile_name");

  private static final String POOL = "azure_aks_agent_pool";
  private static final Set<String> CHILDREN =
      Set.of("aws_eks_pod_identity_association", POOL, "azure_diagnostic_setting");

  private final List<Draft> drafts;
  private final Joins joins;
  private final ResourceSink sink;

  CloudJoins(List<Draft> drafts, Joins joins, ResourceSink sink) {
    this.drafts = drafts;
    this.joins = joins;
    this.sink = sink;
  }

  void run() {
    String account = account();
    Set<String> roles = new TreeSet<>();
    for (Draft draft : drafts) {
      if (draft.type.equals("aws_iam_role")) {
        roles.add(draft.name);
      }
    }
    Map<String, Answers> attached = joins.attachedByRole(roles);
    for (Draft draft : drafts) {
      if (draft.account == null && draft.type.startsWith("aws_") && !account.isEmpty()) {
        draft.account = account;
        draft.put("account_id", StringValue.of(account));
      }
      switch (draft.type) {
        case "aws_eks_access_entry" -> accessEntry(draft);
        case "aws_ecr_repository" -> repository(draft);
        case "aws_iam_role" -> role(draft, attached, roles);
        case "aws_iam_policy" -> policy(draft);
        case "aws_load_balancer" -> {
          Answers listeners = joins.listeners.get(draft.key.value());
          if (listeners != null) {
            draft.put("listeners", listeners.members());
            gapIfOpen(draft, "listeners", listeners);
          }
        }
        default -> {}
      }
    }
    agentPools();
    lists();
    joins.pages.missing().forEach(sink::completeness);
    Surroundings.tell(drafts, joins, sink);
  }

  private static void gapIfOpen(Draft draft, String field, Answers answers) {
    if (answers.isOpen()) {
      draft.gap(field, "the answer" + Pages.MISSING);
    }
  }

  /** ARM shows all pools of a cluster in the cluster itself; their own answer adds nothing. */
  private void agentPools() {
    Set<String> listed = new HashSet<>();
    List<Draft> clusters = new ArrayList<>();
    for (Draft draft : drafts) {
      if (draft.type.equals(POOL) && draft.cluster != null) {
        listed.add(draft.cluster);
      } else if (draft.type.equals("azure_aks_cluster")
          && Fields.hasArray(draft.document, "agent_pool_profiles")) {
        clusters.add(draft);
      }
    }
    for (Draft cluster : clusters) {
      String id = cluster.text("id").orElse("");
      if (ArmId.parse(id).isEmpty() || listed.contains(cluster.key.value())) {
        continue;
      }
      for (Value profile : Fields.elements(cluster.document, "agent_pool_profiles")) {
        if (profile instanceof ObjectValue pool && Fields.hasText(pool, "name")) {
          drafts.add(pool(cluster, id, pool));
        }
      }
      sink.completeness(Completeness.complete(POOL, cluster.key.value()));
    }
  }

  private static Draft pool(Draft cluster, String clusterId, ObjectValue profile) {
    String name = Fields.text(profile, "name");
    String id = clusterId + "/agentPools/" + name;
    Draft pool = new Draft(POOL, ResourceKey.arm(id), cluster.source, profile);
    pool.put("id", StringValue.of(id));
    pool.put("type", StringValue.of("Microsoft.ContainerService/managedClusters/agentPools"));
    pool.put("cluster_id", StringValue.of(clusterId));
    pool.put("cluster_name", StringValue.of(cluster.name));
    for (String field : List.of("subscription_id", "resource_group")) {
      cluster.text(field).ifPresent(text -> pool.put(field, StringValue.of(text)));
    }
    pool.id = id;
    pool.name = name;
    pool.account = cluster.account;
    pool.region = cluster.region;
    pool.cluster = cluster.key.value();
    return pool;
  }

  /** The caller's account, else the one that all documents of AWS agree on. */
  private String account() {
    Set<String> accounts = new HashSet<>();
    for (Draft draft : drafts) {
      if (draft.type.startsWith("aws_") && draft.account != null) {
        accounts.add(draft.account);
      }
    }
    String caller = joins.caller;
    return caller != null ? caller : accounts.size() == 1 ? accounts.iterator().next() : "";
  }

  private void accessEntry(Draft draft) {
    String entry =
        draft.text("cluster_name").orElse("") + " " + draft.text("principal_arn").orElse("");
    Answers policies = joins.accessPolicies.get(entry);
    if (policies != null) {
      CloudFields fields = new CloudFields();
      ArrayValue.Builder shown = ArrayValue.builder();
      policies
          .members()
          .forEach(
              policy -> shown.add(policy instanceof ObjectValue o ? fields.document(o) : policy));
      draft.put("associated_access_policies", shown.build());
      gapIfOpen(draft, "associated_access_policies", policies);
    } else if (draft.document.get("associated_access_policies") == null) {
      draft.gap("associated_access_policies", "ListAssociatedAccessPolicies is not there");
    }
  }

  private void repository(Draft draft) {
    String name = draft.text("repository_name").orElse("");
    Value policy =
        joins.repositoryPolicies.getOrDefault(
            draft.text("registry_id").orElse("") + "/" + name,
            joins.repositoryPolicies.get("/" + name));
    if (policy != null) {
      draft.put("policy", policy);
    } else if (joins.repositoryPolicies.isEmpty() && draft.document.get("policy") == null) {
      draft.gap("policy", "GetRepositoryPolicy is not there");
      draft.gap("policy_text", "GetRepositoryPolicy is not there");
    }
  }

  private void role(Draft draft, Map<String, Answers> attached, Set<String> roles) {
    Answers policies = attached.get(draft.name);
    if (policies != null) {
      draft.put("attached_policies", policies.members());
      gapIfOpen(draft, "attached_policies", policies);
    } else if (draft.document.get("attached_policies") == null) {
      draft.gap("attached_policies", "ListAttachedRolePolicies is not there");
    }
    if (draft.document.get("inline_policies") != null) {
      return;
    }
    Set<String> known = joins.inlinePolicies.getOrDefault(draft.name, Map.of()).keySet();
    Optional<List<String>> names = joins.inlineNames(draft.name, roles);
    draft.put("inline_policies", joins.inline(draft.name));
    boolean complete = names.isPresent() && known.containsAll(names.get());
    if (!complete) {
      draft.gap("inline_policies", "not all inline policies are there");
    }
  }

  private void policy(Draft draft) {
    if (draft.document.get("document") == null) {
      Value document = joins.documentOf(draft.document);
      if (document != null) {
        draft.put("document", document);
      } else {
        draft.gap("document", "the policy's default version is not there");
      }
    }
  }

  /** What was listed and not described is missing; what was listed and is empty is complete. */
  private void lists() {
    Set<String> clusters = new TreeSet<>();
    for (Draft draft : drafts) {
      if (isCluster(draft)) {
        clusters.add(draft.name);
      }
    }
    joins.lists.forEach(
        (type, answers) -> {
          Map<Optional<String>, List<Joins.Orphan>> byCluster = new LinkedHashMap<>();
          for (Joins.Orphan answer : answers) {
            Optional<String> cluster =
                clusters.size() == 1
                    ? Optional.of(clusters.iterator().next())
                    : Joins.named(answer.source(), clusters);
            byCluster.computeIfAbsent(cluster, unused -> new ArrayList<>()).add(answer);
          }
          byCluster.forEach((cluster, pages) -> list(type, cluster, pages));
        });
  }

  private void list(String type, Optional<String> cluster, List<Joins.Orphan> pages) {
    Answers names = new Answers();
    pages.forEach(page -> names.add(Fields.elements(page.value()), page.continued()));
    String field = NAME_FIELDS.get(type);
    List<String> missing = new ArrayList<>(Fields.texts(names.members()));
    for (Draft draft : drafts) {
      if (draft.type.equals(type) && field != null && ofCluster(draft, type, cluster)) {
        missing.remove(draft.text(field).orElse(""));
      }
    }
    boolean ofAccount = field == null && !CHILDREN.contains(type) || type.equals("aws_eks_cluster");
    String scope =
        ofAccount
            ? account().isEmpty() ? Hole.EVERYWHERE : account()
            : cluster.flatMap(this::arn).orElse("");
    if (!missing.isEmpty()) {
      sink.completeness(
          new Completeness(
              type,
              scope.isEmpty() ? Hole.EVERYWHERE : scope,
              Completeness.State.PARTIAL,
              "listed but not described: " + String.join(", ", missing)));
    } else if (names.isOpen()) {
      sink.completeness(
          new Completeness(
              type,
              scope.isEmpty() ? Hole.EVERYWHERE : scope,
              Completeness.State.PARTIAL,
              pages.get(0).source() + Pages.MISSING));
    } else if (!scope.isEmpty()) {
      sink.completeness(Completeness.complete(type, scope));
    }
  }

  private static boolean isCluster(Draft draft) {
    return draft.type.equals("aws_eks_cluster") || draft.type.equals("azure_aks_cluster");
  }

  private static boolean ofCluster(Draft draft, String type, Optional<String> cluster) {
    return type.equals("aws_eks_cluster")
        || cluster.isEmpty()
        || draft.text("cluster_name").equals(cluster);
  }

  private Optional<String> arn(String cluster) {
    return drafts.stream()
        .filter(draft -> isCluster(draft) && draft.name.equals(cluster))
        .map(draft -> draft.key.value())
        .findFirst();
  }
}
