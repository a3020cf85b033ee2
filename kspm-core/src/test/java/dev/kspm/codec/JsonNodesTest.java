package dev.kspm.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.kspm.rego.Json;
import dev.kspm.rego.value.NumberValue;
import dev.kspm.rego.value.SetValue;
import dev.kspm.rego.value.Value;
import org.junit.jupiter.api.Test;

class JsonNodesTest {
  private static final String TEXT =
      "{\"a\": [1, 2.5, 12345678901234567890, null, true, \"x\"], \"b\": {}}";

  @Test
  void treesAreReadAndWritten() throws JsonProcessingException {
    Value value = JsonNodes.value(new ObjectMapper().readTree(TEXT));
    assertThat(value).isEqualTo(Json.read(TEXT));
    assertThat(JsonNodes.value(JsonNodes.node(value))).isEqualTo(value);
  }

  @Test
  void setsBecomeArrays() {
    SetValue.Builder set = SetValue.builder();
    set.add(NumberValue.of(2));
    set.add(NumberValue.of(1));
    assertThat(JsonNodes.node(set.build())).hasToString("[1,2]");
  }

  @Test
  void whatIsMissingHasNoValue() {
    assertThatThrownBy(() -> JsonNodes.value(MissingNode.getInstance()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
