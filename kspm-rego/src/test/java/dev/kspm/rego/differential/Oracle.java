package dev.kspm.rego.differential;

import dev.kspm.rego.Json;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * OPA's answers, from one process that reads and writes lines; belongs to one thread. A program
 * that kills the process (OPA's stack can overflow) is answered with the error {@link #GONE}, and
 * the process is started again.
 */
final class Oracle implements AutoCloseable {
  /** The compile error that stands for the death of the process. */
  static final String GONE = "gone: OPA died @";

  private static final ObjectValue DEAD =
      ObjectValue.builder()
          .put(
              "errors",
              ArrayValue.of(
                  ObjectValue.builder()
                      .put("code", StringValue.of("gone"))
                      .put("message", StringValue.of("OPA died"))
                      .build()))
          .build();

  private final Path program;
  private Process process;

  Oracle(Path program) throws IOException {
    this.program = program;
    this.process = start();
  }

  private Process start() throws IOException {
    return new ProcessBuilder(program.toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  Answers answer(Program one) {
    return answers(List.of(one)).get(0);
  }

  /** The answers in the order of the programs, which are written while answers are read. */
  List<Answers> answers(List<Program> programs) {
    List<Answers> answers = new ArrayList<>();
    for (ObjectValue reply : replies(programs.stream().map(Program::line).toList())) {
      answers.add(answers(reply));
    }
    return answers;
  }

  /** What OPA says about each module in each mode; nothing when it dies of it. */
  List<Map<String, Verdict>> verdicts(List<String> modules) {
    List<String> lines = new ArrayList<>();
    for (String module : modules) {
      lines.add(
          Json.write(
              ObjectValue.builder()
                  .put("check", StringValue.of(module))
                  .put("name", StringValue.of("p.rego"))
                  .build()));
    }
    return replies(lines).stream().map(Oracle::verdicts).toList();
  }

  private static Map<String, Verdict> verdicts(ObjectValue reply) {
    Map<String, Verdict> verdicts = new LinkedHashMap<>();
    for (String mode : Verdict.MODES) {
      if (reply.get(mode) instanceof ObjectValue verdict) {
        List<String> errors = new ArrayList<>();
        for (Value one : list(verdict.get("errors"))) {
          errors.add(complaint((ObjectValue) one));
        }
        verdicts.put(mode, new Verdict(verdict.get("tree"), errors));
      }
    }
    return verdicts;
  }

  private static String complaint(ObjectValue error) {
    List<String> lines = new ArrayList<>();
    String place = " @" + error.get("row") + ":" + error.get("col");
    lines.add(text(error, "code") + ": " + text(error, "message") + place);
    list(error.get("details")).forEach(line -> lines.add(((StringValue) line).value()));
    return String.join("\n", lines);
  }

  private List<ObjectValue> replies(List<String> lines) {
    List<ObjectValue> replies = new ArrayList<>();
    try {
      while (replies.size() < lines.size()) {
        if (!process.isAlive()) {
          process = start();
        }
        answer(lines.subList(replies.size(), lines.size()), replies);
        if (replies.size() < lines.size()) {
          replies.add(DEAD);
          process.destroyForcibly().waitFor();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return replies;
  }

  /** Adds replies until all are there or the process is gone. */
  private void answer(List<String> lines, List<ObjectValue> replies) throws IOException {
    Process running = process;
    CompletableFuture<Void> writing =
        CompletableFuture.runAsync(() -> write(lines, running.getOutputStream()));
    BufferedReader in = running.inputReader(StandardCharsets.UTF_8);
    for (int i = 0; i < lines.size(); i++) {
      String line = in.readLine();
      if (line == null) {
        break;
      }
      replies.add((ObjectValue) Json.read(line));
    }
    writing.join();
  }

  private static void write(List<String> lines, OutputStream out) {
    try {
      for (String line : lines) {
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      }
      out.flush();
    } catch (IOException e) {
      // The process is gone, which the reader notices.
      return;
    }
  }

  private static Answers answers(ObjectValue line) {
    List<Answers.Answer> queries = new ArrayList<>();
    for (Value one : list(line.get("answers"))) {
      ObjectValue answer = (ObjectValue) one;
      List<String> rows = new ArrayList<>();
      for (Value row : list(answer.get("rows"))) {
        rows.add(row((ObjectValue) row));
      }
      rows.sort(null);
      List<String> printed = new ArrayList<>();
      list(answer.get("printed")).forEach(p -> printed.add(((StringValue) p).value()));
      queries.add(new Answers.Answer(rows, printed, errors(answer)));
    }
    return new Answers(errors(line), queries);
  }

  private static String row(ObjectValue row) {
    List<String> parts = new ArrayList<>();
    if (row.get("bindings") instanceof ObjectValue bindings) {
      bindings.forEach(
          (name, value) ->
              parts.add(((StringValue) name).value() + "=" + ((StringValue) value).value()));
    }
    list(row.get("expressions")).forEach(e -> parts.add("=" + ((StringValue) e).value()));
    return String.join(" ", parts);
  }

  private static List<String> errors(ObjectValue of) {
    List<String> errors = new ArrayList<>();
    for (Value one : list(of.get("errors"))) {
      ObjectValue error = (ObjectValue) one;
      errors.add(text(error, "code") + ": " + text(error, "message") + " @" + text(error, "place"));
    }
    return errors;
  }

  private static String text(ObjectValue of, String name) {
    return of.get(name) instanceof StringValue s ? s.value() : "";
  }

  private static Iterable<Value> list(@Nullable Value value) {
    return value instanceof ArrayValue array ? array : List.of();
  }

  @Override
  public void close() {
    process.destroy();
  }
}
