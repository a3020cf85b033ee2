package dev.kspm.rego.internal.parser;

import dev.kspm.rego.Json;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** Where the cases are. */
final class Corpora {
  private Corpora() {}

  /** A file of the corpora that are part of this project. */
  static Value own(String file) {
    try (InputStream in = Corpora.class.getResourceAsStream("/conformance/" + file)) {
      return Json.read(Objects.requireNonNull(in, file).readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A file of the folder with OPA's cases, if that was given. Only the whole folder, which has a
   * list of its cases, must have every file; OPA's Go module has the evaluation cases alone.
   */
  static Optional<Path> opa(String file) {
    return Optional.ofNullable(System.getenv("KSPM_OPA_CASES"))
        .map(Path::of)
        .filter(
            folder ->
                Files.exists(folder.resolve("expected.json")) || Files.exists(folder.resolve(file)))
        .map(folder -> folder.resolve(file));
  }

  static Value read(Path file) {
    try {
      return Json.read(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Value member(ObjectValue object, String key) {
    return Objects.requireNonNull(object.get(key), key);
  }

  static String text(ObjectValue object, String key) {
    return ((StringValue) member(object, key)).value();
  }
}
