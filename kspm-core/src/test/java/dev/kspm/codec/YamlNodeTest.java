package dev.kspm.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kspm.rego.diagnostic.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlNodeTest {
  private static String wrong(String text) {
    try {
      return "read " + YamlNode.read(SourceText.of("f.yaml", text)).value();
    } catch (PlacedException e) {
      return e.file() + ":" + e.row() + ":" + e.column() + ": " + e.getMessage();
    }
  }

  @Test
  void scalarsAreThoseOfJson() {
    assertThat(
            YamlNode.read(SourceText.of("f", "{a: 1, b: 1.50, c: true, d: null, e: yes, f: '1'}"))
                .value()
                .toString())
        .isEqualTo(
            "{\"a\": 1, \"b\": 1.50, \"c\": true, \"d\": null, \"e\": \"yes\", \"f\": \"1\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a: 1\\na: 2 | f.yaml:2:1: duplicate key a",
        "a: &x [1]\\nb: *x | f.yaml:1:4: aliases are not allowed here",
        "a: [1 | f.yaml:2:1: expected ',' or ']', but got <stream end>",
        "[a]: 1 | f.yaml:1:1: a key must be text",
      })
  void wrongTextIsNamedWithItsPlace(String text, String message) {
    assertThat(wrong(text.replace("\\n", "\n") + "\n")).isEqualTo(message);
  }

  @Test
  void nothingIsNoDocument() {
    assertThat(wrong("")).isEqualTo("f.yaml:0:0: the file is empty");
    assertThat(wrong("a: 1\n---\nb: 2\n")).startsWith("f.yaml:2:1: ");
  }

  @Test
  void nestingIsBounded() {
    assertThat(wrong("[".repeat(100_000))).contains("nested too deeply");
    assertThat(wrong("- ".repeat(100_000))).contains("nested too deeply");
    assertThat(wrong("[".repeat(102) + "]".repeat(102))).contains("nested too deeply");
    assertThat(wrong("[".repeat(90) + "]".repeat(90))).startsWith("read [");
  }
}
