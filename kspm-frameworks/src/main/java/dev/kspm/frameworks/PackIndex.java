package dev.kspm.frameworks;

import dev.kspm.rego.Json;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * What is in the pack, since a jar cannot be listed. Immutable.
 *
 * @param rules ids, which are the names of folders below {@code kspm/rules}
 * @param libraries paths of Rego modules
 * @param frameworks paths of frameworks
 */
record PackIndex(List<String> rules, List<String> libraries, List<String> frameworks) {
  static PackIndex of(byte[] json) {
    if (!(Json.read(json) instanceof ObjectValue index)) {
      throw new IllegalStateException("the index of the pack is no object");
    }
    return new PackIndex(
        texts(index, "rules"), texts(index, "libraries"), texts(index, "frameworks"));
  }

  private static List<String> texts(ObjectValue index, String key) {
    List<String> texts = new ArrayList<>();
    if (index.get(key) instanceof ArrayValue array) {
      for (Value item : array) {
        if (item instanceof StringValue text) {
          texts.add(text.value());
        }
      }
    }
    return List.copyOf(texts);
  }
}
