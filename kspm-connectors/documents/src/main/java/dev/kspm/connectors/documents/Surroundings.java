package dev.kspm.connectors.documents;

import dev.kspm.resource.Completeness;
import dev.kspm.resource.Completeness.State;
import dev.kspm.resource.ResourceSink;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells of clusters that were exported without the account around them. Stateless and thread-safe.
 *
 * <p>An export of clusters alone, with their node groups and add-ons, does not set out to tell of
 * networks, identities and logs. One answer about any of those is enough to show that it does: then
 * what is missing is missing.
 */
final class Surroundings {
  private static final Map<String, List<String>> BY_CLUSTER_TYPE =
      Map.of(
          "aws_eks_cluster", ResourceTypes.AROUND_EKS,
          "azure_aks_cluster", ResourceTypes.AROUND_AKS);

  private Surroundings() {}

  static void tell(List<Draft> drafts, Joins joins, ResourceSink sink) {
    Set<String> asked = new HashSet<>(joins.lists.keySet());
    drafts.forEach(draft -> asked.add(draft.type));
    BY_CLUSTER_TYPE.forEach(
        (clusterType, around) -> {
          boolean anyAsked =
              around.stream().anyMatch(asked::contains)
                  || around == ResourceTypes.AROUND_EKS && joins.isAnyOfAccount();
          if (!anyAsked) {
            for (Draft draft : drafts) {
              if (draft.type.equals(clusterType)) {
                tell(draft.key.value(), around, sink);
              }
            }
          }
        });
  }

  private static void tell(String cluster, List<String> types, ResourceSink sink) {
    for (String type : types) {
      sink.completeness(
          new Completeness(
              type, cluster, State.NOT_ASKED, "nothing around the cluster was asked for"));
    }
  }
}
