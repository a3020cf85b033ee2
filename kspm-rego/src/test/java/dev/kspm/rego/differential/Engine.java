package dev.kspm.rego.differential;

import dev.kspm.rego.CompiledPolicy;
import dev.kspm.rego.QueryResult;
import dev.kspm.rego.RegoEngine;
import dev.kspm.rego.SessionOptions;
import dev.kspm.rego.policy.CompileException;
import dev.kspm.rego.policy.EvalError;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Our engine's answers. */
final class Engine {
  private final RegoEngine engine;

  Engine(RegoEngine engine) {
    this.engine = engine;
  }

  Answers answer(Program program) {
    CompiledPolicy policy;
    try {
      policy = engine.compile(program.sources(), program.dataValue());
    } catch (CompileException e) {
      return new Answers(errors(e), List.of());
    } catch (IllegalStateException
        | ClassCastException
        | NullPointerException
        | IndexOutOfBoundsException
        | IllegalArgumentException e) {
      return new Answers(List.of(crash(e)), List.of());
    }
    List<Answers.Answer> answers = new ArrayList<>();
    Value input = program.inputValue();
    for (String query : program.queries()) {
      answers.add(answer(policy, input, query, program.strictErrors()));
    }
    return new Answers(List.of(), answers);
  }

  private static Answers.Answer answer(
      CompiledPolicy policy, @Nullable Value input, String query, boolean strict) {
    List<String> printed = new ArrayList<>();
    List<String> rows = new ArrayList<>();
    try {
      SessionOptions options =
          SessionOptions.DEFAULT
              .withStrictBuiltinErrors(strict)
              .withPrint(line -> printed.add(line.text()));
      for (QueryResult.Row row : policy.prepare(query).evaluate(input, options).rows()) {
        rows.add(text(row));
      }
    } catch (CompileException e) {
      return new Answers.Answer(List.of(), List.of(), errors(e));
    } catch (EvalError e) {
      String place = e.span().file() + ":" + e.span().row() + ":" + e.span().column();
      return new Answers.Answer(
          List.of(), List.of(), List.of(e.code() + ": " + e.text() + " @" + place));
    } catch (IllegalStateException
        | ClassCastException
        | NullPointerException
        | IndexOutOfBoundsException
        | IllegalArgumentException e) {
      return new Answers.Answer(List.of(), List.of(), List.of(crash(e)));
    }
    rows.sort(null);
    return new Answers.Answer(rows, printed, List.of());
  }

  private static String crash(RuntimeException e) {
    return "crash: " + e + " in " + e.getStackTrace()[0] + " @";
  }

  private static String text(QueryResult.Row row) {
    List<String> parts = new ArrayList<>();
    row.bindings().forEach((name, value) -> parts.add(((StringValue) name).value() + "=" + value));
    row.expressions().forEach(e -> parts.add("=" + e.value()));
    return String.join(" ", parts);
  }

  private static List<String> errors(CompileException e) {
    return e.diagnostics().stream()
        .map(
            d ->
                d.code()
                    + ": "
                    + d.message()
                    + " @"
                    + d.span().file()
                    + ":"
                    + d.span().row()
                    + ":"
                    + d.span().column())
        .toList();
  }
}
