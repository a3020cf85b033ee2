package dev.kspm.rego;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kspm.rego.policy.LoadException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyLoaderTest {
  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    file("p.rego", "package p");
    file("sub/q.rego", "package q");
    file("top.json", "{\"a\": 1}");
    file("sub/deep/d.yaml", "b: two");
    file("readme.txt", "hello");
  }

  @Test
  void foldersBelowTheGivenOneAreKeysOfData() {
    LoadedPolicy loaded = PolicyLoader.create().load(List.of(folder.toString()));

    assertThat(loaded.sources())
        .extracting(source -> source.text().name())
        .containsExactly(folder + "/p.rego", folder + "/sub/q.rego");
    assertThat(loaded.data()).hasToString("{\"a\": 1, \"sub\": {\"deep\": {\"b\": \"two\"}}}");
  }

  @Test
  void aPrefixPutsDataBelowKeys() {
    assertThat(load("x.y/z:" + folder.resolve("top.json")).data())
        .hasToString("{\"x\": {\"y/z\": {\"a\": 1}}}");
    assertThat(load("x:" + folder.resolve("top.json").toUri()).data())
        .hasToString("{\"x\": {\"a\": 1}}");
  }

  @Test
  void ignoredNamesAreLeftOut() {
    LoadedPolicy loaded =
        PolicyLoader.create()
            .withIgnored(List.of("*.json", "deep", "["))
            .load(List.of(folder.toString()));

    assertThat(loaded.data().size()).isZero();
    assertThat(loaded.sources()).hasSize(2);
  }

  @Test
  void everythingThatIsWrongIsTold() throws IOException {
    file("broken.rego", "package b\n\np {");
    file("list.json", "[]");
    file("two.json", "{\"sub\": 5}");
    file("zero.json", "");

    assertThatThrownBy(() -> load(folder.toString()))
        .isInstanceOfSatisfying(
            LoadException.class,
            e ->
                assertThat(e.problems())
                    .extracting(LoadException.Problem::toString)
                    .containsExactly(
                        folder
                            + "/broken.rego:3: rego_parse_error: unexpected eof token"
                            + "\n\tp {\n\t  ^",
                        folder + "/list.json: document must be of type object",
                        folder
                            + "/two.json: merge error: conflicting values at data.sub, also"
                            + " defined in "
                            + folder
                            + "/sub/deep/d.yaml",
                        folder + "/zero.json: EOF"));
  }

  @Test
  void whatIsMissingIsTold() {
    assertThatThrownBy(() -> load(folder + "/nosuch"))
        .hasMessage("stat " + folder + "/nosuch: no such file or directory");
    assertThatThrownBy(() -> load("http://localhost/x"))
        .hasMessage("unsupported URL scheme: http://localhost/x");
  }

  @Test
  void linksAreFollowedEvenInCircles() throws IOException {
    Files.createSymbolicLink(folder.resolve("again"), folder.resolve("sub"));
    assertThat(load(folder.toString()).data())
        .hasToString(
            "{\"a\": 1, \"again\": {\"deep\": {\"b\": \"two\"}},"
                + " \"sub\": {\"deep\": {\"b\": \"two\"}}}");

    Path circle = Files.createDirectories(folder.resolve("one"));
    Files.createSymbolicLink(circle.resolve("circle"), circle);
    assertThatThrownBy(() -> load(circle.toString()))
        .hasMessageContaining(": too many levels of symbolic links");
  }

  private static LoadedPolicy load(String path) {
    return PolicyLoader.create().load(List.of(path));
  }

  private void file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
