package dev.kspm.connectors.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kspm.spi.KspmPlugin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DocumentTypesTest {
  private static final Set<String> TYPES = new DocumentTypes().resourceTypes();

  @Test
  void everyTypeWithASchemaIsKnownAndEveryKnownTypeHasOne() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/kspm/schemas"))) {
      assertThat(files.map(file -> String.valueOf(file.getFileName()).replace(".json", "")))
          .filteredOn(type -> !type.equals("kubernetes_object"))
          .isNotEmpty()
          .isSubsetOf(TYPES);
    }
    assertThat(TYPES).allMatch(type -> DocumentSchemas.of(type).isPresent());
  }

  @Test
  void kindsThatAnInventoryMayLackAreKnown() {
    assertThat(TYPES)
        .containsAll(KubernetesKinds.OF_AN_INVENTORY)
        .containsAll(KubernetesKinds.THAT_MAY_LACK);
  }

  @Test
  void theyAreFoundOnTheClassPath() {
    assertThat(ServiceLoader.load(KspmPlugin.class)).anyMatch(DocumentTypes.class::isInstance);
  }
}
