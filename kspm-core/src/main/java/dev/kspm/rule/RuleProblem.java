package dev.kspm.rule;

import dev.kspm.codec.PlacedException;
import java.util.Comparator;

/**
 * Something wrong with a rule: its files, its Rego, or what it returned. Immutable and thread-safe.
 *
 * @param ruleId the rule; empty when the file does not even tell
 * @param file the file
 * @param row from 1; 0 when the whole file is meant
 * @param column from 1; 0 when the whole line is meant
 * @param code {@code rego_parse_error} and the like from the engine, {@code rule_file_error},
 *     {@code rule_result_error}, {@code rule_library_error}
 * @param message for people
 */
public record RuleProblem(
    String ruleId, String file, int row, int column, String code, String message)
    implements Comparable<RuleProblem> {
  /** A rule's files are not what they should be. */
  public static final String FILE = "rule_file_error";

  /** A rule returned what it must not. */
  public static final String RESULT = "rule_result_error";

  /** A rule or library reads a library that is broken or not there. */
  public static final String LIBRARY = "rule_library_error";

  /** A file is not what it should be, at a place. */
  public static RuleProblem of(String ruleId, PlacedException problem) {
    return new RuleProblem(
        ruleId,
        problem.file(),
        problem.row(),
        problem.column(),
        FILE,
        String.valueOf(problem.getMessage()));
  }

  @Override
  public int compareTo(RuleProblem other) {
    return Comparator.comparing(RuleProblem::ruleId)
        .thenComparing(RuleProblem::file)
        .thenComparing(RuleProblem::row)
        .thenComparing(RuleProblem::column)
        .thenComparing(RuleProblem::code)
        .thenComparing(RuleProblem::message)
        .compare(this, other);
  }

  private String oneLine() {
    return message.replaceAll(":\\R\\s*", ": ").replaceAll("\\R\\s*", "; ");
  }

  /** {@code file:row:column: code: message} in one line, without what is not known. */
  @Override
  public String toString() {
    StringBuilder place = new StringBuilder(file);
    if (row > 0) {
      place.append(':').append(row);
      if (column > 0) {
        place.append(':').append(column);
      }
    }
    return place.append(": ").append(code).append(": ").append(oneLine()).toString();
  }
}
