package dev.kspm.cli.rego;

import dev.kspm.rego.PolicyLoader;
import dev.kspm.rego.RegoEngine;
import dev.kspm.rego.diagnostic.Diagnostic;
import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.policy.CompileException;
import dev.kspm.rego.policy.RegoVersion;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

  @Option(
      names = "--capabilities",
      paramLabel = "FILE|VERSION",
      description = "what policies may use: a file, or a version of opa",
      converter = CapabilityFile.Converter.class)
  @Nullable CapabilityFile capabilities;

  RegoVersion version() {
    return v0Compatible ? RegoVersion.V0 : RegoVersion.V1;
  }

  RegoFiles load(List<String> paths, boolean withData) {
    return RegoFiles.load(loader().withData(withData), paths, List.of());
  }

  /** Loads files and folders, and bundles on top of them. */
  RegoFiles load(List<String> paths, List<String> bundles) {
    return RegoFiles.load(loader(), paths, bundles);
  }

  private PolicyLoader loader() {
    PolicyLoader loader = PolicyLoader.create().withVersion(version()).withIgnored(ignore);
    return capabilities == null ? loader : loader.withCapabilities(capabilities.granted());
  }

  /**
   * Complains when the capabilities lack the language itself.
   *
   * @throws CompileException if so
   */
  void checkCapabilities() {
    if (capabilities != null
        && !v0Compatible
        && !capabilities.granted().features().contains("rego_v1")) {
      throw new CompileException(
          List.of(
              new Diagnostic(
                  "rego_parse_error",
                  "illegal capabilities: rego_v1 feature required for parsing v1 Rego",
                  Span.NONE)));
    }
  }

  /** All builtins, as opa grants them: whoever runs this runs policies of their own. */
  RegoEngine.Builder engine() {
    RegoEngine.Builder builder =
        RegoEngine.builder().allBuiltins().queryVersion(version()).refuseDataConflicts(true);
    return capabilities == null ? builder : builder.capabilities(capabilities.granted());
  }
}
