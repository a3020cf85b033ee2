package dev.kspm.rego.diagnostic;

import java.util.Arrays;

/** A named text whose places can be told by row and column. Immutable and thread-safe. */
public final class SourceText {
  private final String name;
  private final String text;
  private int[] lineStarts = new int[0];

  private SourceText(String name, String text) {
    this.name = name;
    this.text = text;
  }

  /**
   * A text with the name that messages show, usually a path.
   *
   * @param name may be empty for a text without a file, such as a query
   */
  public static SourceText of(String name, String text) {
    return new SourceText(name, text);
  }

  public String name() {
    return name;
  }

  public String text() {
    return text;
  }

  /** The row, counted from 1, of an index into {@link #text}. */
  public int row(int index) {
    int found = Arrays.binarySearch(starts(), index);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** The column, counted from 1 in UTF-16 units, of an index into {@link #text}. */
  public int column(int index) {
    return index - starts()[row(index) - 1] + 1;
  }

  /** The line with this row, counted from 1, without its end. */
  public String line(int row) {
    int[] starts = starts();
    if (row < 1 || row > starts.length) {
      return "";
    }
    int end = row < starts.length ? starts[row] - 1 : text.length();
    if (end > starts[row - 1] && text.charAt(end - 1) == '\r') {
      end--;
    }
    return text.substring(starts[row - 1], Math.max(starts[row - 1], end));
  }

  private int[] starts() {
    if (lineStarts.length == 0) {
      int[] starts = new int[16];
      int n = 1;
      for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
        if (n == starts.length) {
          starts = Arrays.copyOf(starts, n * 2);
        }
        starts[n++] = i + 1;
      }
      lineStarts = Arrays.copyOf(starts, n);
    }
    return lineStarts;
  }

  @Override
  public String toString() {
    return name;
  }
}
