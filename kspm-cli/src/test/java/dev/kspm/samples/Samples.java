package dev.kspm.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sample documents that the environment variable {@code KSPM_SAMPLES} leads to. */
final class Samples {
  private static final String SEPARATOR = ": ";
  private static final String KNOWN = "known.json";
  private static final String[] KUBERNETES = {
    "kubernetes_pod",
    "kubernetes_deployment",
    "kubernetes_namespace",
    "kubernetes_node",
    "kubernetes_service_account",
    "kubernetes_cluster_role",
    "kubernetes_cluster_role_binding",
    "kubernetes_network_policy"
  };

  /** Goat has no network policy. */
  private static final String[] GOAT =
      Stream.of(KUBERNETES)
          .filter(type -> !type.equals("kubernetes_network_policy"))
          .toArray(String[]::new);

  private static final String[] EKS = {
    "aws_eks_cluster", "aws_eks_nodegroup", "aws_eks_addon", "aws_eks_access_entry",
  };
  private static final String[] EKS_ACCOUNT = {
    "aws_eks_cluster",
    "aws_eks_nodegroup",
    "aws_eks_fargate_profile",
    "aws_subnet",
    "aws_route_table",
    "aws_ec2_instance",
    "aws_security_group",
    "aws_ecr_repository",
    "aws_ecr_registry_scanning_configuration",
    "aws_iam_role",
    "aws_iam_policy",
    "aws_kms_key",
    "aws_cloudwatch_log_group",
    "aws_load_balancer"
  };
  private static final String[] AKS = {
    "azure_aks_cluster",
    "azure_aks_agent_pool",
    "azure_diagnostic_setting",
    "azure_security_pricing",
    "azure_role_assignment",
    "azure_container_registry"
  };

  /** Nothing around these clusters was exported: no subnets, roles and log groups. */
  private static final Set<String> NO_ACCOUNT =
      Set.of("eks-audit-log-retention", "eks-node-role-pull-only", "eks-nodes-private");

  /** Neither the add-ons nor the objects of these clusters were exported. */
  private static final Set<String> NO_ADDONS =
      Set.of("eks-network-policy", "eks-no-masters-mapping");

  /** The answer of a kubelet tells nothing of files, of kube-proxy or of flags without a field. */
  private static final Set<String> ONLY_KUBELET =
      Set.of(
          "kube-proxy-kubeconfig-mode",
          "kube-proxy-kubeconfig-owner",
          "kube-proxy-metrics-address",
          "kubelet-client-ca-mode",
          "kubelet-client-ca-owner",
          "kubelet-config-mode",
          "kubelet-config-owner",
          "kubelet-hostname-override",
          "kubelet-kubeconfig-mode",
          "kubelet-kubeconfig-owner",
          "kubelet-service-mode",
          "kubelet-service-owner");

  private Samples() {}

  /**
   * What is scanned at once.
   *
   * @param name the place below the samples
   * @param types types of which there are resources
   * @param undecided the rules whose documents are not there; none for a sample that has all of
   *     them, of which few evaluations may be undecided
   * @param outside the rules that need what the sample does not set out to tell
   * @param known the verdicts that are certain
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Sample(
      String name,
      Path path,
      String[] types,
      Set<String> undecided,
      Set<String> outside,
      List<KnownVerdict> known) {}

  static boolean given() {
    return System.getenv("KSPM_SAMPLES") != null;
  }

  /**
   * All samples.
   *
   * @param folder where files may be put under the name that they would have
   */
  static List<Sample> all(Path folder) throws IOException {
    Path root = Path.of(System.getenv("KSPM_SAMPLES"));
    List<Sample> samples = new ArrayList<>();
    Path clusters = root.resolve("kubernetes");
    samples.add(sample(root, "kubernetes/goat", "kubernetes/goat", GOAT));
    samples.add(sample(root, "kubernetes/goat.yaml", "kubernetes/goat", GOAT));
    samples.add(sample(root, "kubernetes/goat-cluster", "kubernetes/goat-cluster", KUBERNETES));
    samples.add(sample(root, "kubernetes/restricted", "kubernetes/restricted", KUBERNETES));
    samples.add(
        sample(root, "kubernetes/restricted-lists.yaml", "kubernetes/restricted", KUBERNETES));
    samples.add(kubelet(clusters, "goat", folder));
    samples.add(kubelet(clusters, "restricted", folder));
    for (String node : nodes(root.resolve("node"))) {
      samples.add(
          sample(
              root,
              "node/" + node,
              "node/" + node,
              KnownVerdict.nodeType(root.resolve("node").resolve(node).resolve("node.json"))));
    }
    samples.add(open(sample(root, "eks/moto", "eks/moto", EKS_ACCOUNT), NO_ADDONS));
    samples.add(alone(sample(root, "eks/complete-prod", "eks/complete-prod", EKS)));
    samples.add(alone(sample(root, "eks/complete-open", "eks/complete-open", EKS)));
    samples.add(sample(root, "aks", "aks", AKS));
    azure(root, samples);
    return samples;
  }

  /** Parts of the Azure sample: what is elsewhere has no verdict there. */
  private static void azure(Path root, List<Sample> samples) throws IOException {
    List<KnownVerdict> known = KnownVerdict.read(root.resolve("aks").resolve(KNOWN));
    List<KnownVerdict> ofClusters = new ArrayList<>(known);
    ofClusters.removeIf(verdict -> verdict.control().startsWith("5.1."));
    samples.add(
        new Sample(
            "aks/clusters",
            root.resolve("aks/clusters"),
            new String[] {"azure_aks_cluster", "azure_aks_agent_pool", "azure_diagnostic_setting"},
            Set.of(),
            Set.of("aks-registry-pull-only"),
            ofClusters));
    // The same cluster as ARM sends it and as the az command line prints it.
    for (String form : List.of("managedClusters-get", "az-aks-show")) {
      for (String cluster : List.of("payments", "legacy")) {
        String file = "aks/clusters/" + form + "-" + cluster + ".json";
        samples.add(
            new Sample(
                file,
                root.resolve(file),
                new String[] {"azure_aks_cluster", "azure_aks_agent_pool"},
                Set.of("aks-audit-logs"),
                Set.of("aks-registry-pull-only"),
                ofClusters.stream()
                    .filter(verdict -> verdict.resource().equals(cluster))
                    .filter(verdict -> !verdict.control().equals("2.1.1"))
                    .toList()));
      }
    }
    restExamples(root, samples);
  }

  /** Each file is a snapshot of its own, named in front of the resource. */
  private static void restExamples(Path root, List<Sample> samples) throws IOException {
    String place = "aks/rest-examples/";
    Map<String, List<KnownVerdict>> byFile =
        KnownVerdict.read(root.resolve(place + KNOWN)).stream()
            .collect(
                Collectors.groupingBy(
                    verdict -> verdict.resource().split(SEPARATOR)[0],
                    TreeMap::new,
                    Collectors.mapping(
                        verdict -> verdict.withResource(verdict.resource().split(SEPARATOR)[1]),
                        Collectors.toList())));
    byFile.forEach(
        (file, known) ->
            samples.add(
                new Sample(
                    place + file,
                    root.resolve(place + file),
                    new String[] {"azure_aks_cluster"},
                    Set.of("aks-audit-logs"),
                    Set.of("aks-registry-pull-only"),
                    known)));
  }

  /** A kubelet's answer does not say which node it is: the name of the file does. */
  private static Sample kubelet(Path clusters, String cluster, Path folder) throws IOException {
    List<KnownVerdict> known = KnownVerdict.read(clusters.resolve(cluster + "-configz-" + KNOWN));
    Path file = folder.resolve(known.get(0).resource() + ".json");
    if (!Files.exists(file)) {
      Files.copy(clusters.resolve(cluster + "-configz.json"), file);
    }
    return new Sample(
        "kubernetes/" + cluster + "-configz.json",
        file,
        new String[] {"kubernetes_worker_node"},
        ONLY_KUBELET,
        Set.of(),
        known);
  }

  private static Sample sample(Path root, String name, String known, String... types)
      throws IOException {
    return new Sample(
        name,
        root.resolve(name),
        types,
        Set.of(),
        Set.of(),
        KnownVerdict.read(root.resolve(known).resolve(KNOWN)));
  }

  private static Sample open(Sample sample, Set<String> undecided) {
    return new Sample(
        sample.name, sample.path, sample.types, undecided, sample.outside, sample.known);
  }

  private static Sample alone(Sample sample) {
    return new Sample(
        sample.name, sample.path, sample.types, sample.undecided, NO_ACCOUNT, sample.known);
  }

  private static List<String> nodes(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(Files::isDirectory)
          .map(entry -> entry.getFileName().toString())
          .sorted()
          .toList();
    }
  }
}
