package dev.kspm;

/** A scan was asked for that cannot be: an unknown framework or rule, two rules with one id. */
public final class KspmException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With one line for people. */
  public KspmException(String message) {
    super(message, null);
  }
}
