package dev.kspm.connectors.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kspm.rego.Json;
import dev.kspm.rego.policy.JsonWriteOptions;
import dev.kspm.resource.ConnectorException;
import dev.kspm.resource.InputAccount;
import dev.kspm.resource.Resource;
import dev.kspm.resource.ResourceSnapshot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Nodes as they are on disk. What was approved lies in {@code golden}; to approve a change, copy
 * the text of {@code target/golden} there.
 */
final class NodeConnectorTest {
  private static final Path NODES = Path.of("src/test/resources/nodes");

  @TempDir Path root;

  @ParameterizedTest
  @CsvSource({
    "master-good, kubernetes_master_node, cp-good-1",
    "worker-default, kubernetes_worker_node, worker-1",
    "worker-bad, kubernetes_worker_node, worker-bad-1",
    "eks-al2023, aws_eks_worker_node, ip-192-0-2-11.eu-central-1.compute.internal",
    "eks-bottlerocket, aws_eks_worker_node, ip-192-0-2-13.eu-central-1.compute.internal",
    "aks-ubuntu, azure_aks_worker_node, aks-nodepool1-12345678-vmss000000"
  })
  void nodesAreAsApproved(String folder, String type, String name) throws IOException {
    ResourceSnapshot snapshot = NodeConnector.of(NODES.resolve(folder)).snapshot();
    assertThat(snapshot.resources()).hasSize(1);
    assertThat(snapshot.holes()).isEmpty();
    Resource node = snapshot.resources().get(0);
    assertThat(node.type()).isEqualTo(type);
    assertThat(node.name()).isEqualTo(name);
    assertThat(node.key().value()).isEqualTo(folder + "/node/" + name);
    String text = Json.write(node.configuration(), JsonWriteOptions.PRETTY) + "\n";
    assertThat(text).doesNotContain("PRIVATE KEY");
    Path now = Path.of("target/golden", folder + ".json");
    Files.createDirectories(now.getParent());
    Files.writeString(now, text, StandardCharsets.UTF_8);
    assertThat(text)
        .isEqualTo(
            Files.readString(
                Path.of("src/test/resources/golden", folder + ".json"), StandardCharsets.UTF_8));
    assertThat(snapshot.input().bytes().skipped()).isZero();
    assertThat(snapshot.input().documents().used()).isEqualTo(3);
  }

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }

  @Test
  void aMountedRootIsReadInPlace() throws IOException {
    write("etc/passwd", "root:x:0:0::/root:/bin/sh\n");
    write("etc/group", "wheel:x:0:\n");
    write("etc/hostname", "host-1\n");
    write("var/lib/kubelet/real.yaml", "{kind: KubeletConfiguration, maxPods: 7}");
    write(
        "processes.json",
        "[{\"pid\": 1, \"name\": \"kubelet\","
            + " \"args\": [\"kubelet\", \"--config=/etc/link.yaml\"]}]");
    Files.setPosixFilePermissions(
        root.resolve("var/lib/kubelet/real.yaml"), PosixFilePermissions.fromString("rw-r-----"));
    Files.createSymbolicLink(root.resolve("etc/link.yaml"), Path.of("/var/lib/kubelet/real.yaml"));
    Resource node = NodeConnector.of(root, "c").snapshot().resources().get(0);
    assertThat(node.key().value()).isEqualTo("c/node/host-1");
    assertThat(Json.write(node.configuration()))
        .contains("\"max-pods\":{\"path\":\"/etc/link.yaml\",\"source\":\"file\",\"value\":7}")
        .contains("\"mode\":416,\"path\":\"/etc/link.yaml\"");
  }

  @Test
  void filesOfAMountedRootAreCounted() throws IOException {
    String processes =
        "[{\"pid\": 1, \"name\": \"kubelet\", \"args\": [\"kubelet\", \"--config=/c.yaml\","
            + " \"--client-ca-file=/ca.crt\", \"--kubeconfig=/k.yaml\"]}]";
    write("processes.json", processes);
    write("etc/passwd", "root:x:0:0::/root:/bin/sh\n");
    write("c.yaml", "{kind: KubeletConfiguration, maxPods: 7}");
    write("k.yaml", "kind: [\n");
    write("ca.crt", "no certificate");
    write("etc/ignored", "nobody reads this");
    InputAccount account = NodeConnector.of(root).snapshot().input();
    assertThat(account.skipped())
        .extracting(skipped -> skipped.bytes() + " " + skipped.reason().split(" ")[0])
        .containsExactlyInAnyOrder("14 /ca.crt", "8 /k.yaml");
    long used = processes.length() + 26 + 40;
    assertThat(account.bytes()).isEqualTo(new InputAccount.Count(used + 22, used, 22));
    assertThat(account.documents().used()).isEqualTo(3);
  }

  @Test
  void aPipeIsNotWaitedFor() throws Exception {
    write(
        "processes.json",
        "[{\"pid\": 1, \"name\": \"kubelet\", \"args\": [\"kubelet\", \"--config=/c.yaml\"]}]");
    Process made =
        new ProcessBuilder("mkfifo", root.resolve("c.yaml").toString()).inheritIO().start();
    assertThat(made.waitFor()).isZero();
    ResourceSnapshot snapshot = NodeConnector.of(root).snapshot();
    assertThat(snapshot.holes())
        .extracting(hole -> hole.path() + " " + hole.reason())
        .contains(
            "[\"effective\", \"kubelet\", \"anonymous-auth\"] /c.yaml cannot be read: not a file");
  }

  @Test
  void aRunningHostTellsItsProcesses() throws IOException {
    write("proc/1/cmdline", "/sbin/init\0");
    write("proc/1/comm", "init\n");
    write("proc/77/cmdline", "/usr/bin/kubelet\0--max-pods=9\0");
    write("proc/77/comm", "kubelet\n");
    write("proc/78/cmdline", "");
    write("proc/78/comm", "kworker\n");
    ResourceSnapshot snapshot = NodeConnector.of(root).snapshot();
    Resource node = snapshot.resources().get(0);
    assertThat(Json.write(node.configuration())).contains("\"source\":\"flag\",\"value\":9");
    assertThat(snapshot.input().bytes().used()).isEqualTo(11 + 5 + 30 + 8 + 8);
  }

  @Test
  void withoutProcessesNothingIsKnown() throws IOException {
    write("etc/hostname", "host-1\n");
    ResourceSnapshot snapshot = NodeConnector.of(root).snapshot();
    assertThat(snapshot.holes())
        .extracting(hole -> hole.path().toString())
        .contains("[\"components\"]", "[\"effective\"]");
  }

  @Test
  void whatCannotBeStartedIsOneLine() throws IOException {
    assertThatThrownBy(() -> NodeConnector.of(root.resolve("none")).snapshot())
        .isInstanceOf(ConnectorException.class)
        .hasMessageEndingWith("none: no such folder");
    assertThatThrownBy(() -> NodeConnector.of(root).snapshot())
        .hasMessageEndingWith(": no host: expected hostroot.tar or a host's root");
    write("etc/hostname", "host-1");
    write("processes.json", "[1]");
    assertThatThrownBy(() -> NodeConnector.of(root).snapshot())
        .hasMessageEndingWith("processes.json: [0] is not a process");
    write("processes.json", "[\n{]");
    assertThatThrownBy(() -> NodeConnector.of(root).snapshot())
        .hasMessageContaining("processes.json:2:2: ");
    write("processes.json", "[]");
    write(
        "hostroot.tar", "this is no archive, but it is long enough to be taken for one".repeat(20));
    assertThatThrownBy(() -> NodeConnector.of(root).snapshot())
        .isInstanceOf(ConnectorException.class)
        .hasMessageContaining("hostroot.tar: not a tar archive");
  }

  @Test
  void aLoopOfLinksIsAHole() throws IOException {
    write("processes.json", "[{\"pid\": 1, \"name\": \"kubelet\", \"args\": [\"kubelet\"]}]");
    Files.createDirectories(root.resolve("etc/kubernetes"));
    Files.createSymbolicLink(root.resolve("etc/kubernetes/pki"), Path.of("pki"));
    ResourceSnapshot snapshot = NodeConnector.of(root).snapshot();
    assertThat(snapshot.holes())
        .extracting(hole -> hole.path() + " " + hole.reason())
        .contains(
            "[\"effective\", \"files\", \"pki\"] /etc/kubernetes/pki cannot be read: a loop of"
                + " symbolic links");
  }
}
