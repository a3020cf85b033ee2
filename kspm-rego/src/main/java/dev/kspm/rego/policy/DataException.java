package dev.kspm.rego.policy;

/**
 * JSON or YAML that cannot be read, with the place where reading stopped. Immutable.
 *
 * <p>{@link #getMessage} is {@code ROW:COL: TEXT}; whoever knows the file puts its name before.
 */
public final class DataException extends RegoException {
  private static final long serialVersionUID = 1L;

  /** What is wrong with the text. */
  public enum Problem {
    /** The text is not of the format. */
    SYNTAX,
    /** A key occurs twice in an object, and the reader was told to refuse that. */
    DUPLICATE_KEY,
    /** More levels of nesting than the reader allows. */
    TOO_DEEP,
    /** YAML aliases that unfold to more nodes than the reader allows. */
    TOO_MANY_ALIASES
  }

  private final Problem problem;
  private final String text;
  private final String goText;
  private final long offset;
  private final int row;
  private final int column;

  /**
   * @param text what is wrong, for people
   * @param goText the words of the Go library that OPA reads with; scripts may know them
   * @param offset bytes before the place
   * @param row from 1
   * @param column from 1, in characters
   */
  public DataException(
      Problem problem, String text, String goText, long offset, int row, int column) {
    super(row + ":" + column + ": " + text, null);
    this.problem = problem;
    this.text = text;
    this.goText = goText;
    this.offset = offset;
    this.row = row;
    this.column = column;
  }

  public Problem problem() {
    return problem;
  }

  /** The message without the place. */
  public String text() {
    return text;
  }

  /**
   * The message in the words of the Go library that OPA reads with, as {@code json.unmarshal} and
   * {@code yaml.unmarshal} show it.
   */
  public String goText() {
    return goText;
  }

  /** How many bytes come before the place. */
  public long offset() {
    return offset;
  }

  /** The row of the place, from 1. */
  public int row() {
    return row;
  }

  /** The column of the place in characters, from 1. */
  public int column() {
    return column;
  }
}
