package dev.kspm.connectors.snapshot;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The message of a command that was refused, where its answer should be: somebody asked, and there
 * may be anything. Stateless and thread-safe.
 */
final class RefusedAnswer {
  private static final int LONGEST = 4096;

  /** As aws, az and kubectl begin. */
  private static final Pattern START =
      Pattern.compile(
          "\\s*(An error occurred \\([^\n]+|ERROR: [^\n]+|Error from server[ :(][^\n]+"
              + "|error: You must be logged in[^\n]+|Unable to connect to the server[^\n]+)");

  private RefusedAnswer() {}

  /** The first line of the message, if it is one. */
  static Optional<String> in(byte[] bytes) {
    if (bytes.length > LONGEST) {
      return Optional.empty();
    }
    Matcher start = START.matcher(new String(bytes, StandardCharsets.UTF_8));
    return start.lookingAt() ? Optional.of(start.group(1).strip()) : Optional.empty();
  }
}
