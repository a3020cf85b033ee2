package dev.kspm.connectors.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * JSON Schemas (draft 2020-12) of the documents, one for each resource type and one for all objects
 * of the Kubernetes API. Stateless and thread-safe.
 *
 * <p>A schema names what rules may rely on; documents have more members.
 */
public final class DocumentSchemas {
  private static final String FOLDER = "/kspm/schemas/";
  private static final String OBJECT = "kubernetes_object";

  private DocumentSchemas() {}

  /** The schema of a resource type as JSON. */
  public static Optional<byte[]> of(String type) {
    Optional<byte[]> own = read(type);
    return own.isPresent() || !type.startsWith("kubernetes_") ? own : read(OBJECT);
  }

  private static Optional<byte[]> read(String name) {
    if (!name.matches("[a-z0-9_]+")) {
      return Optional.empty();
    }
    try (InputStream schema = DocumentSchemas.class.getResourceAsStream(FOLDER + name + ".json")) {
      return schema == null ? Optional.empty() : Optional.of(schema.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
