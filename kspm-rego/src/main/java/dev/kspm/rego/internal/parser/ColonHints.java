package dev.kspm.rego.internal.parser;

import dev.kspm.rego.internal.ast.Comment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Hints at colons in broken metadata that have no space behind them. */
final class ColonHints {
  private ColonHints() {}

  /** What to add to a message of the YAML reader, perhaps nothing. */
  static String of(AnnotationBlock block) {
    StringBuilder hints = new StringBuilder();
    for (Comment comment : block.comments().subList(1, block.comments().size())) {
      List<String> symbols = symbols(comment.text());
      if (!symbols.isEmpty()) {
        hints.append("\n  Hint: on line ").append(comment.span().row());
        hints.append(", symbol(s) [").append(String.join(" ", symbols));
        hints.append("] immediately following a key/value separator ':'");
        hints.append(" is not a legal yaml space character");
      }
    }
    return hints.toString();
  }

  /** What stands behind the colons of a line, up to the first one with a space. */
  private static List<String> symbols(String line) {
    List<String> symbols = new ArrayList<>();
    for (int colon = line.indexOf(':'); colon >= 0; colon = line.indexOf(':', colon + 1)) {
      int next = colon + 1;
      boolean last = line.indexOf(':', next) < 0;
      if (next == line.length() && last) {
        break;
      }
      // nothing between two colons is told as a broken character
      int symbol =
          next < line.length() && line.charAt(next) != ':' ? line.codePointAt(next) : 0xFFFD;
      if (symbol == ' ' || symbol == '\t') {
        break;
      }
      symbols.add(quoted(symbol));
    }
    return symbols;
  }

  private static String quoted(int symbol) {
    if (symbol == '\'' || symbol == '\\') {
      return "'\\" + (char) symbol + "'";
    } else if (symbol > ' ' && symbol < 0x7F) {
      return "'" + (char) symbol + "'";
    } else if (symbol < ' ' || symbol == 0x7F) {
      return symbol == '\r' ? "'\\r'" : String.format(Locale.ROOT, "'\\x%02x'", symbol);
    }
    return symbol > 0xFFFF
        ? String.format(Locale.ROOT, "'\\U%08x'", symbol)
        : String.format(Locale.ROOT, "'\\u%04x'", symbol);
  }
}
