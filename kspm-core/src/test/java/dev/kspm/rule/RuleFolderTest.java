package dev.kspm.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleFolderTest {
  private static final String YAML = "id: %s\ntitle: t\nseverity: low\nresource_types: [x]\n";

  @TempDir Path folder;

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  @Test
  void rulesAndLibrariesAreFoundAtAnyDepth() throws IOException {
    write("rules/b/rule.rego", "package datadog");
    write("rules/b/rule.yaml", YAML.formatted("b"));
    write("a/rule.rego", "package datadog");
    write("a/rule.yaml", YAML.formatted("a"));
    write("a/rule_test.rego", "package datadog_test");
    write("lib/names/names.rego", "package kspm.lib.names");
    write("lib/names/names_test.rego", "package kspm.lib.names_test");
    RuleFolder read = RuleFolder.read(folder);
    assertThat(read.rules()).extracting(Rule::id).containsExactly("a", "b");
    assertThat(read.libraries()).hasSize(1);
    assertThat(read.problems()).isEmpty();
  }

  @Test
  void whatIsWrongIsListedAndTheOthersAreRead() throws IOException {
    write("good/rule.rego", "package datadog");
    write("good/rule.yaml", YAML.formatted("good"));
    write("lonely/rule.yaml", YAML.formatted("x"));
    write("silent/rule.rego", "package datadog");
    write("stray/other.rego", "package other");
    write("big/rule.rego", "#".repeat((1 << 20) + 1));
    write("big/rule.yaml", YAML.formatted("big"));
    write("limit/rule.rego", "#".repeat(1 << 20));
    write("limit/rule.yaml", YAML.formatted("limit"));
    Files.createDirectories(folder.resolve("odd"));
    Files.write(folder.resolve("odd/rule.rego"), new byte[] {(byte) 0xff});
    write("odd/rule.yaml", YAML.formatted("odd"));
    RuleFolder read = RuleFolder.read(folder);
    assertThat(read.rules()).extracting(Rule::id).containsExactly("good", "limit");
    assertThat(read.problems())
        .extracting(problem -> problem.toString().replace(folder + "/", ""))
        .containsExactly(
            "big/rule.rego: rule_file_error: larger than 1048576 bytes",
            "lonely/rule.yaml: rule_file_error: no rule.rego beside it",
            "odd/rule.rego: rule_file_error: is not UTF-8",
            "silent/rule.rego: rule_file_error: no rule.yaml beside it",
            "stray/other.rego: rule_file_error: neither rule.rego nor below a folder named lib");
  }

  @Test
  void linksToFoldersAreToldAndHiddenFoldersLeftAlone() throws IOException {
    write("a/..data/rule.rego", "package datadog");
    write("a/..data/rule.yaml", YAML.formatted("a"));
    Files.createSymbolicLink(folder.resolve("a/rule.rego"), Path.of("..data/rule.rego"));
    Files.createSymbolicLink(folder.resolve("a/rule.yaml"), Path.of("..data/rule.yaml"));
    Files.createSymbolicLink(folder.resolve("b"), folder.resolve("a"));
    Files.createSymbolicLink(folder.resolve("c"), Path.of("nosuch"));
    Files.createSymbolicLink(folder.resolve("d"), folder);
    RuleFolder read = RuleFolder.read(folder);
    assertThat(read.rules()).extracting(Rule::id).containsExactly("a");
    assertThat(read.problems())
        .extracting(problem -> problem.toString().replace(folder + "/", ""))
        .containsExactly(
            "b: rule_file_error: a link to a folder is not followed",
            "c: rule_file_error: a link to nothing",
            "d: rule_file_error: a link to a folder is not followed");
    assertThat(RuleFolder.read(folder.resolve("a")).problems()).isEmpty();
    write("f/a/rule.rego", "package datadog");
    write("f/a/rule.yaml", YAML.formatted("a"));
    Path link = Files.createSymbolicLink(folder.resolve("g"), folder.resolve("f"));
    assertThat(RuleFolder.read(link).rules()).extracting(Rule::id).containsExactly("a");
  }

  @Test
  void anIdIsTheNameOfItsFolder() throws IOException {
    write("a/rule.rego", "package datadog");
    write("a/rule.yaml", YAML.formatted("b"));
    assertThat(RuleFolder.read(folder).problems())
        .extracting(problem -> problem.toString().replace(folder + "/", ""))
        .containsExactly(
            "a/rule.yaml:1:5: rule_file_error: id must be the name of the folder, a, not b");
    assertThat(RuleFolder.read(folder.resolve("a/../a/.")).problems()).hasSize(1);
    write("a/rule.yaml", YAML.formatted("a"));
    assertThat(RuleFolder.read(folder.resolve("a/../a/.")).problems()).isEmpty();
  }

  @Test
  void aLibraryHasItsOwnPackage() throws IOException {
    write("a/rule.rego", "package datadog");
    write("a/rule.yaml", YAML.formatted("a"));
    write("lib/good.rego", "# package x\npackage kspm.lib.good # words\n");
    write("lib/broken.rego", "what");
    write("lib/eval.rego", "# sets all verdicts\n  package datadog\n\neval(r) := \"pass\"");
    RuleFolder read = RuleFolder.read(folder);
    assertThat(read.libraries()).hasSize(2);
    assertThat(read.problems())
        .extracting(problem -> problem.toString().replace(folder + "/", ""))
        .containsExactly(
            "lib/eval.rego:2:3: rule_file_error: the package of a library is kspm.lib.<name>, not"
                + " datadog");
  }

  @Test
  void anEmptyOrMissingFolderIsAnError() {
    assertThat(catchThrowableOfType(RuleFileException.class, () -> RuleFolder.read(folder)))
        .hasMessage(folder + ": rule_file_error: no rule.rego in this folder");
    Path missing = folder.resolve("missing");
    assertThat(catchThrowableOfType(RuleFileException.class, () -> RuleFolder.read(missing)))
        .hasMessage(missing + ": rule_file_error: no such folder");
  }
}
