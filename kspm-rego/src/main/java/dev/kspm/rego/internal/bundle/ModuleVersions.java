package dev.kspm.rego.internal.bundle;

import dev.kspm.rego.policy.LoadException;
import dev.kspm.rego.policy.RegoVersion;
import dev.kspm.rego.value.NumberValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.PatternSyntaxException;

/** Which language the modules of a bundle are written in, by what its manifest says. */
final class ModuleVersions {
  private final RegoVersion otherwise;
  private final Manifest manifest;
  private final Map<PathMatcher, Value> patterns = new LinkedHashMap<>();

  /**
   * @throws LoadException for a pattern that is broken
   */
  ModuleVersions(Manifest manifest, RegoVersion otherwise) {
    this.manifest = manifest;
    this.otherwise = otherwise;
    ObjectValue versions = manifest.fileRegoVersions();
    for (int i = 0; i < versions.size(); i++) {
      String pattern = ((StringValue) versions.keyAt(i)).value();
      try {
        patterns.put(
            FileSystems.getDefault().getPathMatcher("glob:" + pattern), versions.valueAt(i));
      } catch (PatternSyntaxException e) {
        throw new LoadException(
            "failed to compile glob pattern "
                + pattern
                + ": glob: syntax error at "
                + pattern.length()
                + ": unexpected end of input");
      }
    }
  }

  /** The language of the module with this path inside the bundle. */
  RegoVersion of(String path) {
    Value exact = manifest.fileRegoVersions().get(path);
    if (exact != null) {
      return version(exact, path);
    }
    for (Map.Entry<PathMatcher, Value> pattern : patterns.entrySet()) {
      if (pattern.getKey().matches(Path.of(path))) {
        return version(pattern.getValue(), path);
      }
    }
    Integer all = manifest.regoVersion();
    return all == null ? otherwise : version(NumberValue.of(all), path);
  }

  private static RegoVersion version(Value number, String path) {
    return switch (number.toString()) {
      case "0" -> RegoVersion.V0;
      case "1", "2" -> RegoVersion.V1;
      default ->
          throw new LoadException(
              "unknown bundle rego-version " + number + " for file '" + path + "'");
    };
  }
}
