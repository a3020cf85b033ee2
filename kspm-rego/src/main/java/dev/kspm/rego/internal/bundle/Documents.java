package dev.kspm.rego.internal.bundle;

import dev.kspm.rego.internal.json.JsonReader;
import dev.kspm.rego.policy.DataException;
import dev.kspm.rego.policy.JsonReadOptions;
import dev.kspm.rego.value.Value;

/** Documents as opa reads them from files. */
final class Documents {
  private Documents() {}

  /**
   * JSON, in which a byte order mark is as wrong as any other character.
   *
   * @throws DataException if it is broken
   */
  static Value json(byte[] bytes) {
    if (bytes.length > 2
        && bytes[0] == (byte) 0xEF
        && bytes[1] == (byte) 0xBB
        && bytes[2] == (byte) 0xBF) {
      String text = "invalid character 'ï' looking for beginning of value";
      throw new DataException(DataException.Problem.SYNTAX, text, text, 0, 1, 1);
    }
    return new JsonReader(bytes, JsonReadOptions.DEFAULT).readOnly();
  }
}
