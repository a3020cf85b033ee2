package dev.kspm.codec;

/** A text is not what it should be, at a place. */
public final class PlacedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String file;
  private final int row;
  private final int column;

  /**
   * At a place.
   *
   * @param row from 1; 0 when the whole file is meant
   * @param column from 1; 0 when the whole line is meant
   */
  public PlacedException(String file, int row, int column, String message) {
    super(message, null);
    this.file = file;
    this.row = row;
    this.column = column;
  }

  /** The file. */
  public String file() {
    return file;
  }

  /** The line, from 1, or 0. */
  public int row() {
    return row;
  }

  /** The column, from 1, or 0. */
  public int column() {
    return column;
  }
}
