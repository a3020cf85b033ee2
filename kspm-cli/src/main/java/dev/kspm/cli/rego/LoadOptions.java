package dev.kspm.cli.rego;

import dev.kspm.rego.RegoEngine;
import dev.kspm.rego.policy.RegoVersion;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Options of every command that loads policies. */
final class LoadOptions {
  @Option(names = "--v0-compatible", description = "modules are written in Rego v0")
  boolean v0Compatible;

  @Option(
      names = "--v1-compatible",
      description = "modules are written in Rego v1, as without this option",
      hidden = true)
  boolean v1Compatible;

  @Option(
      names = "--ignore",
      paramLabel = "GLOB",
      split = ",",
      description = "names of files and folders that are left out while loading")
  List<String> ignore = new ArrayList<>();

  RegoVersion version() {
    return v0Compatible ? RegoVersion.V0 : RegoVersion.V1;
  }

  RegoFiles load(List<String> paths, boolean withData) {
    RegoFiles files = new RegoFiles(version(), ignore, withData);
    paths.forEach(files::load);
    return files;
  }

  /** All builtins, as opa grants them: whoever runs this runs policies of their own. */
  RegoEngine.Builder engine() {
    return RegoEngine.builder().allBuiltins();
  }
}
