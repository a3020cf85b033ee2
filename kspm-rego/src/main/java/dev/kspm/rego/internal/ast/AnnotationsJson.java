package dev.kspm.rego.internal.ast;

import dev.kspm.rego.value.StringValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes metadata annotations as OPA's JSON, with the members of {@link AstJson#tree}. */
final class AnnotationsJson {
  private AnnotationsJson() {}

  static Map<String, Object> tree(Annotations annotations, @Nullable Map<String, Object> location) {
    boolean located = location != null;
    Map<String, Object> fields = new TreeMap<>();
    annotations.fields().forEach((k, v) -> fields.put(((StringValue) k).value(), v));
    fields.put("scope", StringValue.of(annotations.scope()));
    if (location != null) {
      fields.put("location", location);
    }
    if (!annotations.schemas().isEmpty()) {
      List<Object> schemas = new ArrayList<>();
      for (Annotations.SchemaAnnotation schema : annotations.schemas()) {
        Map<String, Object> member = new LinkedHashMap<>();
        member.put("path", path(schema.path(), false));
        if (schema.schema() != null) {
          member.put("schema", path(schema.schema(), located));
        }
        if (schema.definition() != null) {
          member.put("definition", schema.definition());
        }
        schemas.add(member);
      }
      fields.put("schemas", schemas);
    }
    if (!annotations.unknowns().isEmpty() || annotations.maskRule() != null) {
      Map<String, Object> compile = new LinkedHashMap<>();
      if (!annotations.unknowns().isEmpty()) {
        compile.put(
            "unknowns", annotations.unknowns().stream().map(ref -> path(ref, located)).toList());
      }
      if (annotations.maskRule() != null) {
        compile.put("mask_rule", path(annotations.maskRule(), located));
      }
      fields.put("compile", compile);
    }
    return fields;
  }

  /** OPA forgets the places of document paths, and of nothing else. */
  private static Object path(Ref ref, boolean located) {
    return AstJson.list(ref.parts(), located);
  }
}
