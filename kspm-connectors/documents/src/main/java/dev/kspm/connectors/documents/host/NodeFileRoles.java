package dev.kspm.connectors.documents.host;

import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which file of a node has which role. Not thread-safe. */
final class NodeFileRoles {
  private static final String PKI = "/etc/kubernetes/pki";

  private final FileRoles roles;
  private final NodeFiles files;
  private final Map<Component, Flags> running;
  private final Map<Component, EffectiveSettings> effective;

  NodeFileRoles(
      FileRoles roles,
      NodeFiles files,
      Map<Component, Flags> running,
      Map<Component, EffectiveSettings> effective) {
    this.roles = roles;
    this.files = files;
    this.running = running;
    this.effective = effective;
  }

  void collect() {
    kubelet();
    proxy();
    roles.files("apiserver_manifest", List.of("/etc/kubernetes/manifests/kube-apiserver.yaml"));
    roles.files(
        "controller_manager_manifest",
        List.of("/etc/kubernetes/manifests/kube-controller-manager.yaml"));
    roles.files("scheduler_manifest", List.of("/etc/kubernetes/manifests/kube-scheduler.yaml"));
    roles.files("etcd_manifest", List.of("/etc/kubernetes/manifests/etcd.yaml"));
    roles.files(
        "admin_kubeconfig",
        List.of("/etc/kubernetes/admin.conf", "/etc/kubernetes/super-admin.conf"));
    roles.files(
        "scheduler_kubeconfig",
        given(Component.SCHEDULER, "kubeconfig", "/etc/kubernetes/scheduler.conf"));
    roles.files(
        "controller_manager_kubeconfig",
        given(
            Component.CONTROLLER_MANAGER, "kubeconfig", "/etc/kubernetes/controller-manager.conf"));
    roles.files("azure_json", List.of("/etc/kubernetes/azure.json"));
    if (running.containsKey(Component.ETCD)) {
      roles.files("etcd_data_dir", given(Component.ETCD, "data-dir", "/var/lib/etcd"));
    }
    String cni = flag(Component.KUBELET, "cni-conf-dir").orElse("/etc/cni/net.d");
    roles.below("cni_config", List.of(cni, "/var/lib/cni/networks"), false, Set.of());
    roles.below("pki", List.of(PKI), true, Set.of());
    roles.below("pki_certificates", List.of(PKI), false, Set.of(".crt"));
    roles.below("pki_keys", List.of(PKI), false, Set.of(".key"));
  }

  private void kubelet() {
    roles.files(
        "kubelet_service",
        List.of(
            "/etc/systemd/system/kubelet.service.d/kubelet.conf",
            "/etc/systemd/system/kubelet.service.d/10-kubeadm.conf",
            "/etc/systemd/system/kubelet.service.d/10-kubelet-args.conf",
            "/etc/systemd/system/kubelet.service",
            "/usr/lib/systemd/system/kubelet.service.d/10-kubeadm.conf",
            "/usr/lib/systemd/system/kubelet.service",
            "/lib/systemd/system/kubelet.service"));
    roles.files(
        "kubelet_kubeconfig",
        given(Component.KUBELET, "kubeconfig", "/etc/kubernetes/kubelet.conf"));
    List<String> configs = new ArrayList<>();
    flag(Component.KUBELET, "config").ifPresent(configs::add);
    roles.files("kubelet_config", configs);
    EffectiveSettings settings = effective.get(Component.KUBELET);
    if (settings != null) {
      // The authority lies in its usual place even where the kubelet does not use it.
      roles.files(
          "kubelet_client_ca", List.of(settings.text("client-ca-file").orElse(PKI + "/ca.crt")));
    }
  }

  private void proxy() {
    List<String> paths = new ArrayList<>();
    flag(Component.PROXY, "kubeconfig").ifPresent(paths::add);
    flag(Component.PROXY, "config")
        .ifPresent(
            path -> {
              Value content = files.content(path);
              Value named =
                  content instanceof ObjectValue
                      ? KubeletConfig.at(content, List.of("clientConnection", "kubeconfig"))
                      : null;
              if (named instanceof StringValue text) {
                paths.add(text.value());
              }
            });
    roles.files("kube_proxy_kubeconfig", paths);
  }

  private List<String> given(Component component, String flag, String otherwise) {
    return List.of(flag(component, flag).orElse(otherwise));
  }

  private Optional<String> flag(Component component, String flag) {
    Flags flags = running.get(component);
    return flags == null ? Optional.empty() : flags.value(flag).filter(v -> v.startsWith("/"));
  }
}
