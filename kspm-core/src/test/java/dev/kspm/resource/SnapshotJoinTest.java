package dev.kspm.resource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kspm.rego.value.ObjectValue;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SnapshotJoinTest {
  private static final String ARN = "arn:aws:eks:eu-central-1:1:cluster/prod";

  private static Resource pod(String cluster) {
    return Resource.builder()
        .key(ResourceKey.object(cluster, "", "Pod", "shop", "web"))
        .type("kubernetes_pod")
        .name("Pod/shop/web")
        .cluster(cluster)
        .configuration(ObjectValue.EMPTY)
        .build();
  }

  @Test
  void identityIsTheFirstThatIsKnown() {
    assertThat(ClusterIdentity.choose("mine", ARN, null, "uid", "snapshot").id()).isEqualTo("mine");
    assertThat(ClusterIdentity.choose(null, ARN, null, "uid", "snapshot"))
        .isEqualTo(new ClusterIdentity(ARN, List.of("uid", "snapshot")));
    assertThat(ClusterIdentity.choose(null, null, "/subscriptions/A", "uid", "s").id())
        .isEqualTo("/subscriptions/a");
    assertThat(ClusterIdentity.choose(null, null, null, null, "s").id()).isEqualTo("s");
  }

  @Test
  void theIdentitySeenFirstIsKept() {
    ResourceSnapshot kubernetes =
        ResourceSnapshot.builder()
            .addResources(pod("uid"))
            .addHoles(Hole.collection("uid", "kubernetes_secret", "403"))
            .addCompleteness(Completeness.complete("kubernetes_pod", "uid"))
            .addClusters(new ClusterIdentity("uid", List.of()))
            .build();
    ResourceSnapshot cloud =
        ResourceSnapshot.builder()
            .addResources(pod(ARN))
            .addClusters(new ClusterIdentity(ARN, List.of("uid")))
            .build();

    ResourceSnapshot seen = ResourceSnapshot.join(List.of(kubernetes, cloud));
    assertThat(seen.clusters()).containsExactly(new ClusterIdentity("uid", List.of(ARN)));
    assertThat(seen.resources()).extracting(Resource::cluster).containsOnly(Optional.of("uid"));
    assertThat(seen.resources())
        .extracting(r -> r.key().value())
        .containsOnly("uid/core/Pod/shop/web");
    assertThat(seen.resources())
        .extracting(r -> r.objectKey().value())
        .containsOnly("uid/core/Pod/shop/web");

    ResourceSnapshot other = ResourceSnapshot.join(List.of(cloud, kubernetes));
    assertThat(other.holes()).extracting(Hole::scope).containsExactly(ARN);
    assertThat(other.completeness()).extracting(Completeness::scope).containsExactly(ARN);
  }

  @Test
  void aLaterNameCanShowThatTwoClustersAreOne() {
    ResourceSnapshot joined =
        ResourceSnapshot.join(
            List.of(
                ResourceSnapshot.builder().addClusters(new ClusterIdentity("a", List.of())).build(),
                ResourceSnapshot.builder().addClusters(new ClusterIdentity("b", List.of())).build(),
                ResourceSnapshot.builder()
                    .addClusters(new ClusterIdentity("x", List.of("a", "b")))
                    .addResources(pod("b"))
                    .build()));
    assertThat(joined.clusters()).extracting(ClusterIdentity::id).containsExactly("a");
    assertThat(joined.resources().get(0).cluster()).contains("a");
  }

  @Test
  void otherClustersStayApart() {
    ResourceSnapshot joined =
        ResourceSnapshot.join(
            List.of(
                ResourceSnapshot.builder()
                    .addClusters(new ClusterIdentity("a", List.of("same")))
                    .addResources(pod("a"))
                    .build(),
                ResourceSnapshot.builder()
                    .addClusters(new ClusterIdentity("b", List.of()))
                    .addResources(pod("b"))
                    .build()));
    assertThat(joined.clusters()).hasSize(2);
    assertThat(joined.resources())
        .extracting(r -> r.cluster().orElse(""))
        .containsExactly("a", "b");
  }
}
