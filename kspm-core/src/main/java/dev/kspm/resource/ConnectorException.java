package dev.kspm.resource;

import org.jspecify.annotations.Nullable;

/**
 * A connector could not even start: no such file, no credentials, an address that does not answer.
 * What fails later is a hole, not an exception.
 */
public final class ConnectorException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * With one line for people: what is wrong, where, and what to do.
   *
   * @param message without secrets
   */
  public ConnectorException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** Without a cause. */
  public ConnectorException(String message) {
    super(message, null);
  }
}
