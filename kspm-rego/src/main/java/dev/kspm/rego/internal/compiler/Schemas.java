package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.builtin.RegoType;
import dev.kspm.rego.diagnostic.Diagnostic;
import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.internal.ast.Annotations;
import dev.kspm.rego.internal.ast.Ref;
import dev.kspm.rego.internal.ast.Rule;
import dev.kspm.rego.internal.ast.Scalar;
import dev.kspm.rego.internal.ast.Term;
import dev.kspm.rego.internal.schema.SchemaException;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The types that schemas give to documents: those given by name, and those in annotations. */
final class Schemas {
  /** The name of the schema of {@code input} as a whole. */
  static final String ROOT = "schema";

  private final @Nullable Map<String, Value> given;
  private final Map<String, RegoType> known = new HashMap<>();

  /**
   * @param given schemas by name ({@code schema.a.b}), {@code null} when there is no set of them
   */
  Schemas(@Nullable Map<String, Value> given) {
    this.given = given;
  }

  /** Says what is known of {@code input} everywhere. */
  void declareInput(DocumentTypes documents, Compilation compilation) {
    Value schema = given == null ? null : given.get(ROOT);
    if (schema != null) {
      try {
        documents.put(List.of(StringValue.of("input")), SchemaTypes.of(schema));
      } catch (SchemaException e) {
        compilation.error(new Diagnostic(Codes.TYPE, e.text(), Span.NONE));
      }
    }
  }

  /**
   * Says in a scope what a schema says about a document.
   *
   * @return what is wrong with the schema, or {@code null}
   */
  @Nullable Diagnostic declare(
      Annotations.SchemaAnnotation annotation,
      Rule rule,
      TypeScope scope,
      DocumentTypes documents) {
    RegoType type;
    try {
      type = type(annotation);
    } catch (SchemaException e) {
      return new Diagnostic(Codes.TYPE, e.text(), rule.span());
    }
    if (type != null) {
      List<Value> path = Replacements.groundPath(annotation.path());
      List<Value> root = path.subList(0, 1);
      RegoType whole = scope.of(Refs.prefix(annotation.path(), 1));
      documents.put(root, replaced(whole, path.subList(1, path.size()), type));
    }
    return null;
  }

  private @Nullable RegoType type(Annotations.SchemaAnnotation annotation) {
    Ref name = annotation.schema();
    if (name == null) {
      return annotation.definition() == null ? null : SchemaTypes.of(annotation.definition());
    } else if (given == null) {
      return null;
    }
    String text = name(name);
    RegoType found = known.get(text);
    if (found == null) {
      Value schema = given.get(text);
      if (schema == null) {
        throw new SchemaException("undefined schema: " + name);
      }
      found = SchemaTypes.of(schema);
      known.put(text, found);
    }
    return found;
  }

  private static String name(Ref ref) {
    StringBuilder name = new StringBuilder(Refs.headName(ref));
    for (Term part : ref.parts().subList(1, ref.size())) {
      name.append('.').append(part instanceof Scalar s ? Types.plainText(s.value()) : part);
    }
    return name.toString();
  }

  /** A type in which what lies at a path is of another. */
  private static RegoType replaced(@Nullable RegoType of, List<Value> path, RegoType type) {
    if (path.isEmpty()) {
      return type;
    }
    Value key = Types.key(path.get(0));
    List<Value> below = path.subList(1, path.size());
    if (!(Types.whole(of) instanceof RegoType.ObjectOf object)) {
      return made(path, type, RegoType.ANY, RegoType.ANY);
    }
    SortedMap<Value, RegoType> properties = Types.properties(object);
    RegoType member = properties.get(key);
    properties.put(
        key,
        member != null || below.isEmpty()
            ? replaced(member, below, type)
            : made(below, type, object.keys(), object.values()));
    return Types.object(properties, object.keys(), object.values());
  }

  /** Objects around a type, each with the same further members. */
  private static RegoType made(
      List<Value> path, RegoType type, @Nullable RegoType keys, @Nullable RegoType values) {
    RegoType made = type;
    for (int i = path.size() - 1; i >= 0; i--) {
      made =
          new RegoType.ObjectOf(
              List.of(new RegoType.ObjectOf.Property(Types.key(path.get(i)), made)), keys, values);
    }
    return made;
  }
}
