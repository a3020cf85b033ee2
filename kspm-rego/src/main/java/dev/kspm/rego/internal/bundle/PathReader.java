package dev.kspm.rego.internal.bundle;

import dev.kspm.rego.diagnostic.Diagnostic;
import dev.kspm.rego.diagnostic.SourceText;
import dev.kspm.rego.internal.json.Utf8;
import dev.kspm.rego.internal.yaml.YamlReader;
import dev.kspm.rego.policy.DataException;
import dev.kspm.rego.policy.LoadException;
import dev.kspm.rego.policy.YamlOptions;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads policies and data from files and folders: what lies in a folder below the given one is data
 * below the key of that name, documents are merged, and a path may have a prefix such as {@code
 * example.data:file.json}. A file that is given itself may have any name; in folders only {@code
 * .rego}, {@code .json}, {@code .yaml}, {@code .yml} and, as bundles, {@code .tar.gz} count.
 *
 * <p>Not thread-safe; one object for one set of paths.
 */
public final class PathReader {
  private final ReadOptions options;
  private final boolean withData;
  private final Map<String, ModuleFile> modules = new LinkedHashMap<>();
  private final DataTree data = new DataTree();

  /** What is wrong, in the order of the files; modules stand here until they are parsed. */
  private final List<Object> found = new ArrayList<>();

  private boolean failed;

  /**
   * @param withData whether JSON and YAML are wanted
   */
  public PathReader(ReadOptions options, boolean withData) {
    this.options = options;
    this.withData = withData;
  }

  /** Reads all paths; what is wrong is kept until {@link #check}. */
  public void read(List<String> paths) {
    for (String given : new LinkedHashSet<>(paths)) {
      FilePaths.Prefixed path = FilePaths.Prefixed.of(given);
      try {
        read(FilePaths.ofUrl(path.path()), path.keys(), true);
      } catch (LoadException e) {
        failed(e);
      }
    }
  }

  private void failed(LoadException e) {
    for (LoadException.Problem problem : e.problems()) {
      // a module of a bundle is shown like any other
      boolean ofModule = !problem.diagnostics().isEmpty();
      found.add(ofModule ? LoadException.Problem.of("", problem.diagnostics()) : problem);
    }
    failed = true;
  }

  private void failed(String text) {
    failed(new LoadException(text));
  }

  private void read(String path, List<String> keys, boolean given) {
    if (FilePaths.isFolder(path)) {
      for (String name : FilePaths.names(path)) {
        if (!options.isIgnored(name)) {
          readMember(FilePaths.join(path, name), name, keys);
        }
      }
    } else {
      readFile(path, keys, given);
    }
  }

  private void readMember(String path, String name, List<String> keys) {
    try {
      List<String> below = new ArrayList<>(keys);
      if (FilePaths.isFolder(path)) {
        below.add(name);
      }
      read(path, below, false);
    } catch (LoadException e) {
      failed(e);
    }
  }

  private void readFile(String path, List<String> keys, boolean given) {
    if (path.endsWith(".rego")) {
      add(module(path, FilePaths.read(path)));
    } else if (withData && path.endsWith(".json")) {
      add(path, keys, json(path, FilePaths.read(path)));
    } else if (withData && (path.endsWith(".yaml") || path.endsWith(".yml"))) {
      add(path, keys, yaml(path, FilePaths.read(path)));
    } else if (withData && path.endsWith(".tar.gz")) {
      add(path, keys, new BundleReader(options.withoutIgnored()).read(path, path, false));
    } else if (withData && given) {
      readAny(path, keys, FilePaths.read(path));
    }
  }

  /** A file whose name does not say what it is. */
  private void readAny(String path, List<String> keys, byte[] bytes) {
    ModuleFile module = module(path, bytes);
    if (options.parse(module).isOk()) {
      add(module);
      return;
    }
    Value document;
    try {
      document = new YamlReader(bytes, YamlOptions.OPA).readFirst();
    } catch (DataException e) {
      throw new LoadException(path + ": can't recognize file type");
    }
    add(path, keys, document);
  }

  private ModuleFile module(String path, byte[] bytes) {
    return new ModuleFile(SourceText.of(path, Utf8.decodeSource(bytes)), options.version());
  }

  private void add(ModuleFile module) {
    if (modules.put(module.text().name(), module) == null) {
      found.add(module);
    }
  }

  private void add(String path, List<String> keys, BundleContents bundle) {
    bundle.modules().values().forEach(this::add);
    ObjectValue described =
        ObjectValue.builder()
            .put("system", DataTree.at(List.of("bundle", "manifest"), bundle.manifest().document()))
            .build();
    add(path, keys, DataTree.merged(bundle.data(), described));
  }

  private void add(String path, List<String> keys, Value document) {
    if (DataTree.at(keys, document) instanceof ObjectValue object) {
      @Nullable String conflict = data.merge(object, path);
      if (conflict != null) {
        failed(path + ": merge error: " + conflict);
      }
    } else {
      failed(path + ": document must be of type object");
    }
  }

  private static Value json(String path, byte[] bytes) {
    try {
      return Documents.json(bytes);
    } catch (DataException e) {
      throw new LoadException(path + ": " + e.goText());
    }
  }

  private static Value yaml(String path, byte[] bytes) {
    try {
      return new YamlReader(bytes, YamlOptions.OPA).readFirst();
    } catch (DataException e) {
      throw new LoadException(path + ": error converting YAML to JSON: " + e.goText());
    }
  }

  /** Whether a file could not be read; modules that do not parse are not known yet. */
  public boolean hasFailed() {
    return failed;
  }

  /**
   * Parses the modules too and complains of everything that is wrong.
   *
   * @throws LoadException if something is
   */
  public void check() {
    List<LoadException.Problem> problems = new ArrayList<>();
    for (Object one : found) {
      if (one instanceof LoadException.Problem problem) {
        problems.add(problem);
      } else if (one instanceof ModuleFile module) {
        List<Diagnostic> wrong = options.parse(module).diagnostics();
        if (!wrong.isEmpty()) {
          problems.add(LoadException.Problem.of("", wrong));
        }
      }
    }
    if (!problems.isEmpty()) {
      throw new LoadException(problems);
    }
  }

  public List<ModuleFile> modules() {
    return List.copyOf(modules.values());
  }

  public ObjectValue data() {
    return data.document();
  }
}
