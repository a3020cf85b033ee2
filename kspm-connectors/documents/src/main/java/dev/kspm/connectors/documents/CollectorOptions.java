package dev.kspm.connectors.documents;

import java.util.Optional;
import java.util.Set;

/**
 * How documents become resources. Immutable and thread-safe.
 *
 * @param snapshotName what a cluster is called that nothing else names
 * @param cluster the identity that the host gives to the cluster of the Kubernetes objects and
 *     nodes; empty to find it in the documents
 * @param openConfigMaps config maps, as {@code namespace/name}, whose data rules may read
 */
public record CollectorOptions(
    String snapshotName, Optional<String> cluster, Set<String> openConfigMaps) {
  /** Config maps that hold configuration of Kubernetes itself. */
  public static final Set<String> SYSTEM_CONFIG_MAPS =
      Set.of(
          "kube-system/kube-proxy",
          "kube-system/aws-auth",
          "kube-system/kubeadm-config",
          "kube-system/kubelet-config",
          "kube-system/amazon-vpc-cni",
          "kube-system/cilium-config");

  public CollectorOptions {
    openConfigMaps = Set.copyOf(openConfigMaps);
  }

  /** Options for a snapshot about whose cluster the host says nothing. */
  public static CollectorOptions named(String snapshotName) {
    return new CollectorOptions(snapshotName, Optional.empty(), SYSTEM_CONFIG_MAPS);
  }
}
