package dev.kspm.cli;

/** Text of somebody else's on a terminal. */
final class Escapes {
  private Escapes() {}

  /** Control characters, which could move the cursor or end the line, as {@code \\u001b}. */
  static String controls(String text) {
    StringBuilder safe = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (c == '\t' || !Character.isISOControl(c)) {
                safe.appendCodePoint(c);
              } else {
                safe.append(
                    c == '\n' ? "\\n" : "\\u00" + (c < 16 ? "0" : "") + Integer.toHexString(c));
              }
            });
    return safe.toString();
  }
}
