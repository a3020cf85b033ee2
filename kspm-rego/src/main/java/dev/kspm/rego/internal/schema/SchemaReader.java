package dev.kspm.rego.internal.schema;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.BooleanValue;
import dev.kspm.rego.value.NullValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a schema from a document and says what is wrong with it, with the words and in the order of
 * OPA. Belongs to one thread.
 */
public final class SchemaReader {
  private static final String SCHEMA = "Valid Schema";
  private static final String SCHEMAS = "Array Of Schemas";

  private final SchemaReferences references;

  /** By absolute name: where references lead; there while it is being read. */
  private final Map<String, Target> targets = new TreeMap<>();

  private final int draft;

  /** What a reference leads to, once that is known. */
  private static final class Target {
    private @Nullable JsonSchema schema;

    JsonSchema get() {
      JsonSchema known = schema;
      if (known == null) {
        throw new IllegalStateException("a schema is asked for while it is read");
      }
      return known;
    }
  }

  private SchemaReader(Value document, int draft) {
    this.references = new SchemaReferences(document);
    this.draft = draft;
  }

  /**
   * The schema that a document is.
   *
   * @throws SchemaException if it is none
   */
  public static JsonSchema read(Value document) {
    if (document instanceof NullValue) {
      throw new SchemaException("no schema as input to compile");
    }
    try {
      return new SchemaReader(document, draft(document)).schema(document, "");
    } catch (SchemaException e) {
      throw new SchemaException("unable to compile the schema: " + e.text());
    }
  }

  /** The number of the draft that the document names; 8 for the mixture of all. */
  private static int draft(Value document) {
    if (document instanceof BooleanValue) {
      return 8;
    } else if (!(document instanceof ObjectValue)) {
      throw new SchemaException("schema is invalid");
    }
    Value name = ((ObjectValue) document).get("$schema");
    if (name != null && !(name instanceof StringValue)) {
      throw new SchemaException("$schema must be of type string");
    }
    String text = name instanceof StringValue s ? s.value() : "";
    for (int draft : new int[] {4, 6, 7}) {
      if (text.replaceFirst("#$", "")
          .equals("http://json-schema.org/draft-0" + draft + "/schema")) {
        return draft;
      }
    }
    return 8;
  }

  private JsonSchema schema(Value document, String base) {
    if (document instanceof BooleanValue && draft >= 6) {
      return JsonSchema.ANYTHING;
    } else if (!(document instanceof ObjectValue)) {
      throw new SchemaException("Expected: " + SCHEMA + ", given: Invalid JSON");
    }
    Keywords keywords = new Keywords((ObjectValue) document, draft == 4);
    String id = id(keywords);
    String scope = id == null ? base : SchemaReferences.resolve(base, id);
    parts(keywords, "definitions", scope, v -> Keywords.isSchema(v), SCHEMAS);
    keywords.text("title");
    keywords.text("description");
    String reference = keywords.text("$ref");
    if (reference != null) {
      String name = SchemaReferences.resolve(scope, reference);
      Target target = target(name);
      return new JsonSchema(
          List.of(),
          Map.of(),
          List.of(),
          false,
          List.of(),
          List.of(),
          new JsonSchema.Reference(name, target::get),
          (ObjectValue) document);
    }
    return keywords(keywords, (ObjectValue) document, scope);
  }

  private @Nullable String id(Keywords keywords) {
    boolean isOld = draft == 4 || draft == 8 && keywords.get("id") != null;
    return keywords.text(isOld ? "id" : "$id");
  }

  private Target target(String name) {
    Target known = targets.get(name);
    if (known == null) {
      known = new Target();
      targets.put(name, known);
      Value document = references.find(name);
      if (!Keywords.isSchema(document)) {
        throw new SchemaException(SCHEMA + " must be of type object");
      }
      known.schema = schema(document, name);
    }
    return known;
  }

  private JsonSchema keywords(Keywords keywords, ObjectValue document, String scope) {
    List<String> types = keywords.types();
    Map<Value, JsonSchema> properties = new TreeMap<>();
    keywords
        .map("properties", "Properties must be of type object")
        .forEach((key, part) -> properties.put(key, schema(part, scope)));
    flagOrPart(keywords, "additionalProperties", scope);
    patterns(keywords, scope);
    part(keywords, "propertyNames", 6, scope, "patternProperties");
    dependencies(keywords, scope);
    List<JsonSchema> items = new ArrayList<>();
    Value ofItems = keywords.get("items");
    if (ofItems instanceof ArrayValue each) {
      for (Value one : each) {
        if (!Keywords.isSchema(one)) {
          throw Keywords.invalidType(SCHEMA + "/" + SCHEMAS, "items");
        }
        items.add(schema(one, scope));
      }
    } else if (ofItems != null && Keywords.isSchema(ofItems)) {
      items.add(schema(ofItems, scope));
    } else if (ofItems != null) {
      throw Keywords.invalidType(SCHEMA + "/" + SCHEMAS, "items");
    }
    flagOrPart(keywords, "additionalItems", scope);
    keywords.checkNumbers();
    keywords.checkStrings();
    keywords.checkObjects();
    keywords.checkArrays();
    Value contains = keywords.get("contains");
    if (contains != null && draft >= 6) {
      schema(contains, scope);
    }
    keywords.checkEnum();
    all(keywords, "oneOf", scope);
    List<JsonSchema> anyOf = all(keywords, "anyOf", scope);
    List<JsonSchema> allOf = all(keywords, "allOf", scope);
    part(keywords, "not", 4, scope, null);
    for (String name : List.of("if", "then", "else")) {
      part(keywords, name, 7, scope, null);
    }
    return new JsonSchema(
        types, properties, items, !(ofItems instanceof ArrayValue), anyOf, allOf, null, document);
  }

  private List<JsonSchema> all(Keywords keywords, String name, String scope) {
    List<JsonSchema> all = new ArrayList<>();
    keywords.list(name).forEach(part -> all.add(schema(part, scope)));
    return all;
  }

  /** Reads parts by name, which are checked only. */
  private void parts(
      Keywords keywords,
      String name,
      String scope,
      Function<Value, Boolean> isAllowed,
      String expected) {
    Value value = keywords.get(name);
    if (value != null && !(value instanceof ObjectValue)) {
      throw Keywords.invalidType(expected, name);
    } else if (value instanceof ObjectValue object) {
      object.forEach(
          (key, part) -> {
            if (!isAllowed.apply(part)) {
              throw Keywords.invalidType(expected, name);
            }
            schema(part, scope);
          });
    }
  }

  private void flagOrPart(Keywords keywords, String name, String scope) {
    Value value = keywords.get(name);
    if (value instanceof ObjectValue) {
      schema(value, scope);
    } else if (value != null && !(value instanceof BooleanValue)) {
      throw Keywords.invalidType("boolean/" + SCHEMA, name);
    }
  }

  private void part(
      Keywords keywords, String name, int since, String scope, @Nullable String given) {
    Value value = keywords.get(name);
    if (value == null || draft < since) {
      return;
    } else if (Keywords.isSchema(value)) {
      schema(value, scope);
    } else {
      throw given == null
          ? new SchemaException(name + " must be of an object")
          : Keywords.invalidType(SCHEMA, given);
    }
  }

  private void patterns(Keywords keywords, String scope) {
    Value value = keywords.get("patternProperties");
    if (value != null && !(value instanceof ObjectValue)) {
      throw Keywords.invalidType(SCHEMA, "patternProperties");
    } else if (value instanceof ObjectValue patterns) {
      patterns.forEach(
          (pattern, part) -> {
            String text = ((StringValue) pattern).value();
            try {
              Pattern.compile(text);
            } catch (PatternSyntaxException e) {
              throw new SchemaException("Invalid regex pattern '" + text + "'");
            }
            schema(part, scope);
          });
    }
  }

  private void dependencies(Keywords keywords, String scope) {
    keywords
        .map("dependencies", "dependencies must be of type object")
        .forEach(
            (name, dependency) -> {
              if (Keywords.isSchema(dependency)) {
                schema(dependency, scope);
              } else if (!isListOfTexts(dependency)) {
                throw new SchemaException("Dependency must be of type Schema Or Array Of Strings");
              }
            });
  }

  private static boolean isListOfTexts(Value value) {
    if (!(value instanceof ArrayValue array)) {
      return false;
    }
    for (Value element : array) {
      if (!(element instanceof StringValue)) {
        return false;
      }
    }
    return true;
  }
}
