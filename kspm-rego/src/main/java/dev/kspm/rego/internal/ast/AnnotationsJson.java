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
        member.put("path", path(schema.path()));
        if (schema.schema() != null) {
          member.put("schema", path(schema.schema()));
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
            "unknowns", annotations.unknowns().stream().map(AnnotationsJson::path).toList());
      }
      if (annotations.maskRule() != null) {
        compile.put("mask_rule", path(annotations.maskRule()));
      }
      fields.put("compile", compile);
    }
    return fields;
  }

  private static Object path(Ref ref) {
    return AstJson.plain(ref.parts());
  }
}
