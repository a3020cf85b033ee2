package dev.kspm.rego.internal.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.kspm.rego.policy.DataException;
import dev.kspm.rego.policy.DataException.Problem;
import dev.kspm.rego.policy.JsonReadOptions;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.BooleanValue;
import dev.kspm.rego.value.NullValue;
import dev.kspm.rego.value.NumberText;
import dev.kspm.rego.value.NumberValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Reads one value from a parser of Jackson, for hosts that have one already. Usable once. */
public final class JacksonReader {
  private final JsonParser parser;
  private final JsonReadOptions options;
  private final Deque<Object> open = new ArrayDeque<>();
  private final Deque<StringValue> keys = new ArrayDeque<>();

  public JacksonReader(JsonParser parser, JsonReadOptions options) {
    this.parser = parser;
    this.options = options;
  }

  public Value read() throws IOException {
    try {
      JsonToken token = parser.hasCurrentToken() ? parser.currentToken() : parser.nextToken();
      while (true) {
        Value done = token(token);
        if (done != null && open.isEmpty()) {
          return done;
        }
        if (done != null) {
          add(done);
        }
        token = parser.nextToken();
      }
    } catch (JsonProcessingException e) {
      throw error(Problem.SYNTAX, e.getOriginalMessage());
    }
  }

  private void add(Value value) {
    Object container = open.getFirst();
    if (container instanceof ArrayValue.Builder array) {
      array.add(value);
    } else {
      ((ObjectValue.Builder) container).put(keys.pop(), value);
    }
  }

  /** The value that a token is or ends, or {@code null} when it only begins one. */
  private @Nullable Value token(@Nullable JsonToken token) throws IOException {
    if (token == null) {
      throw error(Problem.SYNTAX, "no value");
    }
    return switch (token) {
      case START_ARRAY -> begin(ArrayValue.builder());
      case START_OBJECT -> begin(ObjectValue.builder());
      case END_ARRAY -> ((ArrayValue.Builder) open.pop()).build();
      case END_OBJECT -> ((ObjectValue.Builder) open.pop()).build();
      case FIELD_NAME -> {
        keys.push(StringValue.of(parser.currentName()));
        yield null;
      }
      case VALUE_STRING -> StringValue.of(parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser.getText());
      case VALUE_TRUE -> BooleanValue.TRUE;
      case VALUE_FALSE -> BooleanValue.FALSE;
      case VALUE_NULL -> NullValue.NULL;
      case VALUE_EMBEDDED_OBJECT ->
          StringValue.of(Base64.getEncoder().encodeToString(parser.getBinaryValue()));
      default -> throw error(Problem.SYNTAX, "no value at " + token);
    };
  }

  private Value number(String text) {
    if (!NumberText.isJsonNumber(text)) {
      throw error(Problem.SYNTAX, text + " is no JSON number");
    }
    return NumberValue.parse(text);
  }

  private @Nullable Value begin(Object builder) {
    if (open.size() >= options.maxDepth()) {
      throw error(Problem.TOO_DEEP, "more than " + options.maxDepth() + " levels of nesting");
    }
    open.push(builder);
    return null;
  }

  private DataException error(Problem problem, String text) {
    JsonLocation place = parser.currentLocation();
    return new DataException(
        problem,
        text,
        text,
        Math.max(0, place.getByteOffset()),
        Math.max(1, place.getLineNr()),
        Math.max(1, place.getColumnNr()));
  }
}
