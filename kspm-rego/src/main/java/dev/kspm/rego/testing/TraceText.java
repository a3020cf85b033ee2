package dev.kspm.rego.testing;

import dev.kspm.rego.EvaluationEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Traces as OPA prints them for people. Immutable and thread-safe. */
public final class TraceText {
  private static final int GAP = 4;
  private static final String NONE = "";

  private final boolean variables;
  private final String indent;

  private TraceText(boolean variables, String indent) {
    this.variables = variables;
    this.indent = indent;
  }

  /** Without the values of variables. */
  public static TraceText plain() {
    return new TraceText(false, NONE);
  }

  /** With the values of the variables of each expression. */
  public static TraceText withVariables() {
    return new TraceText(true, NONE);
  }

  /** Each of the parts that a line is written in begins with an indent, as in OPA's test report. */
  TraceText indented(String by) {
    return new TraceText(variables, by);
  }

  /** The events, one in a line. */
  public String render(List<EvaluationEvent> events) {
    List<String> places = TraceLocations.of(events);
    List<String> texts = new ArrayList<>();
    Map<Integer, Integer> depths = new HashMap<>();
    for (EvaluationEvent event : events) {
      texts.add(text(event, depth(event, depths)));
    }
    int placeWidth = width(places);
    int textWidth = width(texts);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < events.size(); i++) {
      out.append(indent);
      pad(out, places.get(i), placeWidth);
      out.append(indent);
      if (variables) {
        pad(out, texts.get(i), textWidth);
        out.append(indent).append(TraceVariables.text(events.get(i)));
      } else {
        out.append(texts.get(i));
      }
      out.append(indent).append('\n');
    }
    return out.toString();
  }

  private static void pad(StringBuilder out, String text, int width) {
    out.append(text).append(" ".repeat(width - text.codePointCount(0, text.length()) + GAP + 1));
  }

  private static int width(List<String> texts) {
    return texts.stream().mapToInt(text -> text.codePointCount(0, text.length())).max().orElse(0);
  }

  /** How deep a body is nested, 1 for the outermost. */
  private static int depth(EvaluationEvent event, Map<Integer, Integer> depths) {
    Integer known = depths.get(event.query());
    if (known == null) {
      known = depths.getOrDefault(event.parent(), 0) + 1;
      depths.put(event.query(), known);
    }
    return known;
  }

  private static String text(EvaluationEvent event, int depth) {
    boolean outside =
        event.kind() == EvaluationEvent.Kind.ENTER
            || event.kind() == EvaluationEvent.Kind.REDO && !event.isOfExpression();
    StringBuilder text = new StringBuilder("| ".repeat(outside ? depth - 1 : depth));
    text.append(event.kind().title()).append(' ');
    switch (event.kind()) {
      case NOTE -> text.append(dev.kspm.rego.value.StringValue.of(event.message()));
      case TEST_CASE -> text.append(event.name()).append('(').append(event.value()).append(')');
      case INDEX -> text.append(event.name()).append(' ').append(event.message());
      default -> {
        text.append(event.text());
        if (!event.message().isEmpty()) {
          text.append(' ').append(event.message());
        }
      }
    }
    return text.toString();
  }
}
