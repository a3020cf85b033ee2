package dev.kspm.connectors.documents;

import dev.kspm.connectors.documents.DocumentCollector.NodeDraft;
import dev.kspm.connectors.documents.KubernetesObjects.Found;
import dev.kspm.connectors.documents.host.NodeDocument;
import dev.kspm.connectors.documents.host.VersionedDefaults;
import dev.kspm.rego.value.NumberValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.resource.ClusterIdentity;
import dev.kspm.resource.Completeness;
import dev.kspm.resource.Completeness.State;
import dev.kspm.resource.Hole;
import dev.kspm.resource.Relation;
import dev.kspm.resource.Resource;
import dev.kspm.resource.ResourceKey;
import dev.kspm.resource.ResourceSink;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The last step: joins answers, finds the clusters, gives resources and holes. Usable once. */
final class Assembly {
  private static final String KUBE_SYSTEM = "kube-system";

  private final CollectorOptions options;
  private final List<Draft> drafts;
  private final List<NodeDraft> nodes;
  private final KubernetesObjects objects;
  private final CloudJoins joins;
  private final ResourceSink sink;

  Assembly(
      CollectorOptions options,
      List<Draft> drafts,
      List<NodeDraft> nodes,
      KubernetesObjects objects,
      Joins joins,
      ResourceSink sink) {
    this.options = options;
    this.drafts = drafts;
    this.nodes = nodes;
    this.objects = objects;
    this.joins = new CloudJoins(drafts, joins, sink);
    this.sink = sink;
  }

  void run() {
    joins.run();
    Map<String, Draft> clouds = new LinkedHashMap<>();
    for (Draft draft : drafts) {
      if (draft.type.equals("aws_eks_cluster") || draft.type.equals("azure_aks_cluster")) {
        clouds.putIfAbsent(draft.key.value(), draft);
      }
    }
    Map<String, List<Found>> groups = byCluster();
    boolean alone = groups.size() <= 1 && clouds.size() <= 1;
    Optional<Draft> cloud =
        alone && !clouds.isEmpty()
            ? Optional.of(clouds.values().iterator().next())
            : Optional.empty();
    clouds.forEach(
        (id, draft) -> {
          if (!cloud.equals(Optional.of(draft)) || groups.isEmpty() && nodes.isEmpty()) {
            sink.cluster(new ClusterIdentity(id, List.of()));
          }
        });
    Set<String> given = new HashSet<>();
    for (Draft draft : drafts) {
      if (given.add(draft.type + " " + draft.key.value())) {
        give(draft);
      }
    }
    List<ClusterIdentity> identities = new ArrayList<>();
    groups.forEach(
        (uid, found) -> {
          ClusterIdentity identity = identity(cloud, uid, groups.size());
          identities.add(identity);
          sink.cluster(identity);
          Optional<String> account = cloud.flatMap(draft -> Optional.ofNullable(draft.account));
          new KubernetesResources(identity.id(), account, found)
              .resources()
              .forEach(sink::resource);
          completeness(identity.id(), found);
        });
    if (identities.isEmpty() && !nodes.isEmpty()) {
      ClusterIdentity identity = identity(cloud, "", 1);
      sink.cluster(identity);
      identities.add(identity);
    }
    for (NodeDraft node : nodes) {
      String cluster = cluster(node.node(), clouds, identities);
      if (given.add(ResourceKey.node(cluster, node.node().name()).value())) {
        give(node, cluster, cloud);
      }
    }
  }

  private ClusterIdentity identity(Optional<Draft> cloud, String uid, int clusters) {
    if (clusters > 1) {
      // They have the snapshot's name in common, which would make one cluster of them.
      return new ClusterIdentity(uid.isEmpty() ? options.snapshotName() : uid, List.of());
    }
    boolean arm = cloud.filter(draft -> draft.type.equals("azure_aks_cluster")).isPresent();
    String id = cloud.map(draft -> draft.key.value()).orElse(null);
    return ClusterIdentity.choose(
        options.cluster().orElse(null),
        arm ? null : id,
        arm ? id : null,
        uid.isEmpty() ? null : uid,
        options.snapshotName());
  }

  /**
   * Objects by the uid of their cluster's kube-system namespace. When there are several, an object
   * belongs to the one whose file is nearest to its own.
   */
  private Map<String, List<Found>> byCluster() {
    Map<String, Set<String>> uids = new TreeMap<>();
    for (Found found : objects.found()) {
      if (found.kind().equals("Namespace") && found.name().equals(KUBE_SYSTEM)) {
        String uid = Fields.text(found.object(), "metadata", "uid");
        uids.computeIfAbsent(uid, u -> new TreeSet<>()).add(found.source());
      }
    }
    Map<String, List<Found>> groups = new LinkedHashMap<>();
    for (Found found : objects.found()) {
      String nearest = "";
      int best = -1;
      for (Map.Entry<String, Set<String>> cluster : uids.entrySet()) {
        for (String source : cluster.getValue()) {
          int common = common(source, found.source());
          if (common > best) {
            best = common;
            nearest = cluster.getKey();
          }
        }
      }
      groups.computeIfAbsent(nearest, uid -> new ArrayList<>()).add(found);
    }
    return groups;
  }

  /** How many folders two paths share; one more when they are the same file. */
  private static int common(String a, String b) {
    String[] left = a.split("/");
    String[] right = b.split("/");
    int i = 0;
    while (i < left.length && i < right.length && left[i].equals(right[i])) {
      i++;
    }
    return i;
  }

  private void completeness(String cluster, List<Found> found) {
    Set<String> types = new TreeSet<>();
    Set<String> sources = new HashSet<>();
    boolean system = false;
    for (Found object : found) {
      types.add(object.type());
      sources.add(object.source());
      system |= object.kind().equals("Namespace") && object.name().equals(KUBE_SYSTEM);
    }
    boolean alone = objects.found().size() == found.size();
    Predicate<String> own = source -> alone || sources.contains(source);
    KubernetesLists lists = objects.lists();
    types.addAll(lists.types(own));
    for (String type : types) {
      sink.completeness(
          lists
              .missing(type, own)
              .map(reason -> new Completeness(type, cluster, State.PARTIAL, reason))
              .orElseGet(() -> Completeness.complete(type, cluster)));
    }
    cloudTypes(cluster, found);
    if (system
        && !lists.isAnyMixedOpen(own)
        && types.containsAll(KubernetesKinds.OF_AN_INVENTORY)) {
      for (String type : KubernetesKinds.THAT_MAY_LACK) {
        if (!types.contains(type)) {
          sink.completeness(
              new Completeness(type, cluster, State.ABSENT, "the export of the cluster has none"));
        }
      }
    }
  }

  /** A cluster whose nodes are of no managed service has nothing of that service. */
  private void cloudTypes(String cluster, List<Found> found) {
    List<Found> members =
        found.stream().filter(object -> object.type().equals("kubernetes_node")).toList();
    if (members.isEmpty()) {
      return;
    }
    absent(cluster, members, "eks.amazonaws.com/", "aws://", ResourceTypes.OF_EKS);
    absent(cluster, members, "kubernetes.azure.com/", "azure://", ResourceTypes.OF_AKS);
  }

  private void absent(
      String cluster, List<Found> members, String label, String provider, List<String> types) {
    for (Found node : members) {
      boolean labelled =
          Fields.at(node.object(), "metadata", "labels") instanceof ObjectValue labels
              && labels.toString().contains(label);
      if (labelled || Fields.text(node.object(), "spec", "providerID").startsWith(provider)) {
        return;
      }
    }
    for (String type : types) {
      boolean known = drafts.stream().anyMatch(draft -> draft.type.equals(type));
      if (!known) {
        sink.completeness(
            new Completeness(type, cluster, State.ABSENT, "no node is of that service"));
      }
    }
  }

  private void give(Draft draft) {
    Resource.Builder resource =
        Resource.builder()
            .key(draft.key)
            .type(draft.type)
            .name(draft.name.isEmpty() ? draft.key.value() : draft.name)
            .configuration(draft.document)
            .aliases(draft.aliases)
            .account(Optional.ofNullable(draft.account))
            .region(Optional.ofNullable(draft.region))
            .cluster(Optional.ofNullable(draft.cluster))
            .tags(CloudFields.tagsOf(draft.document));
    if (draft.id != null) {
      resource.id(draft.id);
    }
    if (draft.cluster != null && !draft.cluster.equals(draft.key.value())) {
      resource.addRelations(new Relation("cluster", ResourceKey.of(draft.cluster)));
    }
    for (String field : List.of("created_at", "create_date", "created_time", "creation_date")) {
      if (draft.document.get(field) instanceof NumberValue time && time.isLong()) {
        resource.createdAt(java.time.Instant.ofEpochMilli(time.asLong()));
        break;
      }
    }
    Resource built = resource.build();
    sink.resource(built);
    draft.gaps.forEach(gap -> sink.hole(Hole.inDocument(built, gap.path(), gap.reason())));
  }

  /** The cluster that a node names, else the only one there is, else one of the snapshot's name. */
  private String cluster(
      NodeDocument node, Map<String, Draft> clouds, List<ClusterIdentity> identities) {
    String name = Fields.text(node.document(), "cluster_name");
    for (Map.Entry<String, Draft> cloud : clouds.entrySet()) {
      if (!name.isEmpty() && cloud.getValue().name.equals(name)) {
        return cloud.getKey();
      }
    }
    return identities.size() == 1 ? identities.get(0).id() : options.snapshotName();
  }

  /** As the node's object says; empty where there is none, or several with different versions. */
  private String kubeletVersion(NodeDocument node) {
    String name = Fields.optional(node.document(), "kube_node_name").orElse(node.name());
    Set<String> versions = new HashSet<>();
    for (Found found : objects.found()) {
      if (found.kind().equals("Node") && found.name().equals(name)) {
        versions.add(Fields.text(found.object(), "status", "nodeInfo", "kubeletVersion"));
      }
    }
    return versions.size() == 1 ? versions.iterator().next() : "";
  }

  private void give(NodeDraft draft, String cluster, Optional<Draft> cloud) {
    NodeDocument node = VersionedDefaults.ofKubelet(draft.node(), kubeletVersion(draft.node()));
    Resource.Builder resource =
        Resource.builder()
            .key(ResourceKey.node(cluster, node.name()))
            .type(node.type())
            .name(node.name())
            .configuration(node.document())
            .cluster(cluster)
            .account(
                Fields.optional(node.document(), "account_id")
                    .or(() -> cloud.flatMap(c -> Optional.ofNullable(c.account))))
            .tags(Fields.texts(node.document(), "tags"));
    Fields.optional(node.document(), "kube_node_name")
        .filter(name -> !name.equals(node.name()))
        .ifPresent(resource::addAliases);
    Resource built = resource.build();
    sink.resource(built);
    for (NodeDocument.Gap gap : node.gaps()) {
      sink.hole(Hole.inDocument(built, gap.path(), gap.reason()));
    }
  }
}
