package dev.kspm.rego;

import dev.kspm.rego.internal.json.Utf8;
import dev.kspm.rego.internal.yaml.YamlReader;
import dev.kspm.rego.policy.DataDocument;
import dev.kspm.rego.policy.YamlOptions;
import dev.kspm.rego.value.Value;
import java.util.List;

/**
 * YAML text to values. Every method is thread-safe.
 *
 * <p>The result is what the text would be as JSON: keys become strings, numbers are written anew,
 * merge keys are applied, tags of other types are ignored. Broken text throws {@link
 * dev.kspm.rego.policy.DataException} with the place.
 */
public final class Yaml {
  private Yaml() {}

  /**
   * Reads the first document as {@code yaml.unmarshal} of OPA does; null if there is none.
   *
   * @throws dev.kspm.rego.policy.DataException if the text is broken
   */
  public static Value read(String text) {
    return read(Utf8.encode(text), YamlOptions.OPA);
  }

  /**
   * Reads the first document, null if there is none. What comes after it is not looked at.
   *
   * @throws dev.kspm.rego.policy.DataException if the text is broken
   */
  public static Value read(byte[] bytes, YamlOptions options) {
    return new YamlReader(bytes, options).readFirst();
  }

  /**
   * Reads all documents.
   *
   * @throws dev.kspm.rego.policy.DataException if the text is broken
   */
  public static List<DataDocument> readAll(byte[] bytes, YamlOptions options) {
    return new YamlReader(bytes, options).readAll();
  }
}
