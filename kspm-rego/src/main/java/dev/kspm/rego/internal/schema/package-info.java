/**
 * JSON Schema as far as OPA understands it (drafts 4, 6 and 7 together): {@link
 * dev.kspm.rego.internal.schema.JsonSchema} is a schema whose keywords have been found well formed
 * and whose references lead somewhere, {@link dev.kspm.rego.internal.schema.SchemaReader} makes it
 * from a document. The type checker takes types from it.
 *
 * <p>Nothing is ever fetched: a reference leads into the schema itself, or is an error.
 */
@NullMarked
package dev.kspm.rego.internal.schema;

import org.jspecify.annotations.NullMarked;
