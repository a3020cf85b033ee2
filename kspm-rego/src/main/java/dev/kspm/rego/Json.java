package dev.kspm.rego;

import com.fasterxml.jackson.core.JsonParser;
import dev.kspm.rego.internal.json.JacksonReader;
import dev.kspm.rego.internal.json.JsonReader;
import dev.kspm.rego.internal.json.JsonWriter;
import dev.kspm.rego.internal.json.Utf8;
import dev.kspm.rego.policy.DataDocument;
import dev.kspm.rego.policy.JsonReadOptions;
import dev.kspm.rego.policy.JsonWriteOptions;
import dev.kspm.rego.value.Value;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * JSON text to values and back. Every method is thread-safe.
 *
 * <p>Numbers keep their text. What is no UTF-8 becomes U+FFFD, a character for each byte. Broken
 * text throws {@link dev.kspm.rego.policy.DataException} with the place.
 */
public final class Json {
  private Json() {}

  /**
   * Reads one document.
   *
   * @throws dev.kspm.rego.policy.DataException if the bytes are not exactly one JSON value
   */
  public static Value read(byte[] bytes) {
    return read(bytes, JsonReadOptions.DEFAULT);
  }

  /**
   * Reads one document.
   *
   * @throws dev.kspm.rego.policy.DataException if the bytes are not exactly one JSON value
   */
  public static Value read(byte[] bytes, JsonReadOptions options) {
    return new JsonReader(bytes, options).readOnly();
  }

  /**
   * Reads one document.
   *
   * @throws dev.kspm.rego.policy.DataException if the text is not exactly one JSON value
   */
  public static Value read(String text) {
    return read(text, JsonReadOptions.DEFAULT);
  }

  /**
   * Reads one document.
   *
   * @throws dev.kspm.rego.policy.DataException if the text is not exactly one JSON value
   */
  public static Value read(String text, JsonReadOptions options) {
    return read(Utf8.encode(text), options);
  }

  /**
   * Reads one document up to the end of the stream, which stays open.
   *
   * @throws dev.kspm.rego.policy.DataException if the bytes are not exactly one JSON value
   * @throws IOException if the stream fails
   */
  public static Value read(InputStream stream) throws IOException {
    return read(stream.readAllBytes());
  }

  /**
   * Reads the value at the parser's current token, or at its next one if it has none yet.
   *
   * @throws dev.kspm.rego.policy.DataException if the parser finds broken text or nothing
   * @throws IOException if the parser's source fails
   */
  public static Value read(JsonParser parser) throws IOException {
    return new JacksonReader(parser, JsonReadOptions.DEFAULT).read();
  }

  /**
   * Reads documents that follow each other, with or without line ends between them (JSON Lines).
   *
   * @return the documents in order, none for a text of white space
   * @throws dev.kspm.rego.policy.DataException if the bytes are not a sequence of JSON values
   */
  public static List<DataDocument> readAll(byte[] bytes, JsonReadOptions options) {
    return new JsonReader(bytes, options).readAll();
  }

  /** Writes a value on one line, as {@code json.marshal} does. */
  public static String write(Value value) {
    return write(value, JsonWriteOptions.OPA);
  }

  /** Writes a value: keys sorted, sets as sorted arrays, keys that are no strings as their JSON. */
  public static String write(Value value, JsonWriteOptions options) {
    return new JsonWriter(options).write(value);
  }
}
