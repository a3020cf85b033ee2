package dev.kspm.rego.diagnostic;

/**
 * A stretch of a source text.
 *
 * @param source the text
 * @param row row of the first character, from 1
 * @param column column of the first character, from 1, counted as OPA counts
 * @param start index of the first character in the text
 * @param end index after the last character
 */
public record Span(SourceText source, int row, int column, int start, int end) {
  private static final SourceText NOWHERE = SourceText.of("", "");

  /** The place of what was made up and stands in no text. */
  public static final Span NONE = new Span(NOWHERE, 0, 0, 0, 0);

  /** The text between start and end. */
  public String text() {
    return source.text().substring(start, end);
  }

  /** The name of the text. */
  public String file() {
    return source.name();
  }

  @Override
  public String toString() {
    return file().isEmpty() ? row + ":" + column : file() + ":" + row + ":" + column;
  }
}
