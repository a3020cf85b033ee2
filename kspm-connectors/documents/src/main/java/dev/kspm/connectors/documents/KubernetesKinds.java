package dev.kspm.connectors.documents;

import java.util.List;

/**
 * What can be told about kinds of which an export of a cluster has no object.
 *
 * <p>kubectl prints an empty list without its kind, and a folder of manifests has no empty lists at
 * all. So an export counts as a whole inventory of its cluster when it holds what every cluster has
 * of the common kinds: namespaces with {@code kube-system} among them, pods, service accounts and
 * all four kinds of RBAC. Then a kind that a cluster may well lack and that is not there counts as
 * having no objects. What every cluster has, or what is left out of exports on purpose (secrets,
 * config maps), is never taken to be empty: it was not exported.
 */
final class KubernetesKinds {
  /** An export with all of these is an inventory. */
  static final List<String> OF_AN_INVENTORY =
      List.of(
          "kubernetes_namespace",
          "kubernetes_pod",
          "kubernetes_service_account",
          "kubernetes_role",
          "kubernetes_role_binding",
          "kubernetes_cluster_role",
          "kubernetes_cluster_role_binding");

  /** A cluster may have none of these. */
  static final List<String> THAT_MAY_LACK =
      List.of(
          "kubernetes_admin_network_policy",
          "kubernetes_baseline_admin_network_policy",
          "kubernetes_certificate_signing_request",
          "kubernetes_cilium_clusterwide_network_policy",
          "kubernetes_cilium_network_policy",
          "kubernetes_cron_job",
          "kubernetes_custom_resource_definition",
          "kubernetes_daemon_set",
          "kubernetes_deployment",
          "kubernetes_gateway",
          "kubernetes_global_network_policy",
          "kubernetes_ingress",
          "kubernetes_job",
          "kubernetes_limit_range",
          "kubernetes_mutating_webhook_configuration",
          "kubernetes_network_policy",
          "kubernetes_persistent_volume",
          "kubernetes_persistent_volume_claim",
          "kubernetes_pod_disruption_budget",
          "kubernetes_replica_set",
          "kubernetes_replication_controller",
          "kubernetes_resource_quota",
          "kubernetes_service",
          "kubernetes_stateful_set",
          "kubernetes_storage_class",
          "kubernetes_validating_admission_policy",
          "kubernetes_validating_admission_policy_binding",
          "kubernetes_validating_webhook_configuration");

  private KubernetesKinds() {}
}
