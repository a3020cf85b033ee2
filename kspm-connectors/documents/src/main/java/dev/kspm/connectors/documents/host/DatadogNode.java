package dev.kspm.connectors.documents.host;

import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.NumberValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Node documents that Datadog's agent wrote: their type, and the settings that take effect as far
 * as the document tells. Stateless and thread-safe.
 *
 * <p>The agent writes its defaults beside the flags that were given. A kubelet's flag that has the
 * agent's default, while there is a configuration file, is therefore taken for a default. Files
 * that the document does not mention are gaps, not missing files.
 */
public final class DatadogNode {
  private static final Map<String, List<String>> FILES =
      Map.of(
          "kubelet_service", List.of("kubeletService"),
          "kubelet_kubeconfig", List.of("components", "kubelet", "kubeconfig"),
          "kubelet_config", List.of("components", "kubelet", "config"),
          "kube_proxy_kubeconfig", List.of("components", "kubeProxy", "kubeconfig"),
          "apiserver_manifest", List.of("manifests", "kubeApiserver"),
          "controller_manager_manifest", List.of("manifests", "kubeControllerManager"),
          "scheduler_manifest", List.of("manifests", "kubeScheduler"),
          "etcd_manifest", List.of("manifests", "etcd"),
          "etcd_data_dir", List.of("components", "etcd", "data-dir"),
          "admin_kubeconfig", List.of("adminKubeconfig"));
  private static final Map<String, List<String>> MORE_FILES =
      Map.of(
          "scheduler_kubeconfig", List.of("components", "kubeScheduler", "kubeconfig"),
          "controller_manager_kubeconfig",
              List.of("components", "kubeControllerManager", "kubeconfig"),
          "kubelet_client_ca", List.of("components", "kubelet", "client-ca-file"));
  private static final List<String> NEVER_TOLD =
      List.of("cni_config", "pki", "pki_certificates", "pki_keys", "azure_json");
  private static final Set<String> MASTER =
      Set.of("kubeApiserver", "etcd", "kubeControllerManager", "kubeScheduler");

  private DatadogNode() {}

  /** Whether a document looks like the agent's. */
  public static boolean isNode(ObjectValue document) {
    return document.get("components") instanceof ObjectValue components
        && (document.get("version") instanceof StringValue
            || document.get("manifests") instanceof ObjectValue
            || document.get("effective") instanceof ObjectValue)
        && (components.size() == 0
            || components.get("kubelet") != null
            || MASTER.stream().anyMatch(name -> components.get(name) != null)
            || components.get("kubeProxy") != null);
  }

  /** The document with {@code effective}, its type and its name. */
  public static NodeDocument read(ObjectValue document, String otherName) {
    NodeGaps gaps = new NodeGaps();
    ObjectValue complete = document;
    if (!(document.get("effective") instanceof ObjectValue)) {
      complete = document.with(StringValue.of("effective"), effective(document, gaps));
    }
    String name =
        text(document, "name")
            .or(() -> text(document, "kube_node_name"))
            .or(() -> text(document, "host_name"))
            .orElse(otherName);
    return new NodeDocument(type(document), name, complete, gaps.all());
  }

  private static Optional<String> text(ObjectValue document, String key) {
    return document.get(key) instanceof StringValue text && !text.value().isEmpty()
        ? Optional.of(text.value())
        : Optional.empty();
  }

  private static String type(ObjectValue document) {
    Value name = KubeletConfig.at(document, List.of("managedEnvironment", "name"));
    if (name instanceof StringValue environment) {
      switch (environment.value()) {
        case "eks" -> {
          return "aws_eks_worker_node";
        }
        case "aks" -> {
          return "azure_aks_worker_node";
        }
        case "gke" -> {
          return "gcp_gke_worker_node";
        }
        default -> {}
      }
    }
    boolean master =
        MASTER.stream()
            .anyMatch(key -> KubeletConfig.at(document, List.of("components", key)) != null);
    return master ? "kubernetes_master_node" : "kubernetes_worker_node";
  }

  private static ObjectValue effective(ObjectValue document, NodeGaps gaps) {
    ObjectValue.Builder effective = ObjectValue.builder();
    for (Component component : Component.values()) {
      if (KubeletConfig.at(document, List.of("components", component.key))
          instanceof ObjectValue shown) {
        effective.put(component.key, settings(component, shown));
      }
    }
    ObjectValue.Builder files = ObjectValue.builder();
    for (Map<String, List<String>> roles : List.of(FILES, MORE_FILES)) {
      roles.forEach((role, path) -> file(document, role, path, files, gaps));
    }
    for (String role : NEVER_TOLD) {
      gaps.add("the agent does not report these files", "effective", "files", role);
    }
    effective.put("files", files.build());
    return effective.build();
  }

  private static ObjectValue settings(Component component, ObjectValue shown) {
    Value config = KubeletConfig.at(shown, List.of("config", "content"));
    Value path = KubeletConfig.at(shown, List.of("config", "path"));
    List<KubeletConfig.Layer> layers = new ArrayList<>();
    if (config instanceof ObjectValue content) {
      String from = path instanceof StringValue text ? text.value() : "";
      layers.add(new KubeletConfig.Layer("file", from, asWritten(content)));
    }
    List<String> args = new ArrayList<>(List.of(component.key));
    shown.forEach(
        (key, value) -> {
          String flag = ((StringValue) key).value();
          if (flag.equals("skippedFlags") && value instanceof ObjectValue skipped) {
            skipped.forEach(
                (name, text) -> args.add(((StringValue) name).value() + "=" + plain(text)));
          } else if (!isDefault(component, flag, value, !layers.isEmpty())) {
            args.add("--" + flag + "=" + plain(value));
          }
        });
    EffectiveSettings settings = new EffectiveSettings(component, Flags.parse(args), layers);
    settings.collect(true);
    if (KubeletConfig.at(shown, List.of("encryption-provider-config", "Resources"))
        instanceof ArrayValue list) {
      ArrayValue.Builder summary = ArrayValue.builder();
      list.forEach(entry -> summary.add(Encryption.summary(entry)));
      settings.derived(
          "encryption-providers",
          summary.build(),
          plain(KubeletConfig.at(shown, List.of("encryption-provider-config", "path"))));
    }
    if (KubeletConfig.at(shown, List.of("audit-policy-file", "content", "rules"))
        instanceof ArrayValue rules) {
      settings.derived(
          "audit-policy-rules",
          rules,
          plain(KubeletConfig.at(shown, List.of("audit-policy-file", "path"))));
    }
    return settings.build();
  }

  /** Where the agent put a file's metadata the kubelet's file has the path. */
  private static ObjectValue asWritten(ObjectValue content) {
    ObjectValue.Builder written = ObjectValue.builder();
    content.forEach(
        (key, value) -> {
          Value path = value instanceof ObjectValue object ? object.get("path") : null;
          written.put(
              key,
              path != null
                  ? path
                  : value instanceof ObjectValue object ? asWritten(object) : value);
        });
    return written.build();
  }

  private static boolean isDefault(Component component, String flag, Value value, boolean hasFile) {
    String known = component.defaults().get(flag);
    return known != null
        && (component != Component.KUBELET || hasFile)
        && Settings.typed("", component.effectiveType(flag), known).equals(value);
  }

  private static String plain(@org.jspecify.annotations.Nullable Value value) {
    if (value instanceof StringValue text) {
      return text.value();
    } else if (value instanceof ArrayValue list) {
      List<String> parts = new ArrayList<>();
      list.forEach(part -> parts.add(plain(part)));
      return String.join(",", parts);
    } else if (value instanceof NumberValue number) {
      return number.text();
    } else if (value instanceof ObjectValue file) {
      return plain(file.get("path"));
    }
    return value == null ? "" : value.toString();
  }

  private static void file(
      ObjectValue document,
      String role,
      List<String> path,
      ObjectValue.Builder files,
      NodeGaps gaps) {
    Value shown = KubeletConfig.at(document, path);
    if (shown instanceof ObjectValue file && file.get("mode") instanceof NumberValue mode) {
      ObjectValue.Builder entry = ObjectValue.builder();
      for (String key : List.of("path", "user", "group")) {
        Value value = file.get(key);
        if (value != null) {
          entry.put(key, value);
        }
      }
      entry.put("mode", NumberValue.of(mode.exact().longValue() & 07777));
      files.put(role, ArrayValue.of(entry.build()));
    } else if (shown == null
        && KubeletConfig.at(document, path.subList(0, Math.min(2, path.size() - 1))) != null) {
      gaps.add("the document does not tell", "effective", "files", role);
    }
  }
}
