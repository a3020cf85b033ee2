package dev.kspm.cli.rego;

import dev.kspm.rego.Json;
import dev.kspm.rego.RegoEngine;
import dev.kspm.rego.policy.Capabilities;
import dev.kspm.rego.policy.RegoException;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * What policies may use, as a {@code capabilities.json} says it.
 *
 * @param document as it was read
 */
record CapabilityFile(ObjectValue document) {
  /** Reads a file or, when there is none, what a version of opa offers. */
  static final class Converter implements ITypeConverter<CapabilityFile> {
    @Override
    public CapabilityFile convert(String text) {
      @Nullable CapabilityFile found = read(text);
      if (found == null) {
        throw new TypeConversionException("no such file or capabilities version found: " + text);
      }
      return found;
    }
  }

  /** The file or version, or {@code null} when there is none or it cannot be read. */
  static @Nullable CapabilityFile read(String text) {
    @Nullable ObjectValue ofVersion = CapabilityVersions.find(text);
    if (ofVersion != null) {
      return new CapabilityFile(ofVersion);
    }
    try {
      return Json.read(InputFiles.read(text)) instanceof ObjectValue object
          ? new CapabilityFile(object)
          : null;
    } catch (RegoException e) {
      return null;
    }
  }

  /** What the engine grants: of the builtins only those that there are. */
  Capabilities granted() {
    Set<String> known = builtins(RegoEngine.builder().allBuiltins().build().capabilities());
    Set<String> builtins = builtins(document);
    builtins.retainAll(known);
    return new Capabilities(
        builtins,
        texts(document.get("features")),
        texts(document.get("future_keywords")),
        texts(document.get("allow_net")));
  }

  private static Set<String> builtins(ObjectValue document) {
    Set<String> names = new TreeSet<>();
    if (document.get("builtins") instanceof ArrayValue all) {
      for (int i = 0; i < all.size(); i++) {
        if (all.get(i) instanceof ObjectValue builtin
            && builtin.get("name") instanceof StringValue name) {
          names.add(name.value());
        }
      }
    }
    return names;
  }

  private static Set<String> texts(@Nullable Value list) {
    Set<String> texts = new TreeSet<>();
    if (list instanceof ArrayValue all) {
      for (int i = 0; i < all.size(); i++) {
        if (all.get(i) instanceof StringValue text) {
          texts.add(text.value());
        }
      }
    }
    return texts;
  }
}
