package dev.kspm.rego;

import dev.kspm.rego.internal.bundle.Activation;
import dev.kspm.rego.internal.bundle.BundleContents;
import dev.kspm.rego.internal.bundle.BundleReader;
import dev.kspm.rego.internal.bundle.ModuleFile;
import dev.kspm.rego.internal.bundle.NamePattern;
import dev.kspm.rego.internal.bundle.PathReader;
import dev.kspm.rego.internal.bundle.ReadOptions;
import dev.kspm.rego.policy.Capabilities;
import dev.kspm.rego.policy.LoadException;
import dev.kspm.rego.policy.RegoVersion;
import dev.kspm.rego.value.ObjectValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Reads policies and data from files, folders and bundles, as {@code opa} does. Immutable and
 * thread-safe.
 *
 * <pre>{@code
 * LoadedPolicy loaded = PolicyLoader.create().load(List.of("policies", "more.data:roles.json"));
 * CompiledPolicy policy = RegoEngine.create().compile(loaded.sources(), loaded.data());
 * }</pre>
 */
public final class PolicyLoader {
  private final ReadOptions options;
  private final boolean withData;

  private PolicyLoader(ReadOptions options, boolean withData) {
    this.options = options;
    this.withData = withData;
  }

  /** Reads modules in today's language, and data. */
  public static PolicyLoader create() {
    return new PolicyLoader(new ReadOptions(RegoVersion.V1, List.of(), null), true);
  }

  /** The language of modules whose bundle says nothing else. */
  public PolicyLoader withVersion(RegoVersion version) {
    return new PolicyLoader(
        new ReadOptions(version, options.ignored(), options.capabilities()), withData);
  }

  /**
   * Leaves out files and folders by their names.
   *
   * @param patterns such as {@code *_test.rego} or {@code .*}
   */
  public PolicyLoader withIgnored(List<String> patterns) {
    List<NamePattern> ignored = patterns.stream().map(NamePattern::of).toList();
    return new PolicyLoader(
        new ReadOptions(options.version(), ignored, options.capabilities()), withData);
  }

  /** What modules may use, where they are parsed here already. */
  public PolicyLoader withCapabilities(Capabilities capabilities) {
    return new PolicyLoader(
        new ReadOptions(options.version(), options.ignored(), capabilities), withData);
  }

  /** Whether JSON and YAML are read besides modules, as they are by default. */
  public PolicyLoader withData(boolean wanted) {
    return new PolicyLoader(options, wanted);
  }

  /**
   * Reads files and folders. In a folder, modules ({@code .rego}), documents ({@code .json}, {@code
   * .yaml}, {@code .yml}) and packed bundles ({@code .tar.gz}) are read, and a document's folders
   * are keys of {@code data} above it. Documents of all files are merged.
   *
   * @param paths paths or {@code file:} URLs, each with keys before it if wanted: {@code
   *     a.b:roles.json}
   * @throws LoadException with everything that is wrong; modules that do not parse are told of only
   *     when something else is wrong too, as {@link RegoEngine#compile} tells of them
   */
  public LoadedPolicy load(List<String> paths) {
    return load(paths, List.of());
  }

  /**
   * Reads files and folders, and bundles on top of them: what the files have at the roots of a
   * bundle goes, and {@code data.system.bundles} tells of the manifests.
   *
   * @param bundles paths or {@code file:} URLs of folders and packed bundles
   * @throws LoadException if something cannot be read or bundles own the same part of {@code data}
   */
  public LoadedPolicy load(List<String> paths, List<String> bundles) {
    PathReader reader = new PathReader(options, withData);
    reader.read(paths);
    if (reader.hasFailed() || !bundles.isEmpty()) {
      reader.check();
    }
    LoadedPolicy files = new LoadedPolicy(sources(reader.modules()), reader.data());
    if (bundles.isEmpty()) {
      return files;
    }
    List<PolicyBundle> read = new ArrayList<>();
    new LinkedHashSet<>(bundles).forEach(bundle -> read.add(bundle(bundle)));
    return join(files, read);
  }

  /**
   * Reads a bundle: modules, {@code data.json}, {@code data.yaml} and {@code data.yml} files, each
   * below the keys of its folders, and {@code .manifest}.
   *
   * @param path path or {@code file:} URL of a folder or a {@code .tar.gz}
   * @throws LoadException with the first thing that is wrong with it
   */
  public PolicyBundle bundle(String path) {
    try {
      return new PolicyBundle(new BundleReader(options).readGiven(path));
    } catch (LoadException e) {
      throw new LoadException(
          e.problems().stream()
              .map(
                  one ->
                      new LoadException.Problem(
                          "loading error: " + one.text(), one.code(), one.diagnostics()))
              .toList());
    }
  }

  /** Reads a bundle from a folder or a {@code .tar.gz}; see {@link #bundle(String)}. */
  public PolicyBundle bundle(Path path) {
    return bundle(path.toString());
  }

  /**
   * Reads a packed bundle up to the end of the stream, which stays open; so a bundle comes from the
   * class path or the network.
   *
   * @param name what messages call it
   * @throws LoadException with the first thing that is wrong with it
   * @throws IOException if the stream fails
   */
  public PolicyBundle bundle(String name, InputStream archive) throws IOException {
    return new PolicyBundle(new BundleReader(options).read(name, archive.readAllBytes()));
  }

  /**
   * Puts bundles on top of what was read from files.
   *
   * @throws LoadException if bundles own the same part of {@code data}
   */
  public LoadedPolicy join(LoadedPolicy files, List<PolicyBundle> bundles) {
    List<BundleContents> contents = bundles.stream().map(PolicyBundle::contents).toList();
    ObjectValue data = new Activation(options.version(), files.data()).with(contents);
    List<PolicySource> sources = new ArrayList<>(files.sources());
    bundles.forEach(bundle -> sources.addAll(bundle.sources()));
    return new LoadedPolicy(sources, data);
  }

  private static List<PolicySource> sources(List<ModuleFile> modules) {
    return modules.stream().map(PolicyLoader::source).toList();
  }

  static PolicySource source(ModuleFile module) {
    return new PolicySource(module.text(), module.version());
  }
}
