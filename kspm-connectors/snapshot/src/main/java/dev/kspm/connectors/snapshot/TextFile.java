package dev.kspm.connectors.snapshot;

import dev.kspm.rego.Json;
import dev.kspm.rego.Yaml;
import dev.kspm.rego.policy.DataDocument;
import dev.kspm.rego.policy.DataException;
import dev.kspm.rego.policy.JsonReadOptions;
import dev.kspm.rego.policy.YamlOptions;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * A file of JSON, JSON Lines or YAML. Immutable.
 *
 * <p>What begins like JSON is read as JSON, and as YAML when it is none; everything else is YAML. A
 * byte order mark of UTF-16, which PowerShell writes, is understood.
 */
final class TextFile {
  private static final List<String> SUFFIXES =
      List.of(".json", ".yaml", ".yml", ".jsonl", ".ndjson");

  private final String name;
  private final byte[] bytes;

  TextFile(String name, byte[] bytes) {
    this.name = name;
    this.bytes = utf8(bytes);
  }

  /**
   * The documents of the file.
   *
   * @throws DataException if it is broken, with the error of the format that it looks like
   */
  List<DataDocument> documents() {
    if (!looksLikeJson()) {
      return Yaml.readAll(bytes, YamlOptions.KUBERNETES);
    }
    try {
      return Json.readAll(bytes, JsonReadOptions.DEFAULT.withRefusedDuplicateKeys());
    } catch (DataException noJson) {
      if (noJson.problem() != DataException.Problem.SYNTAX) {
        throw noJson;
      }
      try {
        return Yaml.readAll(bytes, YamlOptions.KUBERNETES);
      } catch (DataException noYaml) {
        // Where both complain, the one that begins like JSON is told about; but a limit is a limit.
        throw noYaml.problem() == DataException.Problem.SYNTAX ? noJson : noYaml;
      }
    }
  }

  /** Whether the file promises to hold documents: by its name or its first character. */
  boolean shouldBeReadable() {
    return promisesDocuments(name) || looksLikeJson();
  }

  /** Whether a file of this name should hold documents. */
  static boolean promisesDocuments(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return SUFFIXES.stream().anyMatch(lower::endsWith);
  }

  int size() {
    return bytes.length;
  }

  private boolean looksLikeJson() {
    for (byte b : bytes) {
      boolean skipped = b == ' ' || b == '\n' || b == '\r' || b == '\t' || b < 0;
      if (!skipped) {
        return b == '{' || b == '[';
      }
    }
    return false;
  }

  private static byte[] utf8(byte[] bytes) {
    if (bytes.length >= 2) {
      int mark = (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
      Charset charset =
          mark == 0xFFFE
              ? StandardCharsets.UTF_16LE
              : mark == 0xFEFF ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
      if (charset != StandardCharsets.UTF_8) {
        return new String(bytes, 2, bytes.length - 2, charset).getBytes(StandardCharsets.UTF_8);
      }
    }
    return bytes;
  }
}
