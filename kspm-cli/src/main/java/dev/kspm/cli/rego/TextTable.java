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
    return text.codePointCount(0, text.length());
  }
}
