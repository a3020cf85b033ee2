package dev.kspm.rego.differential;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Compares trees and errors of changed modules with OPA's, in four modes; the command behind {@code
 * benchmarks/differential --mutations}.
 */
public final class Mutations {
  private static final int BATCH = 100;
  private static final int TRIES = 12;
  private static final int MOST_SAMPLED = 700;

  private final ModuleChecker checker = new ModuleChecker();
  private final Map<String, List<Long>> kinds = new LinkedHashMap<>();
  private final Map<String, String> examples = new LinkedHashMap<>();
  private final Oracle oracle;
  private final List<String> seeds;
  private final PrintStream out;
  private long unstable;
  private long parsed;
  private long clean;

  private Mutations(Oracle oracle, List<String> seeds, PrintStream out) {
    this.oracle = oracle;
    this.seeds = seeds;
    this.out = out;
  }

  /**
   * Wants {@code --opa PATH [--from FOLDER,FOLDER] [--without REGEX] [--count N|seeds] [--seed S]
   * [--show N]}, {@code --sample FILE --count N}, {@code --file MODULE}, or {@code --record FILE}.
   */
  public static void main(String[] args) throws Exception {
    Map<String, String> options = new LinkedHashMap<>();
    for (int i = 0; i < args.length; i += 2) {
      options.put(args[i], i + 1 < args.length ? args[i + 1] : "");
    }
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    String folders = options.get("--from");
    try (Oracle oracle = new Oracle(Path.of(options.getOrDefault("--opa", "oracle")))) {
      String cases = options.get("--record");
      if (cases != null) {
        new Mutations(oracle, List.of(), out).record(Path.of(cases));
        return;
      }
      String file = options.get("--file");
      if (file != null) {
        new Mutations(oracle, List.of(), out).showOne(Files.readString(Path.of(file)));
        return;
      }
      List<String> seeds =
          folders == null
              ? SeedModules.generated(2000)
              : SeedModules.below(Arrays.stream(folders.split(",", -1)).map(Path::of).toList());
      String without = options.get("--without");
      if (without != null) {
        Pattern words = Pattern.compile(without);
        seeds = seeds.stream().filter(s -> !words.matcher(s).find()).toList();
      }
      Mutations run = new Mutations(oracle, seeds, out);
      out.println(seeds.size() + " modules to begin with");
      String sample = options.get("--sample");
      if (sample != null) {
        run.sample(Path.of(sample), Integer.parseInt(options.getOrDefault("--count", "100")));
        return;
      }
      String count = options.getOrDefault("--count", "1000");
      if (count.equals("seeds")) {
        run.compareUnchanged();
      } else {
        long seed = Long.parseLong(options.getOrDefault("--seed", "1"));
        run.compare(seed, Long.parseLong(count));
      }
      run.report(Integer.parseInt(options.getOrDefault("--show", "20")));
      if (!run.kinds.isEmpty()) {
        out.println("our verdicts differ from OPA's");
        System.exit(1);
      }
    }
  }

  /** Writes OPA's verdicts into a file of cases, and tells where ours are others. */
  private void record(Path file) throws IOException {
    StringBuilder text = new StringBuilder();
    for (RecordedModule recorded : RecordedModule.read(Files.readString(file))) {
      Map<String, Verdict> theirs = oracle.verdicts(List.of(recorded.text())).get(0);
      text.append("===\n")
          .append(new RecordedModule(recorded.text(), RecordedModule.lines(theirs)));
      Disagreement found = Disagreement.between(checker.verdicts(recorded.text()), theirs);
      if (found != null) {
        out.println("===\n" + recorded.text() + "\n" + found);
      }
    }
    Files.writeString(file, text);
  }

  /** Writes so many changed modules with OPA's verdicts, which are ours. */
  private void sample(Path file, int count) throws IOException {
    StringBuilder text = new StringBuilder();
    int written = 0;
    for (long seed = 1; written < count; seed++) {
      String module = mutant(seed);
      Map<String, Verdict> theirs = oracle.verdicts(List.of(module)).get(0);
      boolean fits =
          module.length() <= MOST_SAMPLED
              && RecordedModule.canHold(module)
              && theirs.toString().indexOf("panic: ") < 0;
      if (fits && Disagreement.between(checker.verdicts(module), theirs) == null) {
        text.append("===\n").append(new RecordedModule(module, RecordedModule.lines(theirs)));
        written++;
      }
    }
    Files.writeString(file, text);
  }

  private void showOne(String text) {
    Map<String, Verdict> theirs = oracle.verdicts(List.of(text)).get(0);
    Map<String, Verdict> ours = checker.verdicts(text);
    Verdict.MODES.forEach(
        m -> out.println(m + "\n  ours   " + errors(ours, m) + "\n  theirs " + errors(theirs, m)));
    out.println(Disagreement.between(ours, theirs));
  }

  private static @Nullable Object errors(Map<String, Verdict> verdicts, String mode) {
    Verdict verdict = verdicts.get(mode);
    return verdict == null ? null : verdict.errors();
  }

  private void compareUnchanged() throws ExecutionException, InterruptedException {
    for (int from = 0; from < seeds.size(); from += BATCH) {
      compare(from, seeds.subList(from, Math.min(seeds.size(), from + BATCH)));
    }
  }

  private void compare(long seed, long count) throws ExecutionException, InterruptedException {
    for (long from = seed; from < seed + count; from += BATCH) {
      List<String> batch = new ArrayList<>();
      for (long s = from; s < Math.min(from + BATCH, seed + count); s++) {
        batch.add(mutant(s));
      }
      compare(from, batch);
    }
  }

  private String mutant(long seed) {
    Dice dice = new Dice(seed);
    return new ModuleMutator(dice, seeds).mutated(dice.pick(seeds));
  }

  private void compare(long from, List<String> batch)
      throws ExecutionException, InterruptedException {
    CompletableFuture<List<Map<String, Verdict>>> theirs =
        CompletableFuture.supplyAsync(() -> oracle.verdicts(batch));
    List<Map<String, Verdict>> ours = batch.stream().map(checker::verdicts).toList();
    List<Map<String, Verdict>> wanted = theirs.get();
    for (int i = 0; i < batch.size(); i++) {
      parsed += wanted.get(i).values().stream().filter(v -> v.tree() != null).count();
      clean += wanted.get(i).values().stream().filter(v -> v.errors().isEmpty()).count();
      Disagreement found = Disagreement.between(ours.get(i), wanted.get(i));
      if (found == null) {
        continue;
      }
      if (isUnstable(batch.get(i), ours.get(i))) {
        unstable++;
        continue;
      }
      kinds.computeIfAbsent(found.kind(), k -> new ArrayList<>()).add(from + i);
      String old = examples.get(found.kind());
      if (old == null || old.length() > batch.get(i).length()) {
        examples.put(found.kind(), batch.get(i));
      }
    }
  }

  /** Whether OPA, asked again and again, also says what we say: it walks maps in any order. */
  private boolean isUnstable(String text, Map<String, Verdict> ours) {
    for (int i = 0; i < TRIES; i++) {
      if (Disagreement.between(ours, oracle.verdicts(List.of(text)).get(0)) == null) {
        return true;
      }
    }
    return false;
  }

  private @Nullable Disagreement disagreement(String text) {
    return Disagreement.between(checker.verdicts(text), oracle.verdicts(List.of(text)).get(0));
  }

  private void report(int show) {
    List<Map.Entry<String, List<Long>>> largest = new ArrayList<>(kinds.entrySet());
    largest.sort((a, b) -> b.getValue().size() - a.getValue().size());
    for (Map.Entry<String, List<Long>> kind : largest.subList(0, Math.min(show, largest.size()))) {
      String text =
          TextMinimizer.minimize(
              String.valueOf(examples.get(kind.getKey())),
              t -> {
                Disagreement found = disagreement(t);
                return found != null && found.kind().equals(kind.getKey());
              });
      Disagreement found = disagreement(text);
      out.println("=== " + kind.getValue().size() + "x " + kind.getKey());
      out.println(text);
      out.println("--- " + (found == null ? "not repeated" : found.detail()));
    }
    long all = kinds.values().stream().mapToLong(List::size).sum();
    out.printf(
        "%d verdicts with a tree, %d without errors, %d differ in %d kinds, %d that OPA gives in changing order%n",
        parsed, clean, all, kinds.size(), unstable);
    largest.forEach(
        kind ->
            out.println(
                "  "
                    + kind.getValue().size()
                    + " "
                    + kind.getKey()
                    + " "
                    + kind.getValue().subList(0, Math.min(4, kind.getValue().size()))));
  }
}
