package dev.kspm.cli.rego;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kspm.rego.policy.RegoVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegoFilesTest {
  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    Files.createDirectories(folder.resolve("sub/deep"));
    Files.writeString(folder.resolve("p.rego"), "package p");
    Files.writeString(folder.resolve("sub/q.rego"), "package q");
    Files.writeString(folder.resolve("top.json"), "{\"a\": 1}");
    Files.writeString(folder.resolve("sub/deep/d.yaml"), "b: two");
    Files.writeString(folder.resolve("readme.txt"), "hello");
  }

  @Test
  void foldersBelowTheGivenOneAreKeysOfData() {
    RegoFiles files = load(List.of(), folder.toString());

    assertThat(files.problems()).isEmpty();
    assertThat(files.sources())
        .extracting(source -> source.text().name())
        .containsExactly(folder + "/p.rego", folder + "/sub/q.rego");
    assertThat(files.data()).hasToString("{\"a\": 1, \"sub\": {\"deep\": {\"b\": \"two\"}}}");
  }

  @Test
  void aPrefixPutsDataBelowAKey() {
    assertThat(load(List.of(), "x.y:" + folder.resolve("top.json")).data())
        .hasToString("{\"x\": {\"y\": {\"a\": 1}}}");
  }

  @Test
  void ignoredNamesAreLeftOut() {
    RegoFiles files = load(List.of("*.json", "deep"), folder.toString());

    assertThat(files.data().size()).isZero();
    assertThat(files.sources()).hasSize(2);
  }

  @Test
  void documentsThatDisagreeAreAProblem() throws IOException {
    Files.writeString(folder.resolve("two.json"), "{\"sub\": 5}");

    assertThat(load(List.of(), folder.toString()).problems())
        .extracting(LoadProblem::text)
        .containsExactly(
            folder
                + "/two.json: merge error: conflicting values at data.sub, also defined in "
                + folder
                + "/sub/deep/d.yaml");
  }

  @Test
  void whatIsNoObjectIsAProblem() throws IOException {
    Files.writeString(folder.resolve("list.json"), "[]");

    assertThat(load(List.of(), folder.toString()).problems())
        .extracting(LoadProblem::text)
        .containsExactly(folder + "/list.json: document must be of type object");
  }

  @Test
  void whatIsMissingIsAProblem() {
    assertThat(load(List.of(), folder + "/nosuch").problems())
        .extracting(LoadProblem::text)
        .containsExactly("stat " + folder + "/nosuch: no such file or directory");
  }

  private static RegoFiles load(List<String> ignore, String path) {
    RegoFiles files = new RegoFiles(RegoVersion.V1, ignore, true);
    files.load(path);
    return files;
  }
}
