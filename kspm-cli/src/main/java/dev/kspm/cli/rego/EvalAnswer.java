package dev.kspm.cli.rego;

import dev.kspm.rego.QueryResult;
import dev.kspm.rego.testing.Explanation;
import dev.kspm.rego.testing.Trace;
import dev.kspm.rego.testing.TraceText;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code eval} has to say in the end: errors, a result, how long it took. */
final class EvalAnswer {
  private final EvalFormat format;
  private final Stopwatch clock;
  private final boolean withTimes;
  private final List<LoadProblem> problems = new ArrayList<>();
  private Explanation explanation = Explanation.OFF;
  private boolean varValues;
  private @Nullable Trace trace;

  EvalAnswer(EvalFormat format, Stopwatch clock, boolean withTimes) {
    this.format = format;
    this.clock = clock;
    this.withTimes = withTimes;
  }

  /** Wants the evaluation explained. */
  void explain(Explanation wanted, boolean withVariables) {
    explanation = wanted;
    varValues = withVariables;
  }

  /** A new trace, which the explanation is made from. */
  Trace trace() {
    boolean withVariables = format != EvalFormat.pretty || varValues;
    Trace fresh = withVariables ? Trace.withVariables() : Trace.plain();
    trace = fresh;
    return fresh;
  }

  Stopwatch clock() {
    return clock;
  }

  void add(List<LoadProblem> more) {
    problems.addAll(more);
  }

  void write(@Nullable QueryResult result, PrintStream out, PrintStream err) {
    if (format == EvalFormat.json || format == EvalFormat.discard) {
      Map<String, Object> document = document(result);
      out.println(GoJson.write(format == EvalFormat.json ? document : GoJson.sorted(document)));
      return;
    }
    if (format == EvalFormat.pretty && trace != null) {
      TraceText text = varValues ? TraceText.withVariables() : TraceText.plain();
      out.print(text.render(trace.explain(explanation)));
    }
    if (!problems.isEmpty()) {
      err.println(LoadProblem.summary(problems, ""));
    } else if (result != null) {
      out.print(EvalOutput.render(result, format));
      if (format == EvalFormat.pretty && withTimes) {
        TextTable table = new TextTable(List.of("Metric", "Value"));
        clock.totals().forEach((name, time) -> table.add(List.of(name, String.valueOf(time))));
        out.print(table.render());
      }
    }
  }

  private Map<String, Object> document(@Nullable QueryResult result) {
    Map<String, Object> document = new LinkedHashMap<>();
    if (!problems.isEmpty()) {
      document.putAll(LoadProblem.document(problems));
    }
    if (result != null && result.isDefined()) {
      document.put("result", format == EvalFormat.discard ? "discarded" : EvalOutput.rows(result));
    }
    if (trace != null) {
      document.put("explanation", TraceDocument.of(trace.explain(explanation)));
    }
    if (withTimes) {
      document.put("metrics", clock.totals());
    }
    return document;
  }
}
