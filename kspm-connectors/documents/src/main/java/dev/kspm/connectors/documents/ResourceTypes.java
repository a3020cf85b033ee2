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

  /**
   * Types of the account around a cluster. What a cluster names itself, its key, is not of them.
   */
  static final List<String> AROUND_EKS =
      List.of(
          "aws_cloudwatch_log_group",
          "aws_ec2_instance",
          "aws_ecr_registry_scanning_configuration",
          "aws_ecr_repository",
          "aws_iam_policy",
          "aws_iam_role",
          "aws_load_balancer",
          "aws_route_table",
          "aws_security_group",
          "aws_subnet");

  /** Types of the subscription around a cluster. */
  static final List<String> AROUND_AKS =
      List.of("azure_container_registry", "azure_role_assignment", "azure_security_pricing");

  private ResourceTypes() {}
}
