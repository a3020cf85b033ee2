package dev.kspm.rego.internal.compiler;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kspm.rego.PolicySource;
import dev.kspm.rego.RegoEngine;
import dev.kspm.rego.policy.CompileException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaAnnotationsTest {
  private static final String SCHEMA =
      "{\"type\": \"object\", \"properties\": {\"pod\": {\"$ref\": \"#/definitions/pod\"}},"
          + " \"definitions\": {\"pod\": {\"allOf\": ["
          + "{\"type\": \"object\", \"properties\": {\"name\": {\"type\": \"string\"}}},"
          + " {\"type\": \"object\", \"properties\":"
          + " {\"ports\": {\"type\": \"array\", \"items\": {\"type\": \"integer\"}}}}]}}}";

  private static void compile(String rule) {
    String text =
        "# METADATA\n# scope: package\n# schemas:\n# - input: "
            + SCHEMA
            + "\npackage schemas\n"
            + rule;
    RegoEngine.create().compile(List.of(PolicySource.of("s.rego", text)));
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
