package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.builtin.RegoType;
import dev.kspm.rego.internal.schema.JsonSchema;
import dev.kspm.rego.internal.schema.SchemaException;
import dev.kspm.rego.internal.schema.SchemaReader;
import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Types of what a JSON Schema allows, as far as types can say it: what stands in {@code type},
 * {@code properties}, {@code items}, {@code anyOf}, {@code allOf} and {@code $ref}.
 */
final class SchemaTypes {
  /** References in a row that are followed; more go in a circle. */
  private static final int LONGEST = 1_000;

  /** The type of what a reference leads to; without one while it is being found. */
  private static final class Definition {
    private final String name;
    private @Nullable RegoType type;

    Definition(String name) {
      this.name = name;
    }

    RegoType type() {
      RegoType known = type;
      return known == null ? new RegoType.Recursive(name, this::known) : known;
    }

    private RegoType known() {
      return Types.orUnknown(type);
    }
  }

  private final Map<String, Definition> definitions = new HashMap<>();

  private final Set<JsonSchema> merging = Collections.newSetFromMap(new IdentityHashMap<>());

  private SchemaTypes() {}

  /**
   * The type that a schema stands for.
   *
   * @throws SchemaException with the text of an error
   */
  static RegoType of(Value document) {
    JsonSchema schema = SchemaReader.read(document);
    try {
      return new SchemaTypes().type(schema);
    } catch (SchemaException e) {
      throw new SchemaException("type checking: " + e.text());
    }
  }

  private RegoType type(JsonSchema schema) {
    JsonSchema.Reference reference = schema.reference();
    if (reference != null) {
      return referred(reference);
    }
    return Part.of(schema).whole(this);
  }

  private RegoType own(List<JsonSchema> allOf, Part part) {
    if (allOf.isEmpty()) {
      return part.type(this);
    } else if (!merging.add(part.first())) {
      // a schema that is to be merged into itself
      return RegoType.ANY;
    }
    RegoType type = allOf(allOf, part);
    merging.remove(part.first());
    return type;
  }

  private RegoType referred(JsonSchema.Reference reference) {
    Definition known = definitions.get(reference.name());
    if (known != null) {
      return known.type();
    }
    JsonSchema.Reference last = reference;
    JsonSchema target = last.target().get();
    Set<String> passed = new HashSet<>();
    while (target.reference() != null) {
      last = target.reference();
      if (definitions.containsKey(last.name())) {
        return Objects.requireNonNull(definitions.get(last.name())).type();
      } else if (!passed.add(last.name())) {
        // nothing but references in a circle
        return RegoType.ANY;
      }
      target = last.target().get();
    }
    Definition made = new Definition(last.name());
    definitions.put(last.name(), made);
    RegoType type = type(target);
    boolean isItself = type instanceof RegoType.Recursive r && r.name().equals(made.name);
    made.type = isItself ? RegoType.ANY : type;
    return Types.orAny(made.type);
  }

  /** What stands beside {@code anyOf} is one more possibility if it is an object. */
  private RegoType anyOf(List<JsonSchema> options, @Nullable RegoType beside) {
    RegoType any = beside instanceof RegoType.ObjectOf o && o.keys() == null ? beside : null;
    for (JsonSchema option : options) {
      any = Types.union(type(option), any);
    }
    return Types.orAny(any);
  }

  private RegoType allOf(List<JsonSchema> allOf, Part own) {
    List<Part> parts = new ArrayList<>();
    for (JsonSchema each : allOf) {
      JsonSchema part = each;
      for (int i = 0; part.reference() != null && i < LONGEST; i++) {
        part = part.reference().target().get();
      }
      boolean onlyOptions =
          part.types().isEmpty()
              && !part.anyOf().isEmpty()
              && part.properties().isEmpty()
              && part.items().isEmpty();
      if (!onlyOptions) {
        parts.add(Part.of(part));
      }
    }
    if (parts.isEmpty()) {
      return RegoType.ANY;
    }
    Part merged = Part.merged(parts);
    if (own.types().isEmpty()) {
      return merged.whole(this);
    }
    boolean both = own.is("object") && merged.is("object") || own.is("array") && merged.is("array");
    if (both) {
      return Part.merged(List.of(merged, own)).whole(this);
    } else if (!own.kinds().equals(merged.kinds())) {
      throw new SchemaException("unable to merge these schemas");
    }
    return merged.whole(this);
  }

  /**
   * What counts of a part, which may come from several.
   *
   * @param first the part that others were merged into
   */
  private record Part(
      List<String> types,
      List<Map.Entry<Value, JsonSchema>> properties,
      List<JsonSchema> items,
      JsonSchema first) {
    static Part of(JsonSchema schema) {
      return new Part(
          schema.types(), List.copyOf(schema.properties().entrySet()), schema.items(), schema);
    }

    boolean is(String type) {
      return types.contains(type);
    }

    String kinds() {
      return types.isEmpty()
          ? "Undefined"
          : types.size() == 1 ? types.get(0) : "[" + String.join(",", types) + "]";
    }

    /** With the type that its keywords suggest. */
    private Part typed() {
      String implied = !properties.isEmpty() ? "object" : !items.isEmpty() ? "array" : "";
      if (implied.isEmpty() || types.contains(implied)) {
        return this;
      }
      List<String> more = new ArrayList<>(types);
      more.add(implied);
      return new Part(more, properties, items, first);
    }

    static Part merged(List<Part> parts) {
      Part result = parts.get(0).typed();
      for (Part next : parts.subList(1, parts.size())) {
        result = result.with(next.typed());
      }
      return result;
    }

    private Part with(Part other) {
      if (!kinds().equals(other.kinds())) {
        throw new SchemaException(
            "unable to merge these schemas: type mismatch: " + kinds() + " and " + other.kinds());
      } else if (is("object") && !properties.isEmpty() && !other.properties.isEmpty()) {
        List<Map.Entry<Value, JsonSchema>> both = new ArrayList<>(properties);
        both.addAll(other.properties);
        return new Part(types, both, items, first);
      } else if (is("array") && !items.isEmpty() && !other.items.isEmpty()) {
        List<JsonSchema> both = new ArrayList<>(items);
        for (int i = 0; i < other.items.size(); i++) {
          if (i == both.size()) {
            both.add(other.items.get(i));
          } else if (!of(both.get(i)).kinds().equals(of(other.items.get(i)).kinds())) {
            throw new SchemaException("unable to merge these schemas");
          }
        }
        return new Part(types, properties, both, first);
      }
      return this;
    }

    /** The type, with regard to what else the first part says. */
    RegoType whole(SchemaTypes all) {
      if (!first.anyOf().isEmpty()) {
        return all.anyOf(first.anyOf(), types.isEmpty() ? null : all.own(first.allOf(), this));
      }
      return all.own(first.allOf(), this);
    }

    RegoType type(SchemaTypes all) {
      List<String> kinds = typesOrImplied();
      if (kinds.contains("boolean")) {
        return RegoType.BOOLEAN;
      } else if (kinds.contains("string")) {
        return RegoType.STRING;
      } else if (kinds.contains("integer") || kinds.contains("number")) {
        return RegoType.NUMBER;
      } else if (kinds.contains("object")) {
        return object(all);
      }
      return kinds.contains("array") ? array(all) : RegoType.ANY;
    }

    /** {@code null} alone says as little as no type. */
    private List<String> typesOrImplied() {
      return types.isEmpty() || types.equals(List.of("null")) ? typed().types : types;
    }

    private RegoType object(SchemaTypes all) {
      if (properties.isEmpty()) {
        return RegoType.objectOf(RegoType.ANY, RegoType.ANY);
      }
      List<RegoType.ObjectOf.Property> known = new ArrayList<>();
      for (Map.Entry<Value, JsonSchema> p : properties) {
        known.add(new RegoType.ObjectOf.Property(p.getKey(), all.type(p.getValue())));
      }
      // of several with one name the first counts
      known.sort(Comparator.comparing(RegoType.ObjectOf.Property::key));
      return new RegoType.ObjectOf(known, null, null);
    }

    private RegoType array(SchemaTypes all) {
      if (items.isEmpty()) {
        return RegoType.arrayOf(RegoType.ANY);
      }
      List<RegoType> elements = items.stream().map(all::type).toList();
      return first.isForEachItem()
          ? RegoType.arrayOf(Objects.requireNonNull(elements.get(0)))
          : new RegoType.ArrayOf(elements, null);
    }
  }
}
