package dev.kspm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nodes of which something is broken: it is listed, and what depends on it is undecided. */
class BadNodeTest {
  private static final String KUBELET =
      "[{\"pid\": 7, \"name\": \"kubelet\", \"args\": [\"/usr/bin/kubelet\","
          + " \"--config=/var/lib/kubelet/config.yaml\", \"--client-ca-file=/etc/ca.crt\"]}]";

  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    file("processes.json", KUBELET);
    file("var/lib/kubelet/config.yaml", "authentication: {anonymous: {enabled: false}}\n");
  }

  @Test
  void aBrokenCertificate() throws IOException {
    file("etc/ca.crt", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");

    CommandLineRun run = scan();
    assertThat(err(run)).startsWith("kspm: skipped DIR: /etc/ca.crt is no certificate: ");
    assertThat(err(run)).hasLineCount(1);
    assertThat(rules(run, "pass")).contains("kubelet-anonymous-auth");
  }

  @Test
  void aBrokenConfiguration() throws IOException {
    file("var/lib/kubelet/config.yaml", "authentication: [\n");

    CommandLineRun run = scan();
    assertThat(err(run).lines())
        .anyMatch(line -> line.startsWith("kspm: skipped DIR: /var/lib/kubelet/config.yaml:2:1: "));
    assertThat(rules(run, "pass")).doesNotContain("kubelet-anonymous-auth");
    assertThat(rules(run, "unknown")).contains("kubelet-anonymous-auth");
  }

  @Test
  void aLoopOfLinksCannotBeRead() throws IOException {
    Files.delete(folder.resolve("var/lib/kubelet/config.yaml"));
    Files.createSymbolicLink(folder.resolve("var/lib/kubelet/config.yaml"), Path.of("config.yaml"));

    CommandLineRun run = scan();
    assertThat(err(run).lines())
        .contains(
            "kspm: skipped DIR: /var/lib/kubelet/config.yaml cannot be read: a loop of symbolic"
                + " links");
    assertThat(rules(run, "unknown")).contains("kubelet-anonymous-auth", "kubelet-config-mode");
    assertThat(rules(run, "pass")).doesNotContain("kubelet-anonymous-auth", "kubelet-config-mode");
  }

  @Test
  void aProcessWithoutArguments() throws IOException {
    file("processes.json", "[{\"pid\": 7, \"name\": \"kubelet\", \"args\": []}]");

    CommandLineRun run = scan();
    assertThat(err(run)).isEqualTo("kspm: skipped DIR: process 7 has no arguments");
    assertThat(rules(run, "unknown")).contains("kubelet-anonymous-auth");
    assertThat(rules(run, "pass")).doesNotContain("kubelet-anonymous-auth");
  }

  @Test
  void whatIsNoDescription() throws IOException {
    file("processes.json", "[{\"pid\": 7}]");
    refused("kspm: DIR/processes.json: [0] has neither a name nor arguments");
    file("processes.json", "[{\"pid\": 7");
    refused("kspm: DIR/processes.json:1:11: unexpected end of text");
    file("processes.json", "{}");
    refused("kspm: DIR/processes.json: not a list of processes");
    file("processes.json", KUBELET);
    file("node.json", "[]");
    refused("kspm: DIR/node.json: not an object");
    Files.delete(folder.resolve("node.json"));
    file("hostroot.tar", "no archive");
    refused("kspm: DIR/hostroot.tar: not a tar archive, or one that was cut");
  }

  @Test
  void bothSidesOfTheLimitOnFiles() throws IOException {
    int size = KUBELET.length();
    assertThat(scan("--max-file", String.valueOf(size)).code()).isZero();
    refused(
        "kspm: DIR/processes.json: larger than " + (size - 1) + " bytes",
        "--max-file",
        String.valueOf(size - 1));
  }

  private void refused(String message, String... options) {
    CommandLineRun run = scan(options);
    assertThat(err(run)).isEqualTo(message);
    assertThat(run.out()).isEmpty();
    assertThat(run.code()).isEqualTo(2);
  }

  private CommandLineRun scan(String... options) {
    String[] args = new String[options.length + 5];
    System.arraycopy(
        new String[] {"scan", "--node", folder.toString(), "--format", "csv"}, 0, args, 0, 5);
    System.arraycopy(options, 0, args, 5, options.length);
    return CommandLineRun.of(args);
  }

  private String err(CommandLineRun run) {
    return run.err().strip().replace(folder.toString(), "DIR");
  }

  /** Rules with a verdict, from a report in CSV. */
  private static List<String> rules(CommandLineRun run, String verdict) {
    return run.out()
        .lines()
        .filter(line -> line.startsWith(verdict + ","))
        .map(line -> line.split(",")[2])
        .toList();
  }

  private void file(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
