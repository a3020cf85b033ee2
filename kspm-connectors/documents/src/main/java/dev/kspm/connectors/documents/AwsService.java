package dev.kspm.connectors.documents;

import dev.kspm.rego.value.ObjectValue;
import org.jspecify.annotations.Nullable;

/** The answers of one service of AWS, recognised by content. */
interface AwsService {
  /** Takes a document, or gives {@code null} when it is no answer of this service. */
  @Nullable Recognition take(ObjectValue answer, String source);
}
