package dev.kspm.connectors.documents.host;

import dev.kspm.connectors.documents.host.VersionedDefaults.Minor;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The components of Kubernetes that run on hosts, with their flags as Datadog's agent knows them
 * (Kubernetes 1.24 to 1.28, etcd 3.2 to 3.5) and their defaults. A line {@code before-1.27} has the
 * defaults that were others before that version.
 */
enum Component {
  ETCD(
      "etcd",
      Set.of("etcd"),
      "bool auto-tls client-cert-auth peer-auto-tls peer-client-cert-auth",
      "string tls-min-version",
      "cert cert-file peer-cert-file peer-trusted-ca-file trusted-ca-file",
      "key key-file peer-key-file",
      "dir data-dir",
      "default auto-tls=false client-cert-auth=false peer-auto-tls=false"
          + " peer-client-cert-auth=false tls-min-version=TLS1.2"),
  API_SERVER(
      "kubeApiserver",
      Set.of("kube-apiserver", "apiserver"),
      "bool allow-privileged anonymous-auth enable-bootstrap-token-auth profiling"
          + " service-account-lookup",
      "int audit-log-maxage audit-log-maxbackup audit-log-maxsize secure-port",
      "string audit-log-path bind-address feature-gates service-account-issuer"
          + " service-cluster-ip-range tls-min-version",
      "list authorization-mode disable-admission-plugins enable-admission-plugins"
          + " requestheader-allowed-names requestheader-extra-headers-prefix"
          + " requestheader-group-headers requestheader-username-headers tls-cipher-suites",
      "duration request-timeout",
      "admission admission-control-config-file",
      "config audit-policy-file",
      "encryption encryption-provider-config",
      "cert client-ca-file etcd-cafile etcd-certfile kubelet-certificate-authority"
          + " kubelet-client-certificate proxy-client-cert-file requestheader-client-ca-file"
          + " tls-cert-file",
      "key etcd-keyfile kubelet-client-key proxy-client-key-file service-account-key-file"
          + " service-account-signing-key-file tls-private-key-file",
      "token token-auth-file",
      "default allow-privileged=false anonymous-auth=true authorization-mode=AlwaysAllow"
          + " bind-address=0.0.0.0 profiling=true request-timeout=1m secure-port=6443"
          + " service-account-lookup=true",
      "effective service-account-extend-token-expiration=true"),
  CONTROLLER_MANAGER(
      "kubeControllerManager",
      Set.of("kube-controller-manager", "kube-controller", "controller-manager"),
      "bool profiling use-service-account-credentials",
      "int secure-port terminated-pod-gc-threshold",
      "string authorization-kubeconfig bind-address feature-gates service-cluster-ip-range"
          + " tls-min-version",
      "list requestheader-allowed-names requestheader-extra-headers-prefix"
          + " requestheader-group-headers requestheader-username-headers tls-cipher-suites",
      "kubeconfig authentication-kubeconfig kubeconfig",
      "cert client-ca-file cluster-signing-cert-file requestheader-client-ca-file root-ca-file"
          + " tls-cert-file",
      "key cluster-signing-key-file service-account-private-key-file tls-private-key-file",
      "default bind-address=0.0.0.0 profiling=true secure-port=10257"
          + " terminated-pod-gc-threshold=12500 requestheader-extra-headers-prefix=x-remote-extra-"
          + " requestheader-group-headers=x-remote-group"
          + " requestheader-username-headers=x-remote-user",
      "effective use-service-account-credentials=false"),
  KUBELET(
      "kubelet",
      Set.of("kubelet"),
      "bool anonymous-auth make-iptables-util-chains protect-kernel-defaults rotate-certificates"
          + " rotate-server-certificates",
      "int event-burst event-qps max-pods pod-max-pids read-only-port",
      "string address authorization-mode feature-gates hostname-override tls-min-version",
      "list tls-cipher-suites",
      "duration streaming-connection-idle-timeout",
      "kubelet_config config",
      "cert client-ca-file tls-cert-file",
      "key tls-private-key-file",
      "dir image-credential-provider-bin-dir",
      "config image-credential-provider-config",
      "kubeconfig kubeconfig",
      "default address=0.0.0.0 anonymous-auth=true authorization-mode=AlwaysAllow event-burst=100"
          + " event-qps=50 make-iptables-util-chains=true max-pods=110 pod-max-pids=-1"
          + " read-only-port=10255 streaming-connection-idle-timeout=4h",
      "before-1.27 event-burst=10 event-qps=5",
      "effective protect-kernel-defaults=false rotate-certificates=false"
          + " rotate-server-certificates=false seccomp-default=false"),
  PROXY(
      "kubeProxy",
      Set.of("kube-proxy"),
      "bool profiling",
      "string bind-address feature-gates hostname-override",
      "config config",
      "kubeconfig kubeconfig",
      "default bind-address=0.0.0.0",
      "effective metrics-bind-address=127.0.0.1:10249 profiling=false"),
  SCHEDULER(
      "kubeScheduler",
      Set.of("kube-scheduler"),
      "bool profiling",
      "int secure-port",
      "string authorization-kubeconfig bind-address feature-gates tls-min-version",
      "list requestheader-allowed-names requestheader-extra-headers-prefix"
          + " requestheader-group-headers requestheader-username-headers tls-cipher-suites",
      "config config",
      "kubeconfig authentication-kubeconfig kubeconfig",
      "cert client-ca-file requestheader-client-ca-file tls-cert-file",
      "key tls-private-key-file",
      "default bind-address=0.0.0.0 secure-port=10259 profiling=true"
          + " requestheader-extra-headers-prefix=x-remote-extra-"
          + " requestheader-group-headers=x-remote-group"
          + " requestheader-username-headers=x-remote-user");

  /** Flags that Datadog's agent does not know but that have a type. */
  private static final Map<String, FlagType> OTHERS =
      Map.of(
          "service-account-extend-token-expiration", FlagType.BOOL,
          "seccomp-default", FlagType.BOOL,
          "healthz-port", FlagType.INT,
          "tls-cipher-suites", FlagType.LIST,
          "cipher-suites", FlagType.LIST);

  private static final String BEFORE = "before-";

  /** The key in the document. */
  final String key;

  private final Set<String> programs;
  private final Map<String, FlagType> types = new HashMap<>();
  private final Map<String, String> defaults = new HashMap<>();
  private final Map<String, String> effectiveDefaults = new HashMap<>();

  /** What was another default before a version. */
  private final NavigableMap<Minor, Map<String, String>> earlierDefaults = new TreeMap<>();

  Component(String key, Set<String> programs, String... flags) {
    this.key = key;
    this.programs = programs;
    for (String line : flags) {
      List<String> words = List.of(line.split(" "));
      for (String word : words.subList(1, words.size())) {
        String[] pair = word.split("=", 2);
        if (words.get(0).startsWith(BEFORE)) {
          earlierDefaults
              .computeIfAbsent(minor(words.get(0)), version -> new HashMap<>())
              .put(pair[0], pair[1]);
          continue;
        }
        switch (words.get(0)) {
          case "default" -> {
            defaults.put(pair[0], pair[1]);
            effectiveDefaults.put(pair[0], pair[1]);
          }
          case "effective" -> effectiveDefaults.put(pair[0], pair[1]);
          default -> types.put(word, FlagType.valueOf(words.get(0).toUpperCase(Locale.ROOT)));
        }
      }
    }
  }

  /** The component that a process is, if any; one without arguments tells nothing. */
  static Optional<Component> of(HostProcess process) {
    // A program of Bottlerocket has the name of the API server.
    return process.args().isEmpty() || Flags.parse(process.args()).has("datastore-path")
        ? Optional.empty()
        : named(process);
  }

  /** The component whose program a process has by name. */
  static Optional<Component> named(HostProcess process) {
    for (Component component : values()) {
      if (component.programs.contains(process.name())
          || component.programs.contains(process.program())) {
        return Optional.of(component);
      }
    }
    return Optional.empty();
  }

  /** The type of a flag in the document of Datadog's agent, if it knows the flag. */
  Optional<FlagType> type(String flag) {
    return Optional.ofNullable(types.get(flag));
  }

  /** The type of a flag among the settings that take effect. */
  FlagType effectiveType(String flag) {
    FlagType known = types.getOrDefault(flag, OTHERS.get(flag));
    return known == null ? FlagType.STRING : known;
  }

  Map<String, String> defaults() {
    return Map.copyOf(defaults);
  }

  Map<String, String> effectiveDefaults() {
    return Map.copyOf(effectiveDefaults);
  }

  /** The defaults of a version that differ from {@link #effectiveDefaults}. */
  Map<String, String> defaultsOf(Minor version) {
    Map<String, String> differing = new HashMap<>();
    // The nearest change after the version tells what held until then.
    earlierDefaults
        .tailMap(version, false)
        .descendingMap()
        .forEach((before, defaults) -> differing.putAll(defaults));
    return differing;
  }

  private static Minor minor(String word) {
    return Minor.parse(word.substring(BEFORE.length())).orElseThrow();
  }

  Map<String, FlagType> types() {
    return Map.copyOf(types);
  }
}
