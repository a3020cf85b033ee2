package dev.kspm.reports;

/**
 * Text of somebody else's, such as the name of a resource, in one line of a terminal. Stateless and
 * thread-safe.
 */
public final class TerminalText {
  private TerminalText() {}

  /**
   * The text with everything that could end the line, move the cursor, colour or turn around what
   * follows written as <code>\&#117;001b</code>.
   */
  public static String line(String text) {
    StringBuilder safe = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        safe.append("\\n");
      } else if (c != '\t' && isHarmful(c)) {
        String digits = Integer.toHexString(c);
        safe.append("\\u").append("0".repeat(4 - digits.length())).append(digits);
      } else {
        safe.append(c);
      }
    }
    return safe.toString();
  }

  private static boolean isHarmful(char c) {
    boolean breaksLines = c == '\u2028' || c == '\u2029';
    boolean turnsAround = (c >= '\u202a' && c <= '\u202e') || (c >= '\u2066' && c <= '\u2069');
    return Character.isISOControl(c) || breaksLines || turnsAround;
  }
}
