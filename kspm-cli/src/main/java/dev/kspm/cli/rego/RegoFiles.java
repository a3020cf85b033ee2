package dev.kspm.cli.rego;

import dev.kspm.rego.Json;
import dev.kspm.rego.PolicySource;
import dev.kspm.rego.Yaml;
import dev.kspm.rego.diagnostic.SourceText;
import dev.kspm.rego.policy.DataException;
import dev.kspm.rego.policy.RegoVersion;
import dev.kspm.rego.policy.YamlOptions;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Loads policies and data from files and folders as opa does: what lies in a folder below the given
 * one is data below the key of that name, documents are merged, and a path may have a prefix such
 * as {@code example.data:file.json}.
 */
final class RegoFiles {
  private final RegoVersion version;
  private final List<PathMatcher> ignored;
  private final boolean withData;
  private final List<PolicySource> sources = new ArrayList<>();
  private final DataTree data = new DataTree();
  private final List<LoadProblem> problems = new ArrayList<>();

  /**
   * @param ignore patterns of names of files and folders
   * @param withData whether JSON and YAML are wanted
   */
  RegoFiles(RegoVersion version, List<String> ignore, boolean withData) {
    this.version = version;
    this.withData = withData;
    this.ignored =
        ignore.stream()
            .map(glob -> FileSystems.getDefault().getPathMatcher("glob:" + glob))
            .toList();
  }

  /** Loads a file or folder; what is wrong with it is kept as a problem. */
  void load(String given) {
    int colon = given.indexOf(':');
    List<String> prefix =
        colon > 0 ? List.of(given.substring(0, colon).split("[./]", -1)) : List.of();
    String name = colon > 0 ? given.substring(colon + 1) : given;
    Path path = Path.of(name.startsWith("//") ? name.substring(2) : name).normalize();
    if (!Files.exists(path.toString().isEmpty() ? Path.of(".") : path)) {
      problems.add(LoadProblem.of("stat " + name + ": no such file or directory"));
    } else {
      load(path, prefix, true);
    }
  }

  private void load(Path path, List<String> keys, boolean top) {
    Path real = path.toString().isEmpty() ? Path.of(".") : path;
    try {
      if (Files.isDirectory(real)) {
        loadFolder(path, real, keys, top);
      } else {
        loadFile(path, keys, top);
      }
    } catch (IOException e) {
      problems.add(LoadProblem.of("open " + path + ": " + reason(e)));
    }
  }

  private void loadFolder(Path path, Path real, List<String> keys, boolean top) throws IOException {
    List<Path> children;
    try (Stream<Path> list = Files.list(real)) {
      children = list.sorted().toList();
    }
    List<String> below = keys;
    if (!top) {
      below = new ArrayList<>(keys);
      below.add(path.getFileName().toString());
    }
    for (Path child : children) {
      Path name = child.getFileName();
      if (ignored.stream().noneMatch(glob -> glob.matches(name))
          && !(Files.isSymbolicLink(child) && Files.isDirectory(child))) {
        load(path.resolve(name), below, false);
      }
    }
  }

  private void loadFile(Path file, List<String> keys, boolean top) throws IOException {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".rego")) {
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      sources.add(new PolicySource(SourceText.of(file.toString(), text), version));
    } else if (withData && (top || isData(name))) {
      loadData(file, name, keys);
    }
  }

  private static boolean isData(String name) {
    return name.endsWith(".json") || name.endsWith(".yaml") || name.endsWith(".yml");
  }

  private void loadData(Path file, String name, List<String> keys) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Value document;
    try {
      document = name.endsWith(".json") ? Json.read(bytes) : Yaml.read(bytes, YamlOptions.OPA);
    } catch (DataException e) {
      problems.add(
          LoadProblem.of(
              file
                  + ": "
                  + (name.endsWith(".json") ? "" : "error converting YAML to JSON: ")
                  + e.goText()));
      return;
    }
    for (int i = keys.size() - 1; i >= 0; i--) {
      document = ObjectValue.of(StringValue.of(keys.get(i)), document);
    }
    if (document instanceof ObjectValue object) {
      @Nullable String conflict = data.merge(object, file.toString());
      if (conflict != null) {
        problems.add(LoadProblem.of(file + ": merge error: " + conflict));
      }
    } else {
      problems.add(LoadProblem.of(file + ": document must be of type object"));
    }
  }

  private static String reason(IOException e) {
    return e instanceof java.nio.file.AccessDeniedException
        ? "permission denied"
        : String.valueOf(e.getMessage());
  }

  List<PolicySource> sources() {
    return sources;
  }

  ObjectValue data() {
    return data.document();
  }

  /** What could not be loaded. */
  List<LoadProblem> problems() {
    return problems;
  }
}
