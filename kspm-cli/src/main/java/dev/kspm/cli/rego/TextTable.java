package dev.kspm.cli.rego;

import java.util.ArrayList;
import java.util.List;

/** A table with lines around its cells, as opa prints bindings. */
final class TextTable {
  private final List<String> header;
  private final List<List<String>> rows = new ArrayList<>();

  TextTable(List<String> header) {
    this.header = List.copyOf(header);
  }

  void add(List<String> row) {
    rows.add(List.copyOf(row));
  }

  String render() {
    int[] widths = new int[header.size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = width(header.get(i));
      for (List<String> row : rows) {
        widths[i] = Math.max(widths[i], width(row.get(i)));
      }
    }
    StringBuilder out = new StringBuilder();
    appendLine(out, widths, "┌", "┬", "┐");
    for (int i = 0; i < widths.length; i++) {
      int room = widths[i] - width(header.get(i));
      out.append("│ ").append(" ".repeat(room / 2)).append(header.get(i));
      out.append(" ".repeat(room - room / 2)).append(' ');
    }
    out.append("│\n");
    appendLine(out, widths, "├", "┼", "┤");
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        out.append("│ ").append(row.get(i)).append(" ".repeat(widths[i] - width(row.get(i)) + 1));
      }
      out.append("│\n");
    }
    appendLine(out, widths, "└", "┴", "┘");
    return out.toString();
  }

  private static void appendLine(
      StringBuilder out, int[] widths, String left, String middle, String right) {
    for (int i = 0; i < widths.length; i++) {
      out.append(i == 0 ? left : middle).append("─".repeat(widths[i] + 2));
    }
    out.append(right).append('\n');
  }

  private static int width(String text) {
    return text.codePoints().map(TextTable::width).sum();
  }

  /** How many columns of a terminal a character takes: two for those of East Asian scripts. */
  private static int width(int c) {
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    boolean wide =
        c >= 0x1100 && c <= 0x115F
            || c >= 0x2E80 && c <= 0xA4CF
            || c >= 0xAC00 && c <= 0xD7A3
            || c >= 0xF900 && c <= 0xFAFF
            || c >= 0xFE30 && c <= 0xFE6F
            || c >= 0xFF00 && c <= 0xFF60
            || c >= 0xFFE0 && c <= 0xFFE6
            || c >= 0x1F300 && c <= 0x1F64F
            || c >= 0x1F900 && c <= 0x1F9FF
            || c >= 0x20000 && c <= 0x3FFFD;
    return wide ? 2 : 1;
  }
}
