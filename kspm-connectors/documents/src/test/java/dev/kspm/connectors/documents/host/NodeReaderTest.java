package dev.kspm.connectors.documents.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kspm.rego.Json;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NodeReaderTest {
  private static final String CONFIG = "/var/lib/kubelet/config.yaml";

  private final MemoryTree tree = new MemoryTree();

  private NodeReaderTest file(String path, int mode, String content) {
    tree.file(path, 0, 998, mode, content.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  private NodeDocument read(String... commandLine) {
    List<String> args = new ArrayList<>(List.of(commandLine));
    return new NodeReader(tree, List.of(new HostProcess(7, args.get(0), args)))
        .read(Optional.of("n"), List.of());
  }

  private static String at(NodeDocument node, String... path) {
    Value here = node.document();
    for (String key : path) {
      here = here instanceof ObjectValue object ? object.get(key) : null;
    }
    return here == null ? "absent" : Json.write(here);
  }

  private static String kubelet(NodeDocument node, String setting) {
    return at(node, "effective", "kubelet", setting, "value")
        + " "
        + at(node, "effective", "kubelet", setting, "source").replace("\"", "");
  }

  @Test
  void flagsBeatDropInsBeatTheFile() {
    file(CONFIG, 0600, "{kind: KubeletConfiguration, maxPods: 1, podPidsLimit: 1, readOnlyPort: 1}")
        .file("/d/20-b.conf", 0600, "{maxPods: 3, podPidsLimit: 3}")
        .file("/d/10-a.conf", 0600, "{maxPods: 2, featureGates: {A: true}}")
        .file("/d/30-c.yaml", 0600, "{maxPods: 9}");
    NodeDocument node =
        read(
            "kubelet",
            "--config",
            CONFIG,
            "--config-dir=/d",
            "--pod-max-pids=4",
            "--feature-gates=B=false");
    assertThat(kubelet(node, "max-pods")).isEqualTo("3 dropin");
    assertThat(at(node, "effective", "kubelet", "max-pods", "path")).isEqualTo("\"/d/20-b.conf\"");
    assertThat(kubelet(node, "pod-max-pids")).isEqualTo("4 flag");
    assertThat(kubelet(node, "read-only-port")).isEqualTo("1 file");
    assertThat(kubelet(node, "feature-gates")).isEqualTo("{\"A\":true,\"B\":false} flag");
    assertThat(kubelet(node, "anonymous-auth")).isEqualTo("false default");
    assertThat(at(node, "effective", "files", "kubelet_config"))
        .isEqualTo("[{\"group\":\"998\",\"mode\":384,\"path\":\"" + CONFIG + "\",\"user\":\"0\"}]");
  }

  @Test
  void defaultsDependOnAConfigurationFile() {
    NodeDocument node = read("kubelet", "--rotate-certificates", "--read-only-port=0");
    assertThat(kubelet(node, "anonymous-auth")).isEqualTo("true default");
    assertThat(kubelet(node, "authorization-mode")).isEqualTo("\"AlwaysAllow\" default");
    assertThat(kubelet(node, "rotate-certificates")).isEqualTo("true flag");
    assertThat(at(node, "components", "kubelet", "rotate-certificates")).isEqualTo("absent");
    assertThat(at(node, "components", "kubelet", "read-only-port")).isEqualTo("0");
    assertThat(kubelet(node, "streaming-connection-idle-timeout"))
        .isEqualTo("14400000000000 default");
    assertThat(kubelet(node, "client-ca-file")).isEqualTo("absent absent");
  }

  @Test
  void aDurationOfZeroInAFileIsNotSet() {
    file(CONFIG, 0600, "{kind: KubeletConfiguration, streamingConnectionIdleTimeout: 0s}");
    assertThat(kubelet(read("kubelet", "--config=" + CONFIG), "streaming-connection-idle-timeout"))
        .isEqualTo("14400000000000 default");
    assertThat(
            kubelet(
                read("kubelet", "--streaming-connection-idle-timeout=0"),
                "streaming-connection-idle-timeout"))
        .isEqualTo("0 flag");
  }

  @Test
  void aMissingConfigurationFileLeavesItsSettingsUnknown() {
    NodeDocument node = read("kubelet", "--config=/nowhere", "--max-pods=5");
    assertThat(kubelet(node, "max-pods")).isEqualTo("5 flag");
    assertThat(kubelet(node, "anonymous-auth")).isEqualTo("absent absent");
    assertThat(node.gaps())
        .extracting(gap -> gap.path().toString())
        .contains("[\"effective\", \"kubelet\", \"anonymous-auth\"]")
        .doesNotContain("[\"effective\", \"kubelet\", \"max-pods\"]");
  }

  @Test
  void anUnreadableFileIsAGap() {
    tree.unreadable(CONFIG, 0, 0, 0600, "permission denied");
    NodeDocument node = read("kubelet", "--config=" + CONFIG);
    assertThat(node.gaps())
        .extracting(NodeDocument.Gap::reason)
        .contains(CONFIG + " cannot be read: permission denied");
    assertThat(node.gaps()).extracting(gap -> gap.path().get(0)).contains(text("effective"));
  }

  private String apiServer(String setting, String... commandLine) {
    NodeDocument node = read(commandLine);
    String gap =
        node.gaps().stream()
            .filter(g -> g.path().get(g.path().size() - 1).equals(text(setting)))
            .map(g -> " gap: " + g.reason())
            .findFirst()
            .orElse("");
    return at(node, "effective", "kubeApiserver", setting, "value")
        + " "
        + at(node, "effective", "kubeApiserver", setting, "source").replace("\"", "")
        + gap;
  }

  @Test
  void theModesOfAuthorizationMayBeInAFile() {
    String flag = "--authorization-config=/z.yaml";
    file("/z.yaml", 0600, "{authorizers: [{type: Node, name: a}, {type: RBAC, name: b}]}");
    assertThat(apiServer("authorization-mode", "kube-apiserver", flag))
        .isEqualTo("[\"Node\",\"RBAC\"] file");
    assertThat(apiServer("authorization-mode", "kube-apiserver", flag, "--authorization-mode=RBAC"))
        .isEqualTo("[\"RBAC\"] flag");
    assertThat(apiServer("authorization-mode", "kube-apiserver"))
        .isEqualTo("[\"AlwaysAllow\"] default");
    file("/z.yaml", 0600, "{authorizers: [{name: a}]}");
    assertThat(apiServer("authorization-mode", "kube-apiserver", flag))
        .isEqualTo("absent absent gap: /z.yaml has no list of authorizers");
    tree.unreadable("/z.yaml", 0, 0, 0600, "permission denied");
    assertThat(apiServer("authorization-mode", "kube-apiserver", flag))
        .isEqualTo("absent absent gap: /z.yaml cannot be read: permission denied");
  }

  @Test
  void anonymousRequestsMayBeSwitchedOffInAFile() {
    String flag = "--authentication-config=/a.yaml";
    file("/a.yaml", 0600, "{anonymous: {enabled: false}}");
    assertThat(apiServer("anonymous-auth", "kube-apiserver", flag)).isEqualTo("false file");
    file("/a.yaml", 0600, "{jwt: []}");
    assertThat(apiServer("anonymous-auth", "kube-apiserver", flag)).isEqualTo("true default");
    file("/a.yaml", 0600, "jwt: [");
    assertThat(apiServer("anonymous-auth", "kube-apiserver", flag))
        .startsWith("absent absent gap: /a.yaml:");
    assertThat(apiServer("anonymous-auth", "kube-apiserver", "--authentication-config=/none"))
        .isEqualTo("absent absent gap: /none is missing");
  }

  @Test
  void aBrokenCertificateKeepsItsPath() {
    file("/ca.crt", 0644, "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
    NodeDocument node = read("kube-apiserver", "--client-ca-file=/ca.crt");
    assertThat(at(node, "components", "kubeApiserver", "client-ca-file", "path"))
        .isEqualTo("\"/ca.crt\"");
    assertThat(at(node, "errors")).contains("/ca.crt is no certificate");
    assertThat(node.type()).isEqualTo("kubernetes_master_node");
  }

  @Test
  void aProcessWithoutArgumentsIsUnknown() {
    NodeDocument node =
        new NodeReader(tree, List.of(new HostProcess(9, "kubelet", List.of())))
            .read(Optional.of("n"), List.of());
    assertThat(at(node, "components", "kubelet")).isEqualTo("absent");
    assertThat(node.gaps())
        .extracting(NodeDocument.Gap::reason)
        .containsExactly("process 9 has no arguments");
  }

  @Test
  void anotherProgramMayHaveTheApiServersName() {
    NodeDocument node = read("apiserver", "--datastore-path=/x");
    assertThat(at(node, "components")).isEqualTo("{}");
    assertThat(node.type()).isEqualTo("kubernetes_worker_node");
  }

  @ParameterizedTest
  @CsvSource({
    "'a=b,eks.amazonaws.com/x=y', aws_eks_worker_node",
    "'agentpool=a,kubernetes.azure.com/x=y', azure_aks_worker_node",
    "'cloud.google.com/gke-x=y', gcp_gke_worker_node",
    "'a=b', kubernetes_worker_node"
  })
  void theTypeFollowsFromLabels(String labels, String type) {
    assertThat(read("kubelet", "--node-labels=" + labels).type()).isEqualTo(type);
  }

  @ParameterizedTest
  @CsvSource({
    "https://X.gr7.eu-central-1.eks.amazonaws.com, aws_eks_worker_node",
    "https://a.hcp.westeurope.azmk8s.io:443, azure_aks_worker_node",
    "https://eks.amazonaws.com.example.org, kubernetes_worker_node"
  })
  void theTypeFollowsFromTheKubeconfig(String server, String type) {
    file(
        "/k",
        0600,
        "{clusters: [{name: c, cluster: {server: '"
            + server
            + "'}}],"
            + " users: [{name: u, user: {token: hush, client-key: k.pem}}]}");
    file("/k.pem", 0600, "hush");
    NodeDocument node = read("kubelet", "--kubeconfig=/k");
    assertThat(node.type()).isEqualTo(type);
    assertThat(Json.write(node.document()))
        .doesNotContain("hush")
        .contains("\"useToken\":true", "\"path\":\"/k.pem\"");
  }

  @Test
  void encryptionKeysNeverEnter() {
    file(
        "/e.yaml",
        0600,
        "resources: [{resources: [secrets], providers:"
            + " [{aescbc: {keys: [{name: k1, secret: hush}]}}, {identity: {}}]}]");
    NodeDocument node = read("kube-apiserver", "--encryption-provider-config=/e.yaml");
    assertThat(at(node, "effective", "kubeApiserver", "encryption-providers", "value"))
        .isEqualTo("[{\"providers\":[\"aescbc\",\"identity\"],\"resources\":[\"secrets\"]}]");
    assertThat(Json.write(node.document())).doesNotContain("hush").contains("\"name\":\"k1\"");
  }

  @Test
  void linksAreFollowedInsideTheRoot() throws IOException {
    file("/real/ca.crt", 0644, "x");
    tree.link("/a", "/real");
    tree.link("/real/loop", "/real/loop");
    tree.link("/up", "../../../../real/ca.crt");
    assertThat(tree.stat("/a/ca.crt")).isPresent();
    assertThat(tree.stat("/up")).isPresent();
    assertThat(tree.list("/a")).containsExactly("ca.crt", "loop");
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> tree.stat("/real/loop"))
        .hasMessage("a loop of symbolic links");
  }

  @ParameterizedTest
  @CsvSource({
    "4h0m0s, 14400000000000",
    "0, 0",
    "1.5s, 1500000000",
    "-5m, -300000000000",
    "250ms, 250000000"
  })
  void durations(String text, long nanoseconds) {
    assertThat(GoDuration.nanoseconds(text)).contains(nanoseconds);
  }

  private static Value text(String text) {
    return StringValue.of(text);
  }
}
