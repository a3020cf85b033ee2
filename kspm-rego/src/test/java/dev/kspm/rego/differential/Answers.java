package dev.kspm.rego.differential;

import java.util.List;

/**
 * What a program gives.
 *
 * @param errors compile errors in order, each {@code code: message @place}
 * @param queries for each query its answer, when there are no errors
 */
record Answers(List<String> errors, List<Answer> queries) {
  Answers {
    errors = List.copyOf(errors);
    queries = List.copyOf(queries);
  }

  /** Errors are reduced to their codes. */
  Answers withoutPlaces() {
    return new Answers(
        codes(errors),
        queries.stream().map(q -> new Answer(q.rows(), q.printed(), codes(q.errors()))).toList());
  }

  private static List<String> codes(List<String> errors) {
    return errors.stream()
        .map(e -> e.substring(0, e.indexOf(':') + 1))
        .distinct()
        .sorted()
        .toList();
  }

  /**
   * The answer to one query.
   *
   * @param rows each as text, sorted
   * @param printed lines of {@code print}
   * @param errors compile errors of the query, or the one of its evaluation
   */
  record Answer(List<String> rows, List<String> printed, List<String> errors) {
    Answer {
      rows = List.copyOf(rows);
      printed = List.copyOf(printed);
      errors = List.copyOf(errors);
    }

    /** Whether something holds. */
    boolean isDefined() {
      return !rows.isEmpty();
    }

    /** Whether some value is not empty. */
    boolean hasContent() {
      return rows.stream()
          .anyMatch(r -> !r.matches(".*=(\\{}|\\[]|set\\(\\)|\"\"|false)( .*)?") && !r.isEmpty());
    }
  }
}
