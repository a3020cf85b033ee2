package dev.kspm.connectors.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.kspm.rego.Json;
import dev.kspm.resource.Resource;
import dev.kspm.resource.ResourceSnapshot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Answers of real services, as documents. What was approved lies in {@code golden}; to approve a
 * change, copy the text of {@code target/golden} there.
 */
final class SampleDocumentsTest {
  private static final Path RESOURCES = Path.of("src/test/resources");

  @ParameterizedTest
  @ValueSource(strings = {"complete-prod", "complete-open", "moto", "aks", "datadog"})
  void documentsAreAsApproved(String sample) throws IOException {
    String text = Collected.golden(Collected.folder(RESOURCES.resolve("samples/" + sample)));
    Path now = Path.of("target/golden", sample + ".txt");
    Files.createDirectories(now.getParent());
    Files.writeString(now, text, StandardCharsets.UTF_8);
    assertThat(text)
        .isEqualTo(
            Files.readString(
                RESOURCES.resolve("golden/" + sample + ".txt"), StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"complete-prod", "complete-open", "moto", "aks", "datadog"})
  void documentsHaveTheirSchema(String sample) throws IOException {
    ResourceSnapshot snapshot = Collected.folder(RESOURCES.resolve("samples/" + sample));
    assertThat(snapshot.resources()).isNotEmpty();
    snapshot.resources().forEach(SampleDocumentsTest::validate);
  }

  static void validate(Resource resource) {
    byte[] schema = DocumentSchemas.of(resource.type()).orElseThrow();
    Schema compiled =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(new String(schema, StandardCharsets.UTF_8));
    List<Error> errors = compiled.validate(Json.write(resource.configuration()), InputFormat.JSON);
    assertThat(errors).as(resource.type() + " " + resource.name()).isEmpty();
  }
}
