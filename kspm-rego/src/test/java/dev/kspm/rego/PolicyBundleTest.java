package dev.kspm.rego;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kspm.rego.policy.RegoVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyBundleTest {
  /** A packed folder with {@code a/data.json}, made with GNU tar. */
  private static final String PACKED =
      "H4sIAAAAAAAAA+3RQQrCQAyF4aw9RegBbEM7DnibgKsuHGhHN+Ldra6saMXFIOL/bRKYgTx4XktxzSSGcJuTx/lkj7ENoqF8NJHDmH1QlSGlvPTv3fuP8nrn2df9mPbFblxL3XTd6/7N5v2bhdZEm2KJ7vx5/6fqWG3VzqtvBwEAAAAAAAAAAAAAAADwsQuixexNACgAAA==";

  @TempDir Path folder;

  @Test
  void theManifestSaysWhatTheBundleOwnsAndHowItIsWritten() throws IOException {
    file(
        "b/.manifest",
        """
        {"revision": "7", "roots": ["/a/", "x/y"], "rego_version": 0,
         "file_rego_versions": {"/a/new/*.rego": 1}}
        """);
    file("b/a/data.json", "{\"v\": 1}");
    file("b/a/old.rego", "package a.old\n\np { true }");
    file("b/a/new/n.rego", "package a.n\n\np if true");
    file("b/x/y/data.yaml", "w: 2");
    file("b/a/other.json", "{\"no\": 1}");
    file("b/.signatures.json", "{}");

    PolicyBundle bundle = PolicyLoader.create().bundle(folder.resolve("b"));

    assertThat(bundle.revision()).isEqualTo("7");
    assertThat(bundle.roots()).containsExactly("a", "x/y");
    assertThat(bundle.isSigned()).isTrue();
    assertThat(bundle.data()).hasToString("{\"a\": {\"v\": 1}, \"x\": {\"y\": {\"w\": 2}}}");
    assertThat(bundle.sources())
        .extracting(PolicySource::version)
        .containsExactly(RegoVersion.V1, RegoVersion.V0);
  }

  @Test
  void bundlesComeOnTopOfFiles() throws IOException {
    file("files.json", "{\"a\": {\"gone\": 1}, \"kept\": 2}");
    file("one/.manifest", "{\"roots\": [\"a\"]}");
    file("one/a/data.json", "{\"v\": 1}");
    file("two/.manifest", "{\"roots\": [\"b\"]}");
    file("two/b/p.rego", "package b\n\nv := data.a.v + data.kept");

    LoadedPolicy loaded =
        PolicyLoader.create()
            .load(
                List.of(folder + "/files.json"),
                List.of(folder + "/one", folder + "/two", folder + "/one"));
    CompiledPolicy policy = RegoEngine.create().compile(loaded.sources(), loaded.data());

    assertThat(policy.prepare("data.b.v").evaluate().value()).hasToString("3");
    assertThat(policy.prepare("data.a").evaluate().value()).hasToString("{\"v\": 1}");
    assertThat(policy.prepare("count(data.system.bundles)").evaluate().value()).hasToString("2");
  }

  @Test
  void bundlesThatOwnTheSameAreRefused() throws IOException {
    file("one/.manifest", "{\"roots\": [\"a\"]}");
    file("two/.manifest", "{\"roots\": [\"a/b\"]}");

    assertThatThrownBy(
            () -> PolicyLoader.create().load(List.of(), List.of(folder + "/one", folder + "/two")))
        .hasMessage(
            "bundle activation failed: detected overlapping roots in manifests for these bundles: ["
                + folder
                + "/one, "
                + folder
                + "/two] (a overlaps a/b)");
  }

  @Test
  void aPackedBundleComesFromAnyStream() throws IOException {
    ByteArrayInputStream stream = new ByteArrayInputStream(Base64.getDecoder().decode(PACKED));

    PolicyBundle bundle = PolicyLoader.create().bundle("packed", stream);

    assertThat(bundle.data()).hasToString("{\"a\": {\"v\": 1}}");
    assertThatThrownBy(
            () -> PolicyLoader.create().bundle("bad", new ByteArrayInputStream(new byte[20])))
        .hasMessage("bundle bad: bundle read failed: archive read failed: gzip: invalid header");
  }

  @Test
  void whatLiesOutsideOfTheRootsIsRefused() throws IOException {
    file("b/.manifest", "{\"roots\": [\"a\"]}");
    file("b/p.rego", "package c\n");

    assertThatThrownBy(() -> PolicyLoader.create().bundle(folder.resolve("b")))
        .hasMessageContaining("manifest roots [a] do not permit 'package c' in module '");
  }

  private void file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
