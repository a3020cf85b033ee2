package dev.kspm.benchmarks;

import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.Values;
import dev.kspm.resource.ClusterIdentity;
import dev.kspm.resource.Completeness;
import dev.kspm.resource.Resource;
import dev.kspm.resource.ResourceKey;
import dev.kspm.resource.ResourceSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A cluster of pods as they are found in clusters, some of them careless. */
final class SyntheticCluster {
  private static final String CLUSTER = "benchmark";
  private static final String TYPE = "kubernetes_pod";

  private SyntheticCluster() {}

  static ResourceSnapshot ofPods(int count) {
    ResourceSnapshot.Builder snapshot =
        ResourceSnapshot.builder()
            .addClusters(new ClusterIdentity(CLUSTER, List.of()))
            .addCompleteness(Completeness.complete(TYPE, CLUSTER))
            .collectedAt(Instant.parse("2026-03-02T10:00:00Z"));
    for (int i = 0; i < count; i++) {
      String namespace = "team-" + i % 20;
      String name = "app-" + i;
      snapshot.addResources(
          Resource.builder()
              .key(ResourceKey.object(CLUSTER, "", "Pod", namespace, name))
              .type(TYPE)
              .name("Pod/" + namespace + "/" + name)
              .cluster(CLUSTER)
              .namespace(namespace)
              .configuration((ObjectValue) Values.of(pod(namespace, name, i)))
              .build());
    }
    return snapshot.build();
  }

  private static Map<String, Object> pod(String namespace, String name, int i) {
    Map<String, Object> container =
        Map.of(
            "name",
            "main",
            "image",
            "registry.example/app:" + i,
            "securityContext",
            Map.of(
                "privileged",
                i % 50 == 0,
                "allowPrivilegeEscalation",
                i % 3 == 0,
                "readOnlyRootFilesystem",
                true,
                "capabilities",
                Map.of("drop", List.of("ALL"))),
            "env",
            List.of(Map.of("name", "MODE", "value", "fast")));
    return Map.of(
        "apiVersion",
        "v1",
        "kind",
        "Pod",
        "metadata",
        Map.of(
            "name", name, "namespace", namespace, "labels", Map.of("app", name, "team", namespace)),
        "spec",
        Map.of(
            "hostNetwork",
            i % 40 == 0,
            "serviceAccountName",
            i % 5 == 0 ? "default" : name,
            "automountServiceAccountToken",
            i % 2 == 0,
            "securityContext",
            Map.of("runAsNonRoot", i % 4 != 0),
            "containers",
            List.of(container)),
        "status",
        Map.of("phase", "Running"));
  }
}
