package dev.kspm.cli.rego;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/**
 * Options of {@code eval} that tell opa how to go about it. They are taken for the sake of scripts
 * and change no answer; partial evaluation is refused.
 */
final class EvalPlanOptions {
  @Option(
      names = {"-p", "--partial"},
      description = "not supported",
      converter = FlagTypes.Bool.class)
  boolean partial;

  @Option(
      names = {"-u", "--unknowns"},
      hidden = true)
  List<String> unknowns = new ArrayList<>();

  @Option(
      names = {"-O", "--optimize"},
      hidden = true,
      converter = FlagTypes.Int.class)
  long optimize;

  @Option(
      names = {"-e", "--entrypoint"},
      hidden = true)
  List<String> entrypoints = new ArrayList<>();

  @Option(names = "--disable-inlining", hidden = true)
  List<String> disableInlining = new ArrayList<>();

  @Option(names = "--disable-indexing", hidden = true, converter = FlagTypes.Bool.class)
  boolean disableIndexing;

  @Option(names = "--disable-early-exit", hidden = true, converter = FlagTypes.Bool.class)
  boolean disableEarlyExit;

  @Option(names = "--shallow-inlining", hidden = true, converter = FlagTypes.Bool.class)
  boolean shallowInlining;

  @Option(
      names = {"--nondeterminstic-builtins", "--nondeterministic-builtins"},
      hidden = true,
      converter = FlagTypes.Bool.class)
  boolean nondeterministicBuiltins;

  @Option(
      names = "--optimize-store-for-read-speed",
      hidden = true,
      converter = FlagTypes.Bool.class)
  boolean optimizeStore;

  @Option(names = "--pretty-limit", hidden = true, converter = FlagTypes.Int.class)
  long prettyLimit = 80;

  /** Whether optimisation is wanted of what would have no entry point. */
  boolean lacksEntrypoint(List<String> data, List<String> bundles) {
    return optimize > 0 && entrypoints.isEmpty() && !(data.isEmpty() && bundles.isEmpty());
  }
}
