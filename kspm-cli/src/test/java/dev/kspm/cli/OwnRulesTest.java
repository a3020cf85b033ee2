package dev.kspm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules from a folder: what is said of them, and what a scan makes of them. */
class OwnRulesTest {
  private static final String EXAMPLE = "../docs/examples/cluster";
  private static final String PASS = "package datadog\n\neval(r) = \"pass\"\n";

  @TempDir Path folder;

  @Test
  void mistypedResourceTypesAreErrorsAtTheirLine() throws IOException {
    rule("one", "resource_types: [aws_eks_clster]\nrelated_types: [kubernetes_pods, mine]", PASS);

    assertThat(validate())
        .isEqualTo(
            new CommandLineRun(
                2,
                "",
                lines(
                    "kspm: DIR/one/rule.yaml:4:18: rule_file_error: unknown resource type"
                        + " aws_eks_clster; did you mean aws_eks_cluster?",
                    "kspm: DIR/one/rule.yaml:5:17: rule_file_error: unknown resource type"
                        + " kubernetes_pods; did you mean kubernetes_pod?",
                    "kspm: DIR/one/rule.yaml:5:34: rule_file_error: unknown resource type mine")));
    CommandLineRun scan = scan();
    assertThat(scan.code()).isZero();
    assertThat(scan.out()).contains("one/rule.yaml:4:18: rule_file_error: unknown resource type");
  }

  @Test
  void aTypeOfOnesOwnCanBeAllowed() throws IOException {
    rule("one", "resource_types: [mine, kubernetes_virtual_service]", PASS);

    assertThat(validate("--allow-type", "mine"))
        .isEqualTo(new CommandLineRun(0, lines("1 rule is valid"), ""));
  }

  @Test
  void aFolderIsValidatedByItself() {
    CommandLineRun run =
        CommandLineRun.of("rules", "validate", "../kspm-frameworks/src/main/resources/kspm");

    assertThat(run.out()).matches("\\d+ rules are valid\\R");
    assertThat(run.err())
        .startsWith("kspm: warning: ")
        .contains(" already", " more); a scan with both is refused")
        .hasLineCount(1);
    assertThat(run.code()).isZero();
  }

  @Test
  void twoRulesOfOneIdAreAnError() throws IOException {
    rule("a/one", "resource_types: [kubernetes_pod]", PASS);
    rule("b/one", "resource_types: [kubernetes_pod]", PASS);

    assertThat(validate().err())
        .isEqualTo(
            lines(
                "kspm: DIR/b/one/rule.rego:1:1: rule_file_error: there is a rule one already:"
                    + " DIR/a/one/rule.rego"));
    assertThat(scan().err())
        .isEqualTo(
            lines("kspm: two rules with the id one: DIR/a/one/rule.rego and DIR/b/one/rule.rego"));
    assertThat(scan().code()).isEqualTo(2);
  }

  @Test
  void anIdIsTheNameOfItsFolder() throws IOException {
    rule("other", "resource_types: [kubernetes_pod]", PASS);
    file("other/rule.yaml", "id: One_1\ntitle: T\nseverity: low\nresource_types: [kubernetes_pod]");
    String notOne =
        lines(
            "kspm: DIR/other/rule.yaml:1:5: rule_file_error: id may have lower case letters, digits"
                + " and '-' only: One_1");

    assertThat(validate()).isEqualTo(new CommandLineRun(2, "", notOne));
    assertThat(scan()).isEqualTo(new CommandLineRun(2, "", notOne));
    file("other/rule.yaml", "id: one\ntitle: T\nseverity: low\nresource_types: [kubernetes_pod]");
    String notTheFolder =
        lines(
            "kspm: DIR/other/rule.yaml:1:5: rule_file_error: id must be the name of the folder,"
                + " other, not one");
    assertThat(validate()).isEqualTo(new CommandLineRun(2, "", notTheFolder));
    assertThat(scan()).isEqualTo(new CommandLineRun(2, "", notTheFolder));
  }

  @Test
  void theyRunWhicheverFrameworkIsChosen() throws IOException {
    rule("one", "resource_types: [kubernetes_pod]", "package datadog\n\neval(r) = \"fail\"\n");

    CommandLineRun all = scan("--framework", "cis-eks@1.8.0", "--format", "json");
    assertThat(all.out()).contains("\"id\": \"one\"");
    String with = scan("--framework", "cis-eks@1.8.0").out();
    String without =
        CommandLineRun.of("scan", "--snapshot", EXAMPLE, "--framework", "cis-eks@1.8.0").out();
    assertThat(frameworks(with)).hasSize(1).isEqualTo(frameworks(without));
    assertThat(with).contains(" one ");
  }

  private static List<String> frameworks(String table) {
    return table.lines().filter(line -> line.startsWith("cis-")).toList();
  }

  @Test
  void printedLinesGoToStandardError() throws IOException {
    rule(
        "one",
        "resource_types: [aws_eks_cluster]",
        "package datadog\n\neval(r) = \"fail\" {\n\tprint(\"saw\\u001b[2J\", r.name)\n}\n");

    assertThat(scan("--format", "csv").err())
        .isEqualTo(lines("one: DIR/one/rule.rego:4: saw\\u001b[2J shop"));
  }

  @Test
  void aBrokenLibraryHarmsOnlyItsReaders() throws IOException {
    file("lib/words.rego", "package kspm.lib.words\n\nyes := x\n");
    rule("one", "resource_types: [aws_eks_cluster]", PASS);
    rule(
        "two",
        "resource_types: [aws_eks_cluster]",
        "package datadog\n\nimport data.kspm.lib.words\n\neval(r) = \"pass\" { not words.no }\n");

    CommandLineRun run = scan();
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains(
            "DIR/lib/words.rego:3:8: rego_unsafe_var_error: var x is unsafe",
            "DIR/two/rule.rego:3:8: rule_library_error: library kspm.lib.words is broken:"
                + " DIR/lib/words.rego",
            "pod-privileged")
        .doesNotContain("one/rule.rego");
    assertThat(validate().err()).hasLineCount(2).contains("var x is unsafe", "two/rule.rego:3:8");
  }

  private CommandLineRun validate(String... options) {
    return run(List.of("rules", "validate", folder.toString()), options);
  }

  private CommandLineRun scan(String... options) {
    return run(List.of("scan", "--snapshot", EXAMPLE, "--rules", folder.toString()), options);
  }

  private CommandLineRun run(List<String> command, String... options) {
    List<String> all = new java.util.ArrayList<>(command);
    all.addAll(List.of(options));
    CommandLineRun run = CommandLineRun.of(all.toArray(String[]::new));
    return new CommandLineRun(
        run.code(),
        run.out().replace(folder.toString(), "DIR"),
        run.err().replace(folder.toString(), "DIR"));
  }

  private static String lines(String... lines) {
    return String.join(System.lineSeparator(), lines) + System.lineSeparator();
  }

  private void rule(String path, String types, String rego) throws IOException {
    file(path + "/rule.rego", rego);
    String id = path.substring(path.lastIndexOf('/') + 1);
    file(path + "/rule.yaml", "id: " + id + "\ntitle: T\nseverity: high\n" + types + "\n");
  }

  private void file(String name, String text) throws IOException {
    Path path = folder.resolve(name);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
