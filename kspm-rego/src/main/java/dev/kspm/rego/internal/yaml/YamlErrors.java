package dev.kspm.rego.internal.yaml;

import dev.kspm.rego.policy.DataException;
import dev.kspm.rego.policy.DataException.Problem;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.ScannerException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** From the parser's complaints to ours, with what the Go library would say. */
final class YamlErrors {
  private YamlErrors() {}

  static DataException of(YamlEngineException e, byte[] bytes, int skipped) {
    if (e instanceof ReaderException unprintable) {
      int offset = new Places.Counter(bytes, skipped).byteOffset(unprintable.getPosition());
      String text = "control characters are not allowed";
      return Places.error(bytes, offset, Problem.SYNTAX, text, "yaml: " + text);
    }
    if (e instanceof MarkedYamlEngineException marked) {
      Optional<Mark> place = marked.getProblemMark().or(marked::getContextMark);
      String problem = String.valueOf(marked.getProblem());
      String text = GoYamlText.of(problem, String.valueOf(marked.getContext()));
      String goText = "yaml: " + line(marked, bytes) + text;
      if (place.isPresent()) {
        return Places.error(bytes, skipped, place.get(), Problem.SYNTAX, text, goText);
      }
    }
    String text = String.valueOf(e.getMessage());
    return new DataException(Problem.SYNTAX, text, "yaml: " + text, 0, 1, 1);
  }

  /**
   * Go names a line only when it is not the first, prefers the place where the surrounding node
   * began, and counts a scanner's line from 1 but a parser's from 0. The end of a text without a
   * line end is on a line of its own.
   */
  private static String line(MarkedYamlEngineException e, byte[] bytes) {
    int context = e.getContextMark().map(Mark::getLine).orElse(0);
    int problem = e.getProblemMark().map(mark -> goLine(e, mark, bytes)).orElse(0);
    int line = context != 0 ? context : problem;
    if (line == 0) {
      return "";
    }
    return "line " + (e instanceof ScannerException ? line + 1 : line) + ": ";
  }

  private static int goLine(MarkedYamlEngineException e, Mark mark, byte[] bytes) {
    if (e instanceof ScannerException) {
      return mark.getLine();
    }
    boolean atEnd =
        mark.getPointer() >= mark.getBuffer().length || mark.getBuffer()[mark.getPointer()] == 0;
    return atEnd && mark.getColumn() > 0 && bytes.length > 0 ? mark.getLine() + 1 : mark.getLine();
  }
}
