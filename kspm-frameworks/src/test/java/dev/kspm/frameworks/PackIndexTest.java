package dev.kspm.frameworks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The index is checked in; this is what keeps it true. */
class PackIndexTest {
  private static final Path RESOURCES = Path.of("src/main/resources");
  private static final Path INDEX =
      RESOURCES.resolve("META-INF/kspm/packs/" + BuiltInFrameworks.PACK + ".json");

  @Test
  void namesEveryFile() throws IOException {
    String wanted = index();
    Path made = Path.of("target", INDEX.getFileName().toString());
    Files.createDirectories(made.toAbsolutePath().getParent());
    Files.writeString(made, wanted);
    assertThat(INDEX)
        .as("copy %s over %s when files came or went", made, INDEX)
        .exists()
        .content()
        .isEqualTo(wanted);
  }

  @Test
  void isRead() throws IOException {
    PackIndex index = PackIndex.of(Files.readAllBytes(INDEX));
    assertThat(index.rules()).contains("kubelet-anonymous-auth").isSorted();
    assertThat(index.libraries()).contains("kspm/lib/node/node.rego");
    assertThat(index.frameworks()).contains("kspm/frameworks/cis-kubernetes/1.12.yaml");
  }

  private static String index() {
    List<String> rules =
        below("kspm/rules", path -> path.endsWith("/rule.yaml")).stream()
            .map(path -> path.split("/", -1)[2])
            .sorted()
            .toList();
    List<String> libraries =
        below("kspm/lib", path -> path.endsWith(".rego") && !path.endsWith("_test.rego"));
    List<String> frameworks = below("kspm/frameworks", path -> path.endsWith(".yaml"));
    return "{\n  \"id\": \""
        + BuiltInFrameworks.PACK
        + "\",\n  \"rules\": ["
        + lines(rules)
        + "],\n  \"libraries\": ["
        + lines(libraries)
        + "],\n  \"frameworks\": ["
        + lines(frameworks)
        + "]\n}\n";
  }

  private static String lines(List<String> texts) {
    return texts.stream()
        .map(text -> "\n    \"" + text + "\"")
        .collect(Collectors.joining(",", "", "\n  "));
  }

  private static List<String> below(String folder, Predicate<String> wanted) {
    try (Stream<Path> files = Files.walk(RESOURCES.resolve(folder))) {
      return files
          .map(path -> RESOURCES.relativize(path).toString().replace('\\', '/'))
          .filter(wanted)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
