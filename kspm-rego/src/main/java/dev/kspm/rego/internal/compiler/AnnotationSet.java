package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.internal.ast.Annotations;
import dev.kspm.rego.internal.ast.Module;
import dev.kspm.rego.internal.ast.Ref;
import dev.kspm.rego.internal.ast.Rule;
import dev.kspm.rego.internal.ast.Scalar;
import dev.kspm.rego.internal.ast.Term;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The annotations of all modules, by what they are about. */
final class AnnotationSet {
  private final Map<String, Annotations> packages = new HashMap<>();
  private final Map<String, Annotations> subpackages = new HashMap<>();
  private final Map<String, Annotations> documents = new HashMap<>();

  /** Gathers; reports packages and documents that are described twice. */
  AnnotationSet(Compilation compilation, Collection<Module> modules) {
    for (Module module : modules) {
      Ref path = module.packageDeclaration().path();
      for (Annotations a : module.annotations()) {
        if (a.scope().equals("package")) {
          put(compilation, packages, path, a);
        } else if (a.scope().equals("subpackages")) {
          put(compilation, subpackages, path, a);
        }
      }
      for (Rule rule : module.rules()) {
        for (Annotations a : rule.annotations()) {
          if (a.scope().equals("document")) {
            put(compilation, documents, documentPath(path, rule), a);
          }
        }
      }
    }
  }

  private static void put(
      Compilation compilation, Map<String, Annotations> into, Ref path, Annotations annotations) {
    Annotations first = into.putIfAbsent(path.toString(), annotations);
    if (first != null && !first.span().equals(annotations.span())) {
      Span span = first.span();
      compilation.error(
          Codes.TYPE,
          annotations.span(),
          annotations.scope() + " annotation redeclared: " + span.file() + ":" + span.row());
    }
  }

  private static Ref documentPath(Ref packagePath, Rule rule) {
    Ref ref = Refs.ofRule(packagePath, rule.head().ref());
    int constant = 1;
    while (constant < ref.size() && ref.operand(constant) instanceof Scalar) {
      constant++;
    }
    return Refs.prefix(ref, constant);
  }

  /** What {@code rego.metadata.rule()} gives in a rule. */
  static Value ofRule(Rule rule) {
    Annotations own = own(rule);
    return own == null ? ObjectValue.EMPTY : value(own);
  }

  private static @Nullable Annotations own(Rule rule) {
    return rule.annotations().stream()
        .filter(a -> a.scope().equals("rule"))
        .findFirst()
        .orElse(null);
  }

  /** What {@code rego.metadata.chain()} gives in a rule. */
  Value chain(Ref packagePath, Rule rule) {
    ArrayValue.Builder chain = ArrayValue.builder();
    Ref path = documentPath(packagePath, rule);
    chain.add(entry(own(rule), path));
    Annotations document = documents.get(path.toString());
    if (document != null) {
      chain.add(entry(document, path));
    }
    Annotations ofPackage = packages.get(packagePath.toString());
    if (ofPackage != null) {
      chain.add(entry(ofPackage, packagePath));
    }
    for (int size = packagePath.size(); size > 0; size--) {
      Ref prefix = Refs.prefix(packagePath, size);
      Annotations below = subpackages.get(prefix.toString());
      if (below != null) {
        chain.add(entry(below, prefix));
      }
    }
    return chain.build();
  }

  /** The schemas that count for a rule or a link of its, those that come first first. */
  List<Annotations.SchemaAnnotation> schemas(Ref packagePath, Rule link) {
    List<Annotations> all = new ArrayList<>();
    for (int size = 1; size <= packagePath.size(); size++) {
      add(all, subpackages.get(Refs.prefix(packagePath, size).toString()));
    }
    add(all, packages.get(packagePath.toString()));
    add(all, documents.get(documentPath(packagePath, link).toString()));
    for (Annotations own : link.annotations()) {
      if (own.scope().equals("rule")) {
        all.add(own);
      }
    }
    return all.stream().flatMap(a -> a.schemas().stream()).toList();
  }

  private static void add(List<Annotations> all, @Nullable Annotations annotations) {
    if (annotations != null) {
      all.add(annotations);
    }
  }

  private static Value entry(@Nullable Annotations annotations, Ref path) {
    ObjectValue.Builder entry = ObjectValue.builder();
    if (annotations != null) {
      entry.put(StringValue.of("annotations"), value(annotations));
    }
    ArrayValue.Builder parts = ArrayValue.builder();
    path.parts().stream().skip(1).forEach(p -> parts.add(((Scalar) p).value()));
    entry.put(StringValue.of("path"), parts.build());
    return entry.build();
  }

  private static Value value(Annotations annotations) {
    ObjectValue.Builder value = ObjectValue.builder();
    annotations.fields().forEach(value::put);
    value.put(StringValue.of("scope"), StringValue.of(annotations.scope()));
    if (!annotations.schemas().isEmpty()) {
      ArrayValue.Builder schemas = ArrayValue.builder();
      annotations.schemas().forEach(s -> schemas.add(schema(s)));
      value.put(StringValue.of("schemas"), schemas.build());
    }
    return value.build();
  }

  private static Value schema(Annotations.SchemaAnnotation schema) {
    ObjectValue.Builder value = ObjectValue.builder();
    value.put(StringValue.of("path"), path(schema.path()));
    if (schema.schema() != null) {
      value.put(StringValue.of("schema"), path(schema.schema()));
    }
    if (schema.definition() != null) {
      value.put(StringValue.of("definition"), schema.definition());
    }
    return value.build();
  }

  private static Value path(Ref ref) {
    List<Term> parts = new ArrayList<>(ref.parts());
    ArrayValue.Builder value = ArrayValue.builder();
    value.add(StringValue.of(parts.get(0).toString()));
    parts.stream().skip(1).forEach(p -> value.add(((Scalar) p).value()));
    return value.build();
  }
}
