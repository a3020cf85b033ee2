package dev.kspm.rego.internal.parser;

import dev.kspm.rego.internal.ast.Term;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The composite terms of one statement that were read already, by the token that they begin with.
 * Without it, trying two readings of each of n nested braces would take 2^n steps.
 */
final class Memo {
  private final Map<Integer, Reading> readings = new HashMap<>();

  /** What was read, where it ended, and the complaints made on the way. */
  record Reading(@Nullable Term term, Cursor.Mark end, List<Complaint> complaints) {}

  @Nullable Reading at(int token) {
    return readings.get(token);
  }

  void put(int token, @Nullable Term term, Cursor.Mark end, List<Complaint> complaints) {
    readings.put(token, new Reading(term, end, List.copyOf(complaints)));
  }
}
