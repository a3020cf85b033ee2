package dev.kspm.frameworks;

import dev.kspm.framework.Framework;
import dev.kspm.framework.FrameworkReader;
import dev.kspm.rego.PolicySource;
import dev.kspm.rego.diagnostic.SourceText;
import dev.kspm.rego.policy.RegoVersion;
import dev.kspm.rule.Rule;
import dev.kspm.rule.RuleOrigin;
import dev.kspm.rule.RulePack;
import dev.kspm.rule.RuleReader;
import dev.kspm.spi.KspmPlugin;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The rules, libraries and frameworks of this jar. Immutable and thread-safe; each call reads the
 * files anew.
 */
public final class BuiltInFrameworks implements KspmPlugin {
  /** The id of the pack. */
  public static final String PACK = "kspm-frameworks";

  /** Made by {@link java.util.ServiceLoader}. */
  public BuiltInFrameworks() {}

  @Override
  public List<RulePack> rulePacks() {
    PackIndex index = index();
    return List.of(
        new RulePack(
            PACK,
            index.rules().stream().map(BuiltInFrameworks::rule).toList(),
            index.libraries().stream().map(BuiltInFrameworks::library).toList()));
  }

  @Override
  public List<Framework> frameworks() {
    return index().frameworks().stream()
        .map(path -> FrameworkReader.read(text(path), true))
        .toList();
  }

  private static PackIndex index() {
    return PackIndex.of(read("META-INF/kspm/packs/" + PACK + ".json"));
  }

  private static Rule rule(String id) {
    String folder = "kspm/rules/" + id;
    return RuleReader.read(
        text(folder + "/rule.yaml"), text(folder + "/rule.rego"), RuleOrigin.BUILT_IN);
  }

  private static PolicySource library(String path) {
    return new PolicySource(text(path), RegoVersion.V1);
  }

  private static SourceText text(String path) {
    return SourceText.of(path, new String(read(path), StandardCharsets.UTF_8));
  }

  private static byte[] read(String path) {
    try (InputStream stream = BuiltInFrameworks.class.getClassLoader().getResourceAsStream(path)) {
      if (stream == null) {
        throw new FileNotFoundException(path);
      }
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("this jar of " + PACK + " is broken", e);
    }
  }
}
