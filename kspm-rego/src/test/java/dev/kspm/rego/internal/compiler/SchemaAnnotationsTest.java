package dev.kspm.rego.internal.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kspm.rego.PolicySource;
import dev.kspm.rego.RegoEngine;
import dev.kspm.rego.policy.CompileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaAnnotationsTest {
  private static final Path RECORDED = Path.of("src/test/resources/schemas.txt");

  private static final String SCHEMA =
      "{\"type\": \"object\", \"properties\": {\"pod\": {\"$ref\": \"#/definitions/pod\"}},"
          + " \"definitions\": {\"pod\": {\"allOf\": ["
          + "{\"type\": \"object\", \"properties\": {\"name\": {\"type\": \"string\"}}},"
          + " {\"type\": \"object\", \"properties\":"
          + " {\"ports\": {\"type\": \"array\", \"items\": {\"type\": \"integer\"}}}}]}}}";

  private static void compile(String rule) {
    compile(SCHEMA, rule);
  }

  private static void compile(String schema, String rule) {
    String text =
        "# METADATA\n# scope: package\n# schemas:\n# - input: "
            + schema
            + "\npackage schemas\n"
            + rule;
    RegoEngine.create().compile(List.of(PolicySource.of("s.rego", text)));
  }

  /**
   * Schemas of the input, each with OPA's message for a rule that compares {@code input.a} to 1.
   */
  static Stream<Arguments> recorded() throws IOException {
    List<String> lines = Files.readAllLines(RECORDED);
    return IntStream.range(0, lines.size() / 2)
        .mapToObj(i -> Arguments.of(lines.get(2 * i), lines.get(2 * i + 1).substring(2)));
  }

  @ParameterizedTest
  @MethodSource("recorded")
  void schemasAreReadAndCheckedAsByOpa(String schema, String message) {
    String told = "ok";
    try {
      compile(schema, "p if input.a == 1");
    } catch (CompileException e) {
      assertThat(e.diagnostics()).hasSize(1);
      assertThat(e.diagnostics().get(0).span().row()).isEqualTo(6);
      told = e.diagnostics().get(0).message();
    }
    assertThat(told).isEqualTo(message);
  }

  @Test
  void referencesAndUnitedSchemasTypeTheInput() {
    compile("p if { input.pod.name == \"a\"; input.pod.ports[_] == 80 }");
    assertThatThrownBy(() -> compile("p if input.pod.nam == \"a\""))
        .isInstanceOf(CompileException.class)
        .hasMessageContaining("s.rego:6")
        .hasMessageContaining("undefined ref: input.pod.nam");
    assertThatThrownBy(() -> compile("p if input.pod.ports[_] == \"http\""))
        .isInstanceOf(CompileException.class)
        .hasMessageContaining("match error");
  }
}
