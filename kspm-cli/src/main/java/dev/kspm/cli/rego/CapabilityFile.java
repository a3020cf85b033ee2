package dev.kspm.cli.rego;

import dev.kspm.rego.Json;
import dev.kspm.rego.RegoEngine;
import dev.kspm.rego.policy.Capabilities;
import dev.kspm.rego.policy.RegoException;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import dev.kspm.rego.value.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  private static final List<String> MEMBERS =
      List.of("builtins", "future_keywords", "wasm_abi_versions", "features", "allow_net");
  private static final List<String> BUILTIN_MEMBERS =
      List.of(
          "name",
          "description",
          "categories",
          "decl",
          "infix",
          "relation",
          "deprecated",
          "nondeterministic");

  /** Reads a file or, when there is none, what a version of opa offers. */
  static final class Converter implements ITypeConverter<CapabilityFile> {
    @Override
    public CapabilityFile convert(String text) {
      @Nullable CapabilityFile found = ofVersion(text);
      if (found == null) {
        found = read(text);
      }
      if (found == null) {
        throw new TypeConversionException("no such file or capabilities version found: " + text);
      }
      return found;
    }
  }

  /** Everything that there is. */
  static CapabilityFile current() {
    return new CapabilityFile(RegoEngine.builder().allBuiltins().build().capabilities());
  }

  /** What a version of opa offers, or {@code null} when there is no such version. */
  static @Nullable CapabilityFile ofVersion(String version) {
    CapabilityVersions.Offer offer = CapabilityVersions.read().get(version);
    if (offer == null) {
      return null;
    }
    List<Value> builtins = new ArrayList<>();
    for (Value builtin : builtins(current().document())) {
      if (offer.builtins().contains(name(builtin))) {
        builtins.add(builtin);
      }
    }
    return new CapabilityFile(
        ObjectValue.builder()
            .put("builtins", Values.of(builtins))
            .put("future_keywords", Values.of(List.copyOf(new TreeSet<>(offer.futureKeywords()))))
            .put("features", Values.of(List.copyOf(new TreeSet<>(offer.features()))))
            .build());
  }

  /** What a file says, or {@code null} when it cannot be read. */
  static @Nullable CapabilityFile read(String path) {
    try {
      return Json.read(InputFiles.read(path)) instanceof ObjectValue object
          ? new CapabilityFile(object)
          : null;
    } catch (RegoException e) {
      return null;
    }
  }

  /** What the engine grants: of the builtins only those that there are. */
  Capabilities granted() {
    Set<String> known = names(current().document());
    Set<String> builtins = names(document);
    builtins.retainAll(known);
    return new Capabilities(
        builtins,
        texts(document.get("features")),
        texts(document.get("future_keywords")),
        texts(document.get("allow_net")));
  }

  /** The document with its members in opa's order. */
  Map<String, Object> ordered() {
    Map<String, Object> ordered = ordered(document, MEMBERS);
    List<Object> builtins = new ArrayList<>();
    builtins(document)
        .forEach(
            one ->
                builtins.add(
                    one instanceof ObjectValue object ? ordered(object, BUILTIN_MEMBERS) : one));
    ordered.replace("builtins", builtins);
    return ordered;
  }

  private static Map<String, Object> ordered(ObjectValue object, List<String> members) {
    Map<String, Object> ordered = new LinkedHashMap<>();
    for (String member : members) {
      Value value = object.get(member);
      if (value != null) {
        ordered.put(member, value);
      }
    }
    return ordered;
  }

  private static List<Value> builtins(ObjectValue document) {
    List<Value> found = new ArrayList<>();
    if (document.get("builtins") instanceof ArrayValue all) {
      for (int i = 0; i < all.size(); i++) {
        found.add(all.get(i));
      }
    }
    return found;
  }

  private static Set<String> names(ObjectValue document) {
    Set<String> names = new TreeSet<>();
    builtins(document).forEach(builtin -> names.add(name(builtin)));
    return names;
  }

  private static String name(Value builtin) {
    return builtin instanceof ObjectValue object && object.get("name") instanceof StringValue name
        ? name.value()
        : "";
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
