package dev.kspm.rego.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kspm.rego.Json;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.NumberValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Where the cases are: texts of our own with OPA's answers, which are part of this project, and
 * OPA's own cases, in a folder that the environment variable {@code KSPM_OPA_CASES} names.
 */
public final class Corpora {
  private static final String LIST = "expected.json";

  private Corpora() {}

  /** The cases of one of our own files; fails when there are fewer than its list says. */
  public static ArrayValue own(String folder, String file) {
    ArrayValue cases = (ArrayValue) resource(folder + "/" + file);
    ObjectValue expected = (ObjectValue) member((ObjectValue) resource(LIST), folder);
    assertThat(cases.size()).as(folder + "/" + file).isEqualTo(number(expected, file));
    return cases;
  }

  /** The names of our own files in a folder, in order. */
  public static List<String> files(String folder) {
    List<String> names = new ArrayList<>();
    ((ObjectValue) member((ObjectValue) resource(LIST), folder))
        .forEach((name, cases) -> names.add(((StringValue) name).value()));
    return names;
  }

  private static Value resource(String file) {
    try (InputStream in = Corpora.class.getResourceAsStream("/conformance/" + file)) {
      return Json.read(Objects.requireNonNull(in, file).readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folder with OPA's cases, if it was given. */
  static Optional<Path> opa() {
    return Optional.ofNullable(System.getenv("KSPM_OPA_CASES")).map(Path::of);
  }

  /**
   * A file of the folder with OPA's cases, if that was given. Only the whole folder, which has a
   * list of its cases, must have every file; OPA's Go module has the evaluation cases alone.
   */
  public static Optional<Path> opa(String file) {
    return opa()
        .filter(folder -> Files.exists(folder.resolve(LIST)) || Files.exists(folder.resolve(file)))
        .map(folder -> folder.resolve(file));
  }

  /** How many cases each file of OPA's must have, if there is a list of them. */
  static Optional<ObjectValue> expectedOfOpa() {
    return opa()
        .map(folder -> folder.resolve(LIST))
        .filter(Files::exists)
        .map(list -> (ObjectValue) read(list));
  }

  public static Value read(Path file) {
    try {
      return Json.read(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Value member(ObjectValue object, String key) {
    return Objects.requireNonNull(object.get(key), key);
  }

  public static String text(ObjectValue object, String key) {
    return ((StringValue) member(object, key)).value();
  }

  static String textOrNone(ObjectValue object, String key) {
    return object.get(key) instanceof StringValue text ? text.value() : "";
  }

  static int number(ObjectValue object, String key) {
    return (int) ((NumberValue) member(object, key)).asLong();
  }
}
