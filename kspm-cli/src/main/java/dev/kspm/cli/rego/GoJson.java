package dev.kspm.cli.rego;

import dev.kspm.rego.Json;
import dev.kspm.rego.policy.JsonWriteOptions;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * JSON as Go's encoder indents it, from maps that keep their order, lists, texts, numbers, truth
 * values and Rego values.
 */
final class GoJson {
  private static final String INDENT = "  ";
  private static final int BROKEN = 0xFFFD;

  private GoJson() {}

  static String write(Object document) {
    StringBuilder out = new StringBuilder();
    append(out, document, "");
    return out.toString();
  }

  /** The same document with the members of all its maps in the order of their names. */
  static Object sorted(Object document) {
    if (document instanceof Map<?, ?> map) {
      Map<String, Object> sorted = new TreeMap<>();
      map.forEach((name, value) -> sorted.put(name.toString(), sorted(value)));
      return sorted;
    }
    return document instanceof List<?> list ? list.stream().map(GoJson::sorted).toList() : document;
  }

  private static void append(StringBuilder out, Object document, String prefix) {
    if (document instanceof Map<?, ?> map) {
      appendMap(out, map, prefix);
    } else if (document instanceof List<?> list) {
      appendList(out, list, prefix);
    } else if (document instanceof StringValue text) {
      out.append(text(text.value()));
    } else if (document instanceof Value value) {
      out.append(Json.write(value, new JsonWriteOptions(true, true, prefix, INDENT)));
    } else if (document instanceof Number || document instanceof Boolean) {
      out.append(document);
    } else {
      out.append(text(document.toString()));
    }
  }

  /** A text in quotes; what was no UTF-8 is escaped as Go escapes it. */
  private static String text(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints().forEach(c -> out.appendCodePoint(c >= 0xD800 && c <= 0xDFFF ? BROKEN : c));
    String written = Json.write(StringValue.of(out.toString()));
    return out.compareTo(new StringBuilder(text)) == 0
        ? written
        : written.replace(Character.toString(BROKEN), "\\ufffd");
  }

  private static void appendMap(StringBuilder out, Map<?, ?> map, String prefix) {
    if (map.isEmpty()) {
      out.append("{}");
      return;
    }
    String deeper = prefix + INDENT;
    out.append('{');
    for (Iterator<? extends Map.Entry<?, ?>> i = map.entrySet().iterator(); i.hasNext(); ) {
      Map.Entry<?, ?> entry = i.next();
      out.append('\n').append(deeper);
      out.append(Json.write(StringValue.of(entry.getKey().toString()))).append(": ");
      append(out, entry.getValue(), deeper);
      out.append(i.hasNext() ? "," : "");
    }
    out.append('\n').append(prefix).append('}');
  }

  private static void appendList(StringBuilder out, List<?> list, String prefix) {
    if (list.isEmpty()) {
      out.append("[]");
      return;
    }
    String deeper = prefix + INDENT;
    out.append('[');
    for (Iterator<?> i = list.iterator(); i.hasNext(); ) {
      out.append('\n').append(deeper);
      append(out, i.next(), deeper);
      out.append(i.hasNext() ? "," : "");
    }
    out.append('\n').append(prefix).append(']');
  }
}
