package dev.kspm.connectors.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kspm.resource.Completeness;
import dev.kspm.resource.ConnectorException;
import dev.kspm.resource.InputAccount;
import dev.kspm.resource.Resource;
import dev.kspm.resource.ResourceSnapshot;
import dev.kspm.resource.SkippedInput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SnapshotConnectorTest {
  private static final String POD =
      "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"a\",\"namespace\":\"x\"}}";
  private static final String NODE =
      "{\"apiVersion\":\"v1\",\"kind\":\"Node\",\"metadata\":{\"name\":\"n\"}}";

  @TempDir Path folder;

  private Path write(String name, String text) throws IOException {
    return write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private Path write(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, bytes);
  }

  private ResourceSnapshot read() {
    return SnapshotConnector.of(folder).snapshot();
  }

  private static List<String> keys(ResourceSnapshot snapshot) {
    return snapshot.resources().stream().map(r -> r.objectKey().local()).sorted().toList();
  }

  private static List<String> skipped(ResourceSnapshot snapshot) {
    return snapshot.input().skipped().stream()
        .map(s -> s.source() + " " + s.position() + " " + s.bytes() + " " + s.reason())
        .toList();
  }

  private void assertAccounted(ResourceSnapshot snapshot) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      long size = 0;
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        size += Files.size(file);
      }
      assertThat(snapshot.input().bytes().read()).isEqualTo(size);
    }
    long skippedBytes = snapshot.input().skipped().stream().mapToLong(SkippedInput::bytes).sum();
    assertThat(snapshot.input().bytes().skipped()).isEqualTo(skippedBytes);
  }

  private static final String EKS =
      "{\"cluster\":{\"name\":\"a\",\"arn\":\"arn:aws:eks:r:1:cluster/a\"}}";

  private static List<Completeness.State> subnets(ResourceSnapshot snapshot) {
    return snapshot.completeness().stream()
        .filter(word -> word.resourceType().equals("aws_subnet"))
        .map(Completeness::state)
        .toList();
  }

  @Test
  void aClusterAloneSaysThatNobodyAskedForItsAccount() throws IOException {
    write("cluster.json", EKS);
    assertThat(subnets(read())).containsExactly(Completeness.State.NOT_ASKED);
    write("listed.json", "{\"Roles\": []}");
    assertThat(subnets(read())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.json|An error occurred (AccessDenied) when calling the DescribeSubnets operation: no",
        "a.json|Error from server (Forbidden): pods is forbidden",
        "a.txt|ERROR: (AuthorizationFailed) The client does not have authorization",
        "a.json|''",
        "a.json|{\"Subnets\": ["
      })
  void whatWasAskedForAndRefusedIsMissing(String name, String message) throws IOException {
    write("cluster.json", EKS);
    write(name, message);
    ResourceSnapshot snapshot = read();
    assertThat(subnets(snapshot)).isEmpty();
    assertThat(snapshot.holes())
        .filteredOn(hole -> hole.resourceType().equals("aws_subnet"))
        .hasSize(1);
    assertAccounted(snapshot);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "json list | x.json | {\"kind\":\"List\",\"apiVersion\":\"v1\",\"items\":[POD,NODE]}",
        "json lines | x.jsonl | POD\\nNODE\\n",
        "array | x.json | [POD, NODE]",
        "yaml documents | x.yaml | # c\\n---\\nPOD\\n---\\nNODE\\n",
        "no suffix | x | ---\\nPOD\\n---\\nNODE\\n"
      })
  void formats(String about, String name, String text) throws IOException {
    write(name, text.replace("POD", POD).replace("NODE", NODE).replace("\\n", "\n"));
    ResourceSnapshot snapshot = read();
    assertThat(keys(snapshot)).containsExactly("core/Node//n", "core/Pod/x/a");
    assertThat(snapshot.input().documents()).isEqualTo(new InputAccount.Count(2, 2, 0));
    assertThat(snapshot.input().bytes().skipped()).isZero();
    assertAccounted(snapshot);
  }

  @Test
  void namesOfFilesAreNoEvidence() throws IOException {
    write("services.json", POD);
    assertThat(keys(read())).containsExactly("core/Pod/x/a");
  }

  @Test
  void utf16OfPowerShellIsUnderstood() throws IOException {
    byte[] text = POD.getBytes(StandardCharsets.UTF_16LE);
    byte[] marked = new byte[text.length + 2];
    marked[0] = (byte) 0xFF;
    marked[1] = (byte) 0xFE;
    System.arraycopy(text, 0, marked, 2, text.length);
    write("p.json", marked);
    assertThat(keys(read())).containsExactly("core/Pod/x/a");
    assertAccounted(read());
  }

  @Test
  void archivesHoldTheSameAsFolders() throws IOException {
    byte[] tar = tar("a/pod.json", POD, "b/node.json", NODE);
    for (byte[] archive : List.of(tar, gzip(tar), zip("pod.json", POD, "b/node.json", NODE))) {
      Path file = write("archive.bin", archive);
      assertThat(keys(SnapshotConnector.of(file).snapshot()))
          .containsExactly("core/Node//n", "core/Pod/x/a");
      assertThat(
              keys(
                  SnapshotConnector.of(new ByteArrayInputStream(archive), SnapshotOptions.DEFAULT)
                      .snapshot()))
          .containsExactly("core/Node//n", "core/Pod/x/a");
    }
  }

  @Test
  void aPlainGzipFileIsUnpacked() throws IOException {
    write("pod.json.gz", gzip(POD.getBytes(StandardCharsets.UTF_8)));
    assertThat(keys(read())).containsExactly("core/Pod/x/a");
  }

  @Test
  void foldersOfNodesAreNodes() throws IOException {
    byte[] host = tar("etc/hostname", "h\n");
    String processes = "[{\"pid\":1,\"name\":\"kubelet\",\"args\":[\"kubelet\",\"--v=2\"]}]";
    write("n1/hostroot.tar", host);
    write("n1/processes.json", processes);
    write("n1/node.json", "{\"name\":\"first\",\"tags\":[\"team:a\"]}");
    write("pods.json", POD);
    ResourceSnapshot snapshot = read();
    Resource node =
        snapshot.resources().stream()
            .filter(r -> r.type().equals("kubernetes_worker_node"))
            .findFirst()
            .orElseThrow();
    assertThat(node.name()).isEqualTo("first");
    assertThat(node.tags()).containsExactly("team:a");
    assertThat(snapshot.clusters()).hasSize(1);
    assertAccounted(snapshot);
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "-1, 0"})
  void theLimitForFilesIsExact(int more, int resources) throws IOException {
    write("pod.json", POD);
    write("node.json", NODE.substring(0, 20) + " ".repeat(0) + NODE.substring(20));
    SnapshotOptions options = SnapshotOptions.DEFAULT.withMaxFile(POD.length() + more);
    ResourceSnapshot snapshot = SnapshotConnector.of(folder, options).snapshot();
    assertThat(keys(snapshot)).filteredOn(key -> key.contains("Pod")).hasSize(resources);
    assertThat(skipped(snapshot))
        .hasSize(1 - resources)
        .allMatch(s -> s.endsWith("larger than " + (POD.length() - 1) + " bytes"));
    assertThat(snapshot.holes().isEmpty()).isEqualTo(resources == 1);
    assertAccounted(snapshot);
  }

  @Test
  void entriesOfArchivesHaveTheSameLimit() throws IOException {
    byte[] zip = zip("big.json", POD + " ".repeat(1_000_000), "node.json", NODE);
    Path file = write("a.zip", zip);
    SnapshotOptions options = SnapshotOptions.DEFAULT.withMaxFile(100_000);
    ResourceSnapshot snapshot = SnapshotConnector.of(file, options).snapshot();
    assertThat(keys(snapshot)).containsExactly("core/Node//n");
    assertThat(skipped(snapshot))
        .containsExactly("a.zip!big.json  1000072 larger than 100000 bytes");
  }

  @Test
  void aBombDoesNotExplode() throws IOException {
    ByteArrayOutputStream zeros = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(zeros)) {
      byte[] block = new byte[1 << 20];
      for (int i = 0; i < 64; i++) {
        gzip.write(block);
      }
    }
    write("bomb.gz", zeros.toByteArray());
    write("pod.json", POD);
    SnapshotOptions options = SnapshotOptions.DEFAULT.withMaxTotal(10 << 20);
    ResourceSnapshot snapshot = SnapshotConnector.of(folder, options).snapshot();
    assertThat(skipped(snapshot)).hasSize(1).allMatch(s -> s.contains("unpacks to more than"));
  }

  @Test
  void pathsOutOfAnArchiveAreRefused() throws IOException {
    write("a.tar", tar("../../etc/pod.json", POD, "node.json", NODE));
    ResourceSnapshot snapshot = read();
    assertThat(keys(snapshot)).containsExactly("core/Node//n");
    assertThat(skipped(snapshot))
        .containsExactly("a.tar!../../etc/pod.json  72 leads out of the archive");
    assertThat(snapshot.holes()).isNotEmpty();
  }

  @Test
  void loopsOfLinksEnd() throws IOException {
    write("pods/pod.json", POD);
    Files.createSymbolicLink(folder.resolve("pods/again"), folder);
    Files.createSymbolicLink(folder.resolve("self"), Path.of("self"));
    Files.createSymbolicLink(folder.resolve("out"), Path.of("/etc"));
    ResourceSnapshot snapshot = read();
    assertThat(keys(snapshot)).containsExactly("core/Pod/x/a");
    assertThat(skipped(snapshot))
        .containsExactly(
            "out  0 a link out of the snapshot",
            "pods/again  0 a loop of symbolic links",
            "self  0 a link that leads nowhere");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"a\":\\n [1,} | 2:5 | invalid character '}' looking for beginning of value",
        "{\"a\": 1, \"a\": 2} | 1:10 | key \"a\" occurs twice",
        "a: 1\\nb: [\\n | 3:1 | did not find expected node content",
        "a: 1\\na: 2\\n | 2:1 | key \"a\" occurs twice"
      })
  void brokenTextIsToldWithItsPlace(String text, String place, String reason) throws IOException {
    write("pod.json", POD);
    write("broken.yaml", text.replace("\\n", "\n"));
    ResourceSnapshot snapshot = read();
    assertThat(snapshot.input().skipped())
        .singleElement()
        .satisfies(
            s -> {
              assertThat(s.source()).isEqualTo("broken.yaml");
              assertThat(s.position()).isEqualTo(place);
              assertThat(s.reason()).isEqualTo(reason);
            });
    // Whatever was in there may be missing from every collection.
    assertThat(snapshot.holes())
        .anyMatch(
            hole -> hole.resourceType().equals("kubernetes_pod") && hole.document().isEmpty());
    assertAccounted(snapshot);
  }

  @Test
  void nestingAndAliasesAreBounded() throws IOException {
    write("pod.json", POD);
    write("deep.json", "[".repeat(100_000) + "]".repeat(100_000));
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
      bomb.append("a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ", ").repeat(10) + "]\n");
    }
    write("bomb.yaml", bomb.toString());
    assertThat(read().input().skipped())
        .extracting(SkippedInput::reason)
        .containsExactly(
            "document contains excessive aliasing", "more than 10000 levels of nesting");
  }

  @Test
  void otherFilesAreListedAndHarmless() throws IOException {
    write("pod.json", POD);
    write("README.md", "# Title\n- a\n b: [\n");
    write("empty.txt", "");
    write("picture.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2});
    write("known.json", "[{\"control\": \"1\"}]");
    ResourceSnapshot snapshot = read();
    assertThat(skipped(snapshot)).hasSize(4);
    assertThat(snapshot.holes()).isEmpty();
    assertAccounted(snapshot);
  }

  @Test
  void partsOfListsAreAccountedFor() throws IOException {
    write("list.json", "[" + POD + ", {\"other\": 1}]");
    ResourceSnapshot snapshot = read();
    assertThat(skipped(snapshot))
        .containsExactly(
            "list.json [1] 11 not recognised: no object of the Kubernetes API, answer of AWS,"
                + " resource of ARM or node");
    assertAccounted(snapshot);
  }

  @Test
  void whatHasNothingIsOneLine() throws IOException {
    assertThatThrownBy(this::read)
        .isInstanceOf(ConnectorException.class)
        .hasMessage(folder + ": nothing in it");
    Path broken = write("x.json", "{");
    assertThatThrownBy(this::read).hasMessage(folder + "/x.json:1:2: unexpected end of text");
    assertThatThrownBy(() -> SnapshotConnector.of(broken).snapshot())
        .hasMessage(broken + ":1:2: unexpected end of text");
    assertThatThrownBy(() -> SnapshotConnector.of(folder.resolve("none")).snapshot())
        .hasMessageEndingWith("none: no such file or folder");
    assertThatThrownBy(
            () ->
                SnapshotConnector.of(
                        new ByteArrayInputStream(POD.getBytes(StandardCharsets.UTF_8)),
                        SnapshotOptions.DEFAULT.withMaxFile(10))
                    .snapshot())
        .hasMessage("standard input: larger than 10 bytes");
  }

  @Test
  void theHostMayNameTheCluster() throws IOException {
    write("pod.json", POD);
    ResourceSnapshot snapshot =
        SnapshotConnector.of(folder, SnapshotOptions.DEFAULT.withCluster("prod")).snapshot();
    assertThat(snapshot.resources().get(0).key().value()).isEqualTo("prod/core/Pod/x/a");
  }

  private static byte[] tar(String... namesAndTexts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        byte[] text = namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8);
        TarArchiveEntry entry = new TarArchiveEntry(namesAndTexts[i]);
        entry.setSize(text.length);
        tar.putArchiveEntry(entry);
        tar.write(text);
        tar.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] zip(String... namesAndTexts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
        zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    }
    return bytes.toByteArray();
  }
}
