package dev.kspm.rego.internal.builtins;

import java.util.Locale;

/** How a string is written in YAML: plain, in quotes or as block. */
enum YamlStyle {
  PLAIN,
  SINGLE,
  DOUBLE,
  LITERAL;

  /** The style that Go's library chooses outside of flow collections. */
  static YamlStyle of(String text) {
    Analysis analysis = new Analysis(text);
    if (text.indexOf('\n') >= 0) {
      return analysis.blockAllowed ? LITERAL : DOUBLE;
    } else if (YamlScalars.looksLikeOther(text)) {
      return DOUBLE;
    } else if (analysis.plainAllowed) {
      return PLAIN;
    }
    return analysis.singleAllowed ? SINGLE : DOUBLE;
  }

  /** What the characters of a string allow. */
  private static final class Analysis {
    private boolean plainAllowed;
    private final boolean singleAllowed;
    private final boolean blockAllowed;

    Analysis(String text) {
      boolean indicators = text.startsWith("---") || text.startsWith("...");
      boolean special = false;
      boolean tabs = false;
      boolean breaks = false;
      boolean spaceBreak = false;
      boolean breakSpace = false;
      int before = 0;
      for (int i = 0; i < text.length(); ) {
        int c = text.codePointAt(i);
        int end = i + Character.charCount(c);
        boolean blankNext = end == text.length() || isBlank(text.codePointAt(end));
        indicators |= i == 0 ? isIndicator(c, blankNext) : isInner(c, before, blankNext);
        tabs |= c == '\t';
        special |= c != '\t' && !isPrintable(c);
        breaks |= isBreak(c);
        breakSpace |= c == ' ' && isBreak(before);
        spaceBreak |= isBreak(c) && before == ' ';
        before = c;
        i = end;
      }
      int first = text.isEmpty() ? 0 : text.codePointAt(0);
      boolean edges = first == ' ' || isBreak(first) || before == ' ' || isBreak(before);
      plainAllowed = !indicators && !edges && !breaks && !breakSpace;
      singleAllowed = !breakSpace && !spaceBreak && !tabs && !special;
      plainAllowed &= singleAllowed;
      blockAllowed = before != ' ' && !spaceBreak && !special;
    }

    private static boolean isIndicator(int c, boolean blankNext) {
      return "#,[]{}&*!|>'\"%@`".indexOf(c) >= 0 || "?:-".indexOf(c) >= 0 && blankNext;
    }

    private static boolean isInner(int c, int before, boolean blankNext) {
      return c == ':' && blankNext || c == '#' && isBlank(before);
    }
  }

  private static boolean isBreak(int c) {
    return c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
  }

  private static boolean isBlank(int c) {
    return c == ' ' || c == '\t' || isBreak(c);
  }

  private static boolean isPrintable(int c) {
    return c == '\n'
        || c >= 0x20 && c < 0x7f
        || c >= 0xa0 && c < 0xd800
        || c >= 0xe000 && c < 0xfffe && c != 0xfeff;
  }

  static String doubleQuoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case 0 -> out.append("\\0");
                case 7 -> out.append("\\a");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case 11 -> out.append("\\v");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                case 27 -> out.append("\\e");
                case 0x85 -> out.append("\\N");
                case 0x2028 -> out.append("\\L");
                case 0x2029 -> out.append("\\P");
                default -> {
                  if (isPrintable(c)) {
                    out.appendCodePoint(c);
                  } else {
                    String format = c < 0x100 ? "\\x%02X" : c < 0x10000 ? "\\u%04X" : "\\U%08X";
                    out.append(String.format(Locale.ROOT, format, c));
                  }
                }
              }
            });
    return out.append('"').toString();
  }

  static String singleQuoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
