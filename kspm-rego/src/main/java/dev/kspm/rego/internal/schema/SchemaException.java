package dev.kspm.rego.internal.schema;

/** A document that is no JSON Schema, or one that says what cannot be; with OPA's text. */
public final class SchemaException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SchemaException(String message) {
    super(message, null, false, false);
  }

  /** OPA's text. */
  public String text() {
    return String.valueOf(getMessage());
  }
}
