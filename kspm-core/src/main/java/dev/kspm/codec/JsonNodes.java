package dev.kspm.codec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kspm.rego.Json;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.BooleanValue;
import dev.kspm.rego.value.NullValue;
import dev.kspm.rego.value.NumberValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.SetValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Jackson's trees to values and back, for hosts that have their documents in them. Thread-safe. */
public final class JsonNodes {
  private JsonNodes() {}

  /**
   * The value of a tree. Numbers keep their value; a missing node is refused.
   *
   * @throws IllegalArgumentException if there is no node
   */
  public static Value value(JsonNode node) {
    if (node instanceof MissingNode) {
      throw new IllegalArgumentException("a missing node has no value");
    }
    try (JsonParser parser = node.traverse()) {
      return Json.read(parser);
    } catch (IOException e) {
      throw new UncheckedIOException("a tree in memory could not be read", e);
    }
  }

  /**
   * The tree of a value. Sets become arrays in their order, keys that are no text become their Rego
   * text.
   */
  public static JsonNode node(Value value) {
    JsonNodeFactory make = JsonNodeFactory.instance;
    if (value instanceof NullValue) {
      return make.nullNode();
    } else if (value instanceof BooleanValue truth) {
      return make.booleanNode(truth.value());
    } else if (value instanceof NumberValue number) {
      return number.isLong() ? make.numberNode(number.asLong()) : make.numberNode(number.exact());
    } else if (value instanceof StringValue text) {
      return make.textNode(text.value());
    } else if (value instanceof ObjectValue object) {
      ObjectNode node = make.objectNode();
      object.forEach(
          (key, member) ->
              node.set(
                  key instanceof StringValue name ? name.value() : key.toString(), node(member)));
      return node;
    }
    ArrayNode node = make.arrayNode();
    if (value instanceof ArrayValue array) {
      array.forEach(element -> node.add(node(element)));
    } else if (value instanceof SetValue set) {
      set.forEach(element -> node.add(node(element)));
    }
    return node;
  }
}
