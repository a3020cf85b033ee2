package dev.kspm.connectors.documents;

import java.util.List;

/** The types of the managed services. */
final class ResourceTypes {
  static final List<String> OF_EKS =
      List.of(
          "aws_eks_cluster",
          "aws_eks_nodegroup",
          "aws_eks_addon",
          "aws_eks_access_entry",
          "aws_eks_fargate_profile",
          "aws_eks_pod_identity_association");
  static final List<String> OF_AKS =
      List.of("azure_aks_cluster", "azure_aks_agent_pool", "azure_diagnostic_setting");

  private ResourceTypes() {}
}
