package dev.kspm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files that are there and cannot be read: one line each, verdicts that depend on them are
 * undecided, and nothing passes for want of them.
 *
 * <p>An administrator may read any file, so permissions cannot show this. A path that is too long
 * for the system cannot be opened by anybody.
 */
class UnreadableTest {
  private static final String NAMESPACE =
      "{\"apiVersion\": \"v1\", \"kind\": \"Namespace\", \"metadata\": {\"name\": \"shop\"}}";
  private static final String POLICIES =
      "{\"apiVersion\": \"networking.k8s.io/v1\", \"kind\": \"NetworkPolicyList\", \"items\": [";
  private static final String POLICY =
      "{\"metadata\": {\"namespace\": \"shop\", \"name\": \"n\"}, \"spec\": {\"podSelector\": {}}}";

  /** Passes where there is a policy, and fails where there is none. */
  private static final String RULE =
      "package datadog\n\neval(n) := \"pass\" if {\n\tsome p in"
          + " input.resources.kubernetes_network_policy\n\tp.metadata.namespace == n.metadata.name\n}"
          + " else := \"fail\"\n";

  private static final String ABOUT =
      "id: policy\ntitle: t\nseverity: low\nresource_types: [kubernetes_namespace]\nrego: v1\n";

  @TempDir Path folder;
  @TempDir Path rules;

  @Test
  void aFileOfASnapshot() throws IOException {
    Path rule = Files.createDirectories(rules.resolve("policy"));
    Files.writeString(rule.resolve("rule.rego"), RULE);
    Files.writeString(rule.resolve("rule.yaml"), ABOUT);
    Files.writeString(folder.resolve("namespaces.json"), NAMESPACE);
    Files.writeString(folder.resolve("policies.json"), POLICIES + POLICY + "]}");
    assertThat(line(scan(), "pass", "policy")).contains("shop");

    Files.writeString(folder.resolve("policies.json"), POLICIES + "]}");
    assertThat(line(scan(), "fail", "policy")).contains("shop");

    Path shallow = Files.createDirectories(folder.resolve("deep").resolve(longPath()));
    Files.writeString(shallow.resolve("more.json"), POLICIES + POLICY + "]}");
    Path parent = Files.createDirectories(folder.resolve("x").resolve(longPath()));
    Path tooDeep = parent.resolve("deep");
    Files.move(folder.resolve("deep"), tooDeep);
    try {
      CommandLineRun run = scan();
      assertThat(run.code()).isZero();
      assertThat(run.err().lines())
          .filteredOn(line -> line.endsWith(": cannot be read"))
          .hasSize(1)
          .allMatch(line -> line.startsWith("kspm: skipped x/"));
      assertThat(line(run, "unknown", "policy"))
          .contains("not everything could be read, such as x/");
      assertThat(run.out().lines()).noneMatch(line -> line.matches("(pass|fail),.*,policy,.*"));
      assertThat(scan("--fail-on-incomplete").code()).isEqualTo(3);
    } finally {
      Files.move(tooDeep, folder.resolve("deep"));
    }
  }

  /** Half of what systems allow, and a bit. */
  private static Path longPath() {
    Path path = Path.of("d".repeat(200));
    for (int i = 0; i < 11; i++) {
      path = path.resolve("d".repeat(200));
    }
    return path;
  }

  @Test
  void aFileOfANode() throws IOException {
    String name = "/" + "c".repeat(300);
    Files.writeString(
        folder.resolve("processes.json"),
        "[{\"pid\": 7, \"name\": \"kubelet\", \"args\": [\"/usr/bin/kubelet\", \"--config="
            + name
            + "\"]}]");
    CommandLineRun run = CommandLineRun.of("scan", "--node", folder.toString(), "--format", "csv");
    assertThat(run.code()).isZero();
    assertThat(run.err().strip())
        .startsWith("kspm: skipped " + folder + ": " + name + " cannot be read: ")
        .hasLineCount(1);
    assertThat(line(run, "unknown", "kubelet-anonymous-auth")).contains("cannot be read");
    assertThat(line(run, "unknown", "kubelet-config-mode")).contains("cannot be read");
    assertThat(run.out().lines())
        .noneMatch(line -> line.matches("pass,.*kubelet-(anonymous-auth|config-mode).*"));
  }

  private CommandLineRun scan(String... options) {
    List<String> args = new ArrayList<>();
    args.addAll(List.of("scan", "--snapshot", folder.toString(), "--format", "csv"));
    args.addAll(List.of("--rules", rules.toString()));
    args.addAll(List.of(options));
    return CommandLineRun.of(args.toArray(new String[0]));
  }

  /** The line of a report in CSV about a rule and a verdict. */
  private static String line(CommandLineRun run, String verdict, String rule) {
    return run.out()
        .lines()
        .filter(line -> line.startsWith(verdict + ",") && line.contains("," + rule + ","))
        .findFirst()
        .orElseThrow(() -> new AssertionError(verdict + " " + rule + "\n" + run));
  }
}
