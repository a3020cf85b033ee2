package dev.kspm.connectors.documents.host;

import dev.kspm.rego.value.NullValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which managed service a node belongs to, as Datadog's agent decides it. Not thread-safe. */
final class ManagedEnvironment {
  private static final Map<String, String> LABELS =
      Map.of(
          "cloud.google.com/gke", "gke",
          "eks.amazonaws.com/", "eks",
          "kubernetes.azure.com/", "aks");
  private static final String EKS_RELEASE = "/etc/eks/release";

  private final NodeFiles files;
  private final Flags kubelet;
  private final ObjectValue components;

  ManagedEnvironment(NodeFiles files, Flags kubelet, ObjectValue components) {
    this.files = files;
    this.kubelet = kubelet;
    this.components = components;
  }

  /** The first of the node's labels that tells, else the address or command of its kubeconfig. */
  Optional<String> name() {
    for (String label : kubelet.all("node-labels").split(",")) {
      for (Map.Entry<String, String> prefix : LABELS.entrySet()) {
        if (label.startsWith(prefix.getKey())) {
          return Optional.of(prefix.getValue());
        }
      }
    }
    Value config =
        KubeletConfig.at(components, List.of(Component.KUBELET.key, "kubeconfig", "kubeconfig"));
    if (!(config instanceof ObjectValue kubeconfig)) {
      return Optional.empty();
    }
    for (Value cluster : members(kubeconfig, "clusters")) {
      String host = host(KubeletConfig.at(cluster, List.of("server")));
      if (host.endsWith(".eks.amazonaws.com")) {
        return Optional.of("eks");
      } else if (host.endsWith(".azmk8s.io")) {
        return Optional.of("aks");
      }
    }
    for (Value user : members(kubeconfig, "users")) {
      Value command = KubeletConfig.at(user, List.of("exec", "command"));
      if (command instanceof StringValue text && text.value().endsWith("gke-exec-auth-plugin")) {
        return Optional.of("gke");
      }
    }
    return Optional.empty();
  }

  ObjectValue document(String name) {
    Value metadata = name.equals("eks") ? files.content(EKS_RELEASE) : null;
    return ObjectValue.builder()
        .put("name", StringValue.of(name))
        .put("metadata", metadata == null ? NullValue.NULL : metadata)
        .build();
  }

  private static List<Value> members(ObjectValue object, String key) {
    List<Value> members = new java.util.ArrayList<>();
    if (object.get(key) instanceof ObjectValue map) {
      map.forEach((name, value) -> members.add(value));
    }
    return members;
  }

  private static String host(@org.jspecify.annotations.Nullable Value server) {
    try {
      String host = server instanceof StringValue text ? new URI(text.value()).getHost() : null;
      return host == null ? "" : host;
    } catch (URISyntaxException broken) {
      return "";
    }
  }
}
