package dev.kspm.connectors.documents.host;

import dev.kspm.connectors.documents.Redaction;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes the document of a node from its processes and files. Usable once.
 *
 * <p>The shape is that of Datadog's agent: components by process, static pod manifests, the
 * kubelet's service, the administrator's kubeconfig. Beside it stand {@code effective}, the
 * settings that take effect, and {@code effective.files}, the files that matter.
 */
public final class NodeReader {
  private static final String VERSION = "202403";
  private static final String MANIFESTS = "/etc/kubernetes/manifests/";
  private static final List<String> SERVICES =
      List.of(
          "/etc/systemd/system/kubelet.service.d/kubelet.conf",
          "/etc/systemd/system/kubelet.service.d/10-kubeadm.conf",
          "/etc/systemd/system/kubelet.service.d/10-kubelet-args.conf",
          "/etc/systemd/system/kubelet.service",
          "/usr/lib/systemd/system/kubelet.service",
          "/lib/systemd/system/kubelet.service");
  private static final Map<Component, String> MANIFEST_NAMES =
      Map.of(
          Component.ETCD, "etcd",
          Component.API_SERVER, "kube-apiserver",
          Component.CONTROLLER_MANAGER, "kube-controller-manager",
          Component.SCHEDULER, "kube-scheduler");

  private final HostTree tree;
  private final NodeGaps gaps = new NodeGaps();
  private final NodeFiles files;
  private final Map<Component, Flags> running = new EnumMap<>(Component.class);

  /** Components with a file that could not be read, and why. */
  private final Map<Component, String> unknown = new EnumMap<>(Component.class);

  private final Map<Component, EffectiveSettings> effective = new EnumMap<>(Component.class);

  public NodeReader(HostTree tree, List<HostProcess> processes) {
    this.tree = tree;
    this.files = new NodeFiles(tree, gaps);
    for (HostProcess process : processes) {
      if (process.args().isEmpty()) {
        Component.named(process)
            .ifPresent(
                component -> {
                  String reason = "process " + process.pid() + " has no arguments";
                  gaps.error(reason);
                  gaps.add(reason, "effective", component.key);
                });
      }
      Component.of(process)
          .ifPresent(
              component ->
                  running.putIfAbsent(component, Flags.parse(withoutCredentials(process.args()))));
    }
  }

  private static List<String> withoutCredentials(List<String> args) {
    ArrayValue clean =
        Redaction.arguments(ArrayValue.of(args.stream().map(StringValue::of).toList()));
    List<String> texts = new ArrayList<>();
    clean.forEach(arg -> texts.add(((StringValue) arg).value()));
    return texts;
  }

  /** Takes note that the processes of the host are not known, and so no component is. */
  public NodeReader processesUnknown(String reason) {
    gaps.error(reason);
    gaps.add(reason, "components");
    gaps.add(reason, "effective");
    return this;
  }

  /**
   * Reads everything.
   *
   * @param name the node's name; if not known it is the kubelet's {@code --hostname-override}, else
   *     the host's name
   * @param tags as {@code key:value}
   */
  public NodeDocument read(Optional<String> name, List<String> tags) {
    ObjectValue.Builder document = ObjectValue.builder();
    document.put("version", StringValue.of(VERSION));
    ObjectValue.Builder components = ObjectValue.builder();
    ObjectValue.Builder settings = ObjectValue.builder();
    running.forEach(
        (component, flags) -> {
          List<KubeletConfig.Layer> layers = layers(component, flags);
          components.put(
              component.key, new ComponentDocument(component, flags, files, layers).document());
          settings.put(component.key, effective(component, flags, layers));
        });
    ObjectValue found = components.build();
    document.put("components", found);
    manifests(document);
    first(SERVICES)
        .ifPresent(path -> document.put("kubeletService", files.config(path, "kubeletService")));
    if (files.exists("/etc/kubernetes/admin.conf")) {
      document.put(
          "adminKubeconfig", files.kubeconfig("/etc/kubernetes/admin.conf", "adminKubeconfig"));
    }
    ManagedEnvironment managed = new ManagedEnvironment(files, flags(Component.KUBELET), found);
    Optional<String> environment = managed.name();
    environment.ifPresent(n -> document.put("managedEnvironment", managed.document(n)));
    FileRoles roles = new FileRoles(tree, gaps);
    new NodeFileRoles(roles, files, running, effective).collect();
    document.put("effective", settings.put("files", roles.build()).build());
    String nodeName = name.orElseGet(this::hostName);
    document.put("name", StringValue.of(nodeName));
    document.put(
        "kube_node_name",
        StringValue.of(flags(Component.KUBELET).value("hostname-override").orElse(nodeName)));
    document.put("tags", ArrayValue.of(tags.stream().map(StringValue::of).toList()));
    if (!gaps.errors().isEmpty()) {
      document.put("errors", ArrayValue.of(gaps.errors().stream().map(StringValue::of).toList()));
    }
    return new NodeDocument(type(environment), nodeName, document.build(), gaps.all());
  }

  private Flags flags(Component component) {
    return running.getOrDefault(component, Flags.parse(List.of()));
  }

  private String type(Optional<String> environment) {
    if (environment.isPresent()) {
      return switch (environment.get()) {
        case "eks" -> "aws_eks_worker_node";
        case "aks" -> "azure_aks_worker_node";
        default -> "gcp_gke_worker_node";
      };
    }
    boolean master =
        running.keySet().stream().anyMatch(component -> MANIFEST_NAMES.containsKey(component));
    return master ? "kubernetes_master_node" : "kubernetes_worker_node";
  }

  private String hostName() {
    return flags(Component.KUBELET)
        .value("hostname-override")
        .or(
            () ->
                files
                    .bytes("/etc/hostname")
                    .map(bytes -> new String(bytes, java.nio.charset.StandardCharsets.UTF_8).trim())
                    .filter(text -> !text.isEmpty()))
        .orElse("node");
  }

  private Optional<String> first(List<String> paths) {
    return paths.stream().filter(files::exists).findFirst();
  }

  private void manifests(ObjectValue.Builder document) {
    ObjectValue.Builder manifests = ObjectValue.builder();
    MANIFEST_NAMES.forEach(
        (component, name) -> {
          String path = MANIFESTS + name + ".yaml";
          if (files.exists(path)) {
            manifests.put(component.key, files.config(path, "manifests", component.key));
          }
        });
    document.put("manifests", manifests.build());
  }

  /** The files that configure a component, the weakest first. */
  private List<KubeletConfig.Layer> layers(Component component, Flags flags) {
    List<KubeletConfig.Layer> layers = new ArrayList<>();
    flags.value("config").ifPresent(path -> layer(layers, component, "file", path));
    if (component == Component.KUBELET) {
      flags
          .value("config-dir")
          .ifPresent(
              folder -> {
                for (String name : list(folder, component)) {
                  if (name.endsWith(".conf")) {
                    layer(layers, component, "dropin", folder + "/" + name);
                  }
                }
              });
    }
    return layers;
  }

  private List<String> list(String folder, Component component) {
    try {
      return tree.list(folder);
    } catch (IOException e) {
      String reason = folder + " cannot be read: " + e.getMessage();
      gaps.error(reason);
      unknown.put(component, reason);
      return List.of();
    }
  }

  private void layer(
      List<KubeletConfig.Layer> layers, Component component, String source, String path) {
    Value content = files.content(path);
    if (content instanceof ObjectValue object) {
      layers.add(new KubeletConfig.Layer(source, path, object));
    } else if (content != null || component == Component.KUBELET && files.exists(path)) {
      String reason = path + files.broken(path).orElse(" is no configuration file");
      gaps.error(reason);
      unknown.put(component, reason);
    }
  }

  private ObjectValue effective(
      Component component, Flags flags, List<KubeletConfig.Layer> layers) {
    EffectiveSettings settings = new EffectiveSettings(component, flags, layers);
    effective.put(component, settings);
    if (component == Component.API_SERVER) {
      new StructuredAccess(files, gaps, flags, settings).derive();
    }
    Optional<String> config = flags.value("config");
    String broken = unknown.get(component);
    if (broken != null) {
      // A file that cannot be read may say anything, and beats what other files say.
      settings.collectFlags();
      unsettled(component, settings, broken);
    } else if (component == Component.KUBELET && config.filter(p -> !files.exists(p)).isPresent()) {
      settings.collect(false);
      unsettled(component, settings, config.get() + " is missing");
    } else {
      // A kube-proxy in a pod names a file of its pod, which is not on the host.
      settings.collect(true);
    }
    if (component == Component.API_SERVER) {
      derive(flags, settings);
    }
    return settings.build();
  }

  /** What no flag settles is not known; gates of features add up, so no flag settles them. */
  private void unsettled(Component component, EffectiveSettings settings, String reason) {
    for (String flag : settings.fileFields().keySet()) {
      if (!settings.has(flag) || flag.equals("feature-gates")) {
        gaps.add(reason, "effective", component.key, flag);
      }
    }
  }

  private void derive(Flags flags, EffectiveSettings settings) {
    derive(flags, settings, "encryption-provider-config", "encryption-providers", "resources");
    derive(flags, settings, "audit-policy-file", "audit-policy-rules", "rules");
  }

  private void derive(
      Flags flags, EffectiveSettings settings, String flag, String name, String member) {
    Optional<String> path = flags.value(flag);
    if (path.isEmpty()) {
      return;
    }
    String[] place = {"effective", Component.API_SERVER.key, name};
    Value content = files.content(path.get(), place);
    if (content instanceof ObjectValue object && object.get(member) instanceof ArrayValue list) {
      ArrayValue.Builder summary = ArrayValue.builder();
      list.forEach(
          entry -> summary.add(member.equals("rules") ? entry : Encryption.summary(entry)));
      settings.derived(name, summary.build(), path.get());
    } else {
      gaps.add(path.get() + reason(content, member), place);
    }
  }

  private static String reason(@Nullable Value content, String member) {
    return content == null ? " is missing" : " has no list of " + member;
  }
}
