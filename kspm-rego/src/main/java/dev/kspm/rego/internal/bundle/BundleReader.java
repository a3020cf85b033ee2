package dev.kspm.rego.internal.bundle;

import dev.kspm.rego.diagnostic.Diagnostic;
import dev.kspm.rego.diagnostic.SourceText;
import dev.kspm.rego.internal.ast.Module;
import dev.kspm.rego.internal.json.Utf8;
import dev.kspm.rego.internal.parser.ParseResult;
import dev.kspm.rego.internal.yaml.YamlReader;
import dev.kspm.rego.policy.DataException;
import dev.kspm.rego.policy.LoadException;
import dev.kspm.rego.policy.YamlOptions;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.Value;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a bundle: of its files only modules, {@code data.json}, {@code data.yaml}, {@code data.yml}
 * and what ends in {@code .manifest} count. Thread-safe.
 */
public final class BundleReader {
  private static final Set<String> DATA = Set.of("data.json", "data.yaml", "data.yml");
  private static final String SIGNATURES = ".signatures.json";
  private static final String WASM = "policy.wasm";

  private final ReadOptions options;

  public BundleReader(ReadOptions options) {
    this.options = options;
  }

  static boolean isWanted(String name) {
    return name.endsWith(".rego")
        || name.endsWith(".manifest")
        || DATA.contains(name)
        || name.equals(SIGNATURES)
        || name.equals(WASM);
  }

  /**
   * Reads a folder or an archive.
   *
   * @param given its path or {@code file:} URL; messages call it so
   * @throws LoadException with the first thing that is wrong
   */
  public BundleContents readGiven(String given) {
    String path = FilePaths.ofUrl(given);
    boolean folder;
    try {
      folder = FilePaths.isFolder(path);
    } catch (LoadException e) {
      throw new LoadException("error reading \"" + given + "\": " + e.problems().get(0).text());
    }
    return read(given, path, folder);
  }

  BundleContents read(String name, String path, boolean folder) {
    try {
      BundleFiles files = new BundleFiles(options);
      return folder
          ? read(name, files.ofFolder(path))
          : read(name, files.ofArchive(FilePaths.read(path)));
    } catch (LoadException e) {
      throw in(name, e);
    }
  }

  /**
   * Reads an archive.
   *
   * @param name what messages call the bundle
   * @throws LoadException with the first thing that is wrong
   */
  public BundleContents read(String name, byte[] archive) {
    try {
      return read(name, new BundleFiles(options).ofArchive(archive));
    } catch (LoadException e) {
      throw in(name, e);
    }
  }

  /** What is wrong with a bundle; mistakes in modules keep their shape for those who wrap it. */
  private static LoadException in(String name, LoadException e) {
    return new LoadException(
        e.problems().stream()
            .map(
                one ->
                    new LoadException.Problem(
                        one.text().isEmpty()
                            ? "bundle " + name
                            : "bundle " + name + ": " + one.text(),
                        one.code(),
                        one.diagnostics()))
            .toList());
  }

  private BundleContents read(String name, List<BundleFile> files) {
    Manifest manifest = Manifest.NONE;
    ObjectValue data = ObjectValue.EMPTY;
    boolean isSigned = false;
    boolean hasWasm = false;
    Map<String, BundleFile> modules = new LinkedHashMap<>();
    for (BundleFile file : files) {
      if (file.name().endsWith(".rego")) {
        modules.put(file.path(), file);
      } else if (file.name().endsWith(".manifest")) {
        manifest = Manifest.read(file.bytes());
      } else if (DATA.contains(file.name())) {
        data = withDocument(data, file);
      } else if (file.name().equals(WASM)) {
        hasWasm = true;
      } else {
        isSigned = true;
      }
    }
    ModuleVersions versions = new ModuleVersions(manifest, options.version());
    Map<String, ModuleFile> parsed = new LinkedHashMap<>();
    Map<String, Module> packages = new LinkedHashMap<>();
    for (BundleFile file : modules.values()) {
      ModuleFile module =
          new ModuleFile(
              SourceText.of(file.shown(), Utf8.decodeSource(file.bytes())),
              versions.of(file.path()));
      ParseResult<Module> result = options.parse(module);
      if (result.value() == null) {
        throw broken(result.diagnostics());
      }
      parsed.put(file.path(), module);
      packages.put(file.shown(), result.value());
    }
    Roots.check(manifest.roots(), packages, data);
    return new BundleContents(name, manifest, parsed, data, isSigned, hasWasm);
  }

  private static LoadException broken(List<Diagnostic> diagnostics) {
    return new LoadException(List.of(LoadException.Problem.of("", diagnostics)));
  }

  private static ObjectValue withDocument(ObjectValue data, BundleFile file) {
    String failed = "bundle load failed on ";
    Value document;
    try {
      document =
          file.name().endsWith(".json")
              ? Documents.json(file.bytes())
              : new YamlReader(file.bytes(), YamlOptions.OPA).readFirst();
    } catch (DataException e) {
      throw new LoadException(failed + file.shown() + ": " + e.goText());
    }
    List<String> keys = keys(file.path());
    if (!(DataTree.at(keys, document) instanceof ObjectValue object)) {
      throw new LoadException(failed + file.path() + ": root value must be object");
    }
    if (DataTree.conflict(data, object, List.of()) != null) {
      throw new LoadException(
          failed
              + file.path()
              + ": failed to insert data file from path "
              + String.join("/", keys));
    }
    return DataTree.merged(data, object);
  }

  /** The keys that a file's folder stands for; dots and slashes in front do not count. */
  private static List<String> keys(String path) {
    Path parent = Path.of(path).normalize().getParent();
    String folder = parent == null ? "" : parent.toString();
    int from = 0;
    while (from < folder.length() && (folder.charAt(from) == '/' || folder.charAt(from) == '.')) {
      from++;
    }
    return from == folder.length() ? List.of() : Arrays.asList(folder.substring(from).split("/"));
  }
}
