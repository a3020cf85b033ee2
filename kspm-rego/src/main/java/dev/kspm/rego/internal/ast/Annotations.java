package dev.kspm.rego.internal.ast;

import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A {@code # METADATA} block.
 *
 * @param scope {@code rule}, {@code document}, {@code package} or {@code subpackages}
 * @param fields title, description, organizations, related_resources, authors, entrypoint, custom,
 *     labels: what the block says, in the shape of OPA's JSON and without scope, schemas and
 *     compile
 * @param schemas schemas for paths of {@code input} and {@code data}
 * @param unknowns of {@code compile}
 * @param maskRule of {@code compile}
 */
public record Annotations(
    String scope,
    ObjectValue fields,
    List<SchemaAnnotation> schemas,
    List<Ref> unknowns,
    @Nullable Ref maskRule,
    Span span)
    implements Node {
  public Annotations {
    schemas = List.copyOf(schemas);
    unknowns = List.copyOf(unknowns);
  }

  /** A schema for a path, named ({@code schema.x}) or written out. */
  public record SchemaAnnotation(Ref path, @Nullable Ref schema, @Nullable Value definition) {}
}
