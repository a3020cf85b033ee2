package dev.kspm.cli.rego;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kspm.rego.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GoJsonTest {
  @Test
  void keepsTheOrderOfMapsAndSortsValues() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("z", Json.read("{\"b\":[],\"a\":{\"c\":1}}"));
    document.put("a", List.of(1, true, "<&>"));
    document.put("e", Map.of());
    document.put("l", List.of());

    assertThat(GoJson.write(document))
        .isEqualTo(
            """
            {
              "z": {
                "a": {
                  "c": 1
                },
                "b": []
              },
              "a": [
                1,
                true,
                "\\u003c\\u0026\\u003e"
              ],
              "e": {},
              "l": []
            }""");
  }
}
