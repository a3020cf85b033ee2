package dev.kspm.cli.rego;

import dev.kspm.rego.QueryResult;
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

  EvalAnswer(EvalFormat format, Stopwatch clock, boolean withTimes) {
    this.format = format;
    this.clock = clock;
    this.withTimes = withTimes;
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
    } else if (!problems.isEmpty()) {
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
    if (withTimes) {
      document.put("metrics", clock.totals());
    }
    return document;
  }
}
