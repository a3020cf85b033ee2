package dev.kspm.cli;

/**
 * Something that the user gave and that cannot be used: a file, a name, an option. The message is
 * one line that names the thing, with the place in it when there is one.
 */
public final class InputError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InputError(String message) {
    super(message, null, false, false);
  }
}
