package dev.kspm.rego.differential;

import dev.kspm.rego.RegoEngine;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Compares our answers with those of OPA for many random programs; the command behind {@code
 * benchmarks/differential}.
 */
public final class Differential {
  private static final int BATCH = 200;

  private final Engine engine = new Engine(RegoEngine.builder().build());
  private final Histogram histogram = new Histogram();
  private final Map<String, List<Long>> divergent = new LinkedHashMap<>();
  private final Oracle oracle;
  private final PrintStream out;
  private final List<Long> gone = new ArrayList<>();
  private boolean why;
  private long programs;
  private long queries;
  private long defined;
  private long content;
  private long broken;

  private Differential(Oracle oracle, PrintStream out) {
    this.oracle = oracle;
    this.out = out;
  }

  /** Wants {@code --opa PATH [--count N] [--seed S] [--show N] [--print]}. */
  public static void main(String[] args) throws Exception {
    Map<String, String> options = new LinkedHashMap<>();
    for (int i = 0; i < args.length; i += 2) {
      options.put(args[i], i + 1 < args.length ? args[i + 1] : "");
    }
    long seed = Long.parseLong(options.getOrDefault("--seed", "1"));
    long count = Long.parseLong(options.getOrDefault("--count", "1000"));
    int show = Integer.parseInt(options.getOrDefault("--show", "20"));
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (Oracle oracle = new Oracle(Path.of(options.getOrDefault("--opa", "oracle")))) {
      Differential run = new Differential(oracle, out);
      if (options.containsKey("--one")) {
        run.showOne(Long.parseLong(options.getOrDefault("--one", "1")));
        return;
      }
      String cases = options.get("--record");
      if (cases != null) {
        run.record(Path.of(cases));
        return;
      }
      run.why = options.containsKey("--why");
      run.compare(seed, count);
      run.report(show);
      if (!run.divergent.isEmpty()) {
        out.println("our answers differ from OPA's");
        System.exit(1);
      }
    }
  }

  /** Writes OPA's answers into a file of cases, and tells where ours are others. */
  private void record(Path file) throws IOException {
    StringBuilder text = new StringBuilder();
    for (RecordedCase recorded : RecordedCase.read(Files.readString(file))) {
      List<String> theirs = RecordedCase.lines(oracle.answer(recorded.program()));
      List<String> ours = RecordedCase.lines(engine.answer(recorded.program()));
      text.append("===\n").append(recorded.text(theirs));
      if (!ours.equals(theirs)) {
        out.println("===\n" + recorded.text(theirs) + "but ours " + ours);
      }
    }
    Files.writeString(file, text);
  }

  private void showOne(long seed) {
    Program program = ProgramGenerator.program(seed);
    out.println(program);
    out.println("ours   " + engine.answer(program));
    out.println("theirs " + oracle.answer(program));
  }

  private void compare(long seed, long count)
      throws IOException, ExecutionException, InterruptedException {
    for (long from = seed; from < seed + count; from += BATCH) {
      List<Program> batch = new ArrayList<>();
      for (long s = from; s < Math.min(from + BATCH, seed + count); s++) {
        batch.add(ProgramGenerator.program(s));
      }
      CompletableFuture<List<Answers>> theirs =
          CompletableFuture.supplyAsync(() -> oracle.answers(batch));
      List<Answers> ours = new ArrayList<>();
      for (Program program : batch) {
        ours.add(engine.answer(program));
      }
      List<Answers> wanted = theirs.get();
      for (int i = 0; i < batch.size(); i++) {
        look(from + i, batch.get(i), ours.get(i), wanted.get(i));
      }
    }
  }

  private void look(long seed, Program program, Answers ours, Answers theirs) {
    programs++;
    histogram.add(program, theirs);
    if (!theirs.errors().isEmpty()) {
      broken++;
      if (why) {
        out.println(seed + " " + theirs.errors());
      }
    }
    queries += program.queries().size();
    defined += theirs.queries().stream().filter(Answers.Answer::isDefined).count();
    content += theirs.queries().stream().filter(Answers.Answer::hasContent).count();
    if (theirs.errors().contains(Oracle.GONE)) {
      gone.add(seed);
      return;
    }
    Divergence divergence = Divergence.between(ours, theirs);
    if (divergence != null) {
      divergent.computeIfAbsent(divergence.kind(), k -> new ArrayList<>()).add(seed);
    }
  }

  private void report(int show) {
    int shown = 0;
    for (Map.Entry<String, List<Long>> kind : divergent.entrySet()) {
      for (long seed : kind.getValue().subList(0, Math.min(2, kind.getValue().size()))) {
        if (shown++ < show) {
          out.println(
              "=== "
                  + kind.getKey()
                  + ", seed "
                  + seed
                  + ", "
                  + kind.getValue().size()
                  + " of this kind");
          show(kind.getKey(), seed);
        }
      }
    }
    histogram.print(out);
    out.println("programs that OPA dies of: " + gone);
    out.printf(
        "%d programs (%d do not compile), %d queries, %d%% defined, %d%% with content, %d divergences%n",
        programs,
        broken,
        queries,
        defined * 100 / Math.max(1, queries),
        content * 100 / Math.max(1, queries),
        divergent.values().stream().mapToLong(List::size).sum());
    divergent.forEach(
        (kind, seeds) ->
            out.println(
                "  "
                    + seeds.size()
                    + " "
                    + kind
                    + " "
                    + seeds.subList(0, Math.min(6, seeds.size()))));
  }

  private void show(String kind, long seed) {
    Program small =
        Minimizer.minimize(
            ProgramGenerator.program(seed),
            p -> {
              Divergence found = divergence(p);
              return found != null && found.kind().equals(kind);
            });
    out.println(small);
    Divergence found = divergence(small);
    out.println(found == null ? "not repeated" : found.detail());
  }

  private @Nullable Divergence divergence(Program program) {
    if (!program.isWellFormed()) {
      return null;
    }
    return Divergence.between(engine.answer(program), oracle.answer(program));
  }
}
