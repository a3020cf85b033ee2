package dev.kspm.connectors.documents;

import dev.kspm.spi.KspmPlugin;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The names of the resource types that this module makes, and of the kinds that the Kubernetes API
 * serves by itself. Custom resources have further types. Immutable and thread-safe.
 */
public final class DocumentTypes implements KspmPlugin {
  private static final List<String> WITH_A_SCHEMA =
      List.of(
          "aws_cloudwatch_log_group",
          "aws_ec2_instance",
          "aws_ecr_registry_scanning_configuration",
          "aws_ecr_repository",
          "aws_eks_access_entry",
          "aws_eks_addon",
          "aws_eks_cluster",
          "aws_eks_fargate_profile",
          "aws_eks_nodegroup",
          "aws_eks_pod_identity_association",
          "aws_eks_worker_node",
          "aws_iam_policy",
          "aws_iam_role",
          "aws_kms_key",
          "aws_load_balancer",
          "aws_route_table",
          "aws_security_group",
          "aws_subnet",
          "azure_aks_agent_pool",
          "azure_aks_cluster",
          "azure_aks_worker_node",
          "azure_container_registry",
          "azure_diagnostic_setting",
          "azure_role_assignment",
          "azure_security_pricing",
          "gcp_gke_worker_node",
          "kubernetes_master_node",
          "kubernetes_worker_node");

  private static final List<String> OF_KUBERNETES =
      List.of(
          "kubernetes_admin_network_policy",
          "kubernetes_api_service",
          "kubernetes_baseline_admin_network_policy",
          "kubernetes_certificate_signing_request",
          "kubernetes_cilium_clusterwide_network_policy",
          "kubernetes_cilium_network_policy",
          "kubernetes_cluster_role",
          "kubernetes_cluster_role_binding",
          "kubernetes_config_map",
          "kubernetes_controller_revision",
          "kubernetes_cron_job",
          "kubernetes_csi_driver",
          "kubernetes_csi_node",
          "kubernetes_custom_resource_definition",
          "kubernetes_daemon_set",
          "kubernetes_deployment",
          "kubernetes_endpoint_slice",
          "kubernetes_endpoints",
          "kubernetes_event",
          "kubernetes_flow_schema",
          "kubernetes_gateway",
          "kubernetes_gateway_class",
          "kubernetes_global_network_policy",
          "kubernetes_horizontal_pod_autoscaler",
          "kubernetes_http_route",
          "kubernetes_ingress",
          "kubernetes_ingress_class",
          "kubernetes_job",
          "kubernetes_lease",
          "kubernetes_limit_range",
          "kubernetes_mutating_admission_policy",
          "kubernetes_mutating_admission_policy_binding",
          "kubernetes_mutating_webhook_configuration",
          "kubernetes_namespace",
          "kubernetes_network_policy",
          "kubernetes_node",
          "kubernetes_persistent_volume",
          "kubernetes_persistent_volume_claim",
          "kubernetes_pod",
          "kubernetes_pod_disruption_budget",
          "kubernetes_pod_template",
          "kubernetes_priority_class",
          "kubernetes_priority_level_configuration",
          "kubernetes_replica_set",
          "kubernetes_replication_controller",
          "kubernetes_resource_quota",
          "kubernetes_role",
          "kubernetes_role_binding",
          "kubernetes_runtime_class",
          "kubernetes_secret",
          "kubernetes_service",
          "kubernetes_service_account",
          "kubernetes_stateful_set",
          "kubernetes_storage_class",
          "kubernetes_validating_admission_policy",
          "kubernetes_validating_admission_policy_binding",
          "kubernetes_validating_webhook_configuration",
          "kubernetes_volume_attachment");

  /** Made by {@link java.util.ServiceLoader}. */
  public DocumentTypes() {}

  @Override
  public Set<String> resourceTypes() {
    Set<String> all = new TreeSet<>(WITH_A_SCHEMA);
    all.addAll(OF_KUBERNETES);
    return all;
  }
}
