package dev.kspm.rego.internal.yaml;

import dev.kspm.rego.internal.json.Utf8;
import dev.kspm.rego.policy.DataException;
import dev.kspm.rego.policy.DataException.Problem;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** From the parser's places, which count characters, to bytes. */
final class Places {
  private Places() {}

  static Mark start(Event event) {
    return event.getStartMark().orElseThrow();
  }

  /** An error at a byte. */
  static DataException error(
      byte[] bytes, int offset, Problem problem, String text, String goText) {
    int row = 1;
    int lineStart = 0;
    for (int i = 0; i < offset; i++) {
      if (bytes[i] == '\n') {
        row++;
        lineStart = i + 1;
      }
    }
    int column = Utf8.decode(bytes, lineStart, offset).length() + 1;
    return new DataException(problem, text, goText, offset, row, column);
  }

  /** An error at a place of the parser. */
  static DataException error(
      byte[] bytes, int skipped, Mark mark, Problem problem, String text, String goText) {
    return new DataException(
        problem,
        text,
        goText,
        new Counter(bytes, skipped).byteOffset(mark.getIndex()),
        mark.getLine() + 1,
        mark.getColumn() + 1);
  }

  /** Counts on from the last place that was asked for. */
  static final class Counter {
    private final byte[] bytes;
    private int offset;
    private int characters;

    Counter(byte[] bytes, int skipped) {
      this.bytes = bytes;
      this.offset = skipped;
    }

    /** The index of the byte at which a character begins; asked for in ascending order. */
    int byteOffset(int character) {
      while (characters < character && offset < bytes.length) {
        offset++;
        while (offset < bytes.length && (bytes[offset] & 0xC0) == 0x80) {
          offset++;
        }
        characters++;
      }
      return offset;
    }
  }
}
