package dev.kspm.rego.diagnostic;

import dev.kspm.rego.value.NumberValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The line that a parse error shows: the details {@code line} and {@code idx} of OPA's JSON.
 *
 * @param line the text of the line
 * @param idx the place in the line, as a count of bytes in UTF-8
 */
public record SourceLine(String line, int idx) {
  /** The line that a parse error at this place shows. */
  public static SourceLine of(Span span) {
    return at(span.source(), span.start());
  }

  /** The line of an index into a text; for white space and the end, what comes before it. */
  public static SourceLine at(SourceText source, int index) {
    String text = source.text();
    if (text.isEmpty()) {
      return new SourceLine("", 0);
    }
    int at = Math.max(0, Math.min(index, text.length() - 1));
    while (at > 0 && isSpace(text.charAt(at))) {
      at--;
    }
    if (at > 0 && Character.isLowSurrogate(text.charAt(at))) {
      at--;
    }
    int begin = at;
    while (begin > 0 && !isLineEnd(text.charAt(begin))) {
      begin--;
    }
    if (isLineEnd(text.charAt(begin))) {
      begin++;
    }
    int end = at;
    while (end < text.length() && !isLineEnd(text.charAt(end))) {
      end++;
    }
    begin = Math.min(begin, end);
    int idx = at - begin;
    if (idx > 0) {
      idx = text.substring(begin, at).getBytes(StandardCharsets.UTF_8).length;
    }
    if (index >= text.length()) {
      // the last byte of the last character
      idx += Character.toString(text.codePointAt(at)).getBytes(StandardCharsets.UTF_8).length - 1;
    }
    return new SourceLine(text.substring(begin, end), idx);
  }

  /** The line without its tabs in front, and a caret below it. */
  public List<String> lines() {
    int tabs = 0;
    while (tabs < line.length() && line.charAt(tabs) == '\t') {
      tabs++;
    }
    return List.of(line.substring(tabs), " ".repeat(Math.max(0, idx - tabs)) + "^");
  }

  /** The line as details for a program. */
  public Map<String, Value> data() {
    Map<String, Value> data = new LinkedHashMap<>();
    data.put("line", StringValue.of(line));
    data.put("idx", NumberValue.of(idx));
    return data;
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c >= '\t' && c <= '\r';
  }
}
