package dev.kspm.rego.internal.builtins;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.BooleanValue;
import dev.kspm.rego.value.NullValue;
import dev.kspm.rego.value.NumberValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.io.IOException;
import java.io.InputStream;

/** Reads JSON of the corpus with Jackson, so that our own reader is not judged by itself. */
final class CorpusJson {
  private CorpusJson() {}

  static Value read(InputStream in) throws IOException {
    JsonFactory factory =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNumberLength(1_000_000)
                    .maxStringLength(100_000_000)
                    .maxNestingDepth(20_000)
                    .build())
            .build();
    try (JsonParser parser = factory.createParser(in)) {
      parser.nextToken();
      return value(parser);
    }
  }

  private static Value value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_ARRAY -> {
        ArrayValue.Builder array = ArrayValue.builder();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          array.add(value(parser));
        }
        yield array.build();
      }
      case START_OBJECT -> {
        ObjectValue.Builder object = ObjectValue.builder();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String key = parser.currentName();
          parser.nextToken();
          object.put(key, value(parser));
        }
        yield object.build();
      }
      case VALUE_STRING -> StringValue.of(parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> NumberValue.parse(parser.getText());
      case VALUE_TRUE -> BooleanValue.TRUE;
      case VALUE_FALSE -> BooleanValue.FALSE;
      default -> NullValue.NULL;
    };
  }
}
