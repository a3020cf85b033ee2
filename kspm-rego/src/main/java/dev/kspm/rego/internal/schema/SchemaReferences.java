package dev.kspm.rego.internal.schema;

import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.NumberValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what references of a schema lead to: the document itself and its parts that have an id. */
final class SchemaReferences {
  private static final Set<String> LITERAL = Set.of("const", "enum");
  private static final Set<String> NAMED =
      Set.of("properties", "dependencies", "patternProperties");

  private final Map<String, Value> documents = new HashMap<>();

  SchemaReferences(Value document) {
    collect(document, "");
    documents.put("", document);
  }

  private void collect(Value part, String base) {
    if (part instanceof ArrayValue array) {
      array.forEach(element -> collect(element, base));
    } else if (part instanceof ObjectValue object) {
      Value id = object.get(object.get("id") == null ? "$id" : "id");
      String scope = id instanceof StringValue s ? resolve(base, s.value()) : base;
      if (id instanceof StringValue && documents.putIfAbsent(scope, object) != null) {
        throw new SchemaException("Reference already exists: \"" + scope + "\"");
      }
      object.forEach(
          (key, value) -> {
            String name = key instanceof StringValue s ? s.value() : "";
            if (NAMED.contains(name) && value instanceof ObjectValue named) {
              named.forEach((k, v) -> collect(v, scope));
            } else if (!NAMED.contains(name) && !LITERAL.contains(name)) {
              collect(value, scope);
            }
          });
    }
  }

  /** The absolute name of a reference that stands where a base is in force. */
  static String resolve(String base, String reference) {
    if (reference.startsWith("#")) {
      String document = withoutFragment(base);
      return reference.equals("#") ? document : document + reference;
    } else if (base.isEmpty()) {
      String plain =
          reference.endsWith("#") ? reference.substring(0, reference.length() - 1) : reference;
      return plain.isEmpty() || plain.startsWith("/") || plain.contains(":") ? plain : "/" + plain;
    }
    try {
      String resolved = new URI(withoutFragment(base)).resolve(new URI(reference)).toString();
      return resolved.endsWith("#") ? resolved.substring(0, resolved.length() - 1) : resolved;
    } catch (URISyntaxException e) {
      return reference;
    }
  }

  private static String withoutFragment(String reference) {
    int hash = reference.indexOf('#');
    return hash < 0 ? reference : reference.substring(0, hash);
  }

  /**
   * What an absolute name stands for.
   *
   * @throws SchemaException if it stands for nothing, or for what is elsewhere
   */
  Value find(String name) {
    Value known = documents.get(name);
    if (known != null) {
      return known;
    }
    Value document = documents.get(withoutFragment(name));
    if (document != null) {
      return pointed(document, name.substring(name.indexOf('#') + 1));
    } else if (!isCanonical(name)) {
      throw new SchemaException("Reference " + name + " must be canonical");
    }
    throw new SchemaException("remote reference loading disabled: " + withoutFragment(name));
  }

  private static boolean isCanonical(String name) {
    return name.contains("://");
  }

  private static Value pointed(Value document, String pointer) {
    Value at = document;
    if (!pointer.startsWith("/")) {
      return at;
    }
    for (String token : pointer.substring(1).split("/", -1)) {
      at = step(at, decoded(token));
    }
    return at;
  }

  private static String decoded(String token) {
    String plain = token;
    if (token.indexOf('%') >= 0) {
      plain = java.net.URLDecoder.decode(token.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
    return plain.replace("~1", "/").replace("~0", "~");
  }

  private static Value step(Value at, String token) {
    if (at instanceof ObjectValue object) {
      Value member = object.get(token);
      if (member == null) {
        throw new SchemaException("Object has no key '" + token + "'");
      }
      return member;
    } else if (at instanceof ArrayValue array) {
      Long index = index(token);
      if (index == null) {
        throw new SchemaException("Invalid array index '" + token + "'");
      } else if (index < 0 || index >= array.size()) {
        throw new SchemaException(
            "Out of bound array[0," + array.size() + "] index '" + index + "'");
      }
      return array.get(index.intValue());
    }
    throw new SchemaException("Invalid token reference '" + token + "'");
  }

  private static @Nullable Long index(String token) {
    return token.matches("[+-]?[0-9]{1,18}") && NumberValue.of(Long.parseLong(token)).isLong()
        ? Long.valueOf(token)
        : null;
  }
}
