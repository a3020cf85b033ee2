package dev.kspm.rego.internal.bundle;

import dev.kspm.rego.internal.ast.Module;
import dev.kspm.rego.internal.parser.ParseResult;
import dev.kspm.rego.internal.parser.Parser;
import dev.kspm.rego.internal.parser.ParserOptions;
import dev.kspm.rego.policy.Capabilities;
import dev.kspm.rego.policy.RegoVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How files are read. Immutable and thread-safe.
 *
 * @param version the language of modules that say nothing else
 * @param ignored patterns for names of files and folders that are left out
 * @param capabilities what modules may use, {@code null} for everything
 */
public record ReadOptions(
    RegoVersion version, List<NamePattern> ignored, @Nullable Capabilities capabilities) {
  public ReadOptions {
    ignored = List.copyOf(ignored);
  }

  ReadOptions withoutIgnored() {
    return new ReadOptions(version, List.of(), capabilities);
  }

  boolean isIgnored(String name) {
    return ignored.stream().anyMatch(pattern -> pattern.matches(name));
  }

  ParseResult<Module> parse(ModuleFile module) {
    ParserOptions options = ParserOptions.of(module.version()).withAnnotations();
    return Parser.parseModule(
        module.text(), capabilities == null ? options : options.with(capabilities));
  }
}
