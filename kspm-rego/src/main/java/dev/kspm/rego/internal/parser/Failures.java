package dev.kspm.rego.internal.parser;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The terms that could not be read just now, so that the same complaint is not made twice. A term
 * that ends makes everything behind its beginning forgotten, as in OPA's cache of terms.
 */
final class Failures {
  private int[] tokens = new int[16];
  private final List<Failure> failures = new ArrayList<>();

  private record Failure(Cursor.Mark end, List<Complaint> complaints) {}

  private static final Failure SUCCESS =
      new Failure(new Cursor.Mark(0, TokenKind.EOF, 0, List.of(), 0), List.of());

  /** Whether the term at a token has failed before; if so, goes to where it ended. */
  boolean contains(int token, Cursor at) {
    for (int i = failures.size() - 1; i >= 0 && tokens[i] >= token; i--) {
      if (tokens[i] == token && failures.get(i) != SUCCESS) {
        Failure failure = failures.get(i);
        at.back(new Cursor.Mark(0, TokenKind.EOF, 0, List.of(), 0));
        at.forward(failure.end(), failure.complaints());
        return true;
      }
    }
    return false;
  }

  void ended(int token, boolean failed, Cursor at) {
    int size = failures.size();
    while (size > 0 && tokens[size - 1] >= token) {
      failures.remove(--size);
    }
    if (size == tokens.length) {
      tokens = Arrays.copyOf(tokens, size * 2);
    }
    tokens[size] = token;
    failures.add(failed ? new Failure(at.mark(), List.copyOf(at.complaints())) : SUCCESS);
  }
}
