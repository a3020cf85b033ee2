package dev.kspm.benchmarks.peers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Runs all workloads on all engines and prints the table; {@code benchmarks/run-peers} calls it.
 */
final class PeerRun {
  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final List<String> java;
  private boolean quick;
  private Pattern chosen = Pattern.compile("");
  private Path work = Path.of("target", "peers");
  private final List<Engine> engines = new ArrayList<>();

  private PeerRun() {
    this.java =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx2g",
            "-cp",
            System.getProperty("java.class.path"));
  }

  /**
   * Options: {@code --quick}; {@code --workloads REGEX}; {@code --work FOLDER}; {@code --peer NAME
   * COMMAND...} up to the next option.
   */
  public static void main(String[] args) throws IOException, Contest.Disagreement {
    PeerRun run = new PeerRun();
    run.read(args);
    run.run();
  }

  private void read(String[] args) {
    engines.add(new Engine(Engine.OURS, java(OurEngine.class)));
    for (int i = 0; i < args.length; i++) {
      switch (args[i]) {
        case "--quick" -> quick = true;
        case "--workloads" -> chosen = Pattern.compile(args[++i]);
        case "--work" -> work = Path.of(args[++i]);
        case "--peer" -> {
          String name = args[++i];
          List<String> command = new ArrayList<>();
          while (i + 1 < args.length && !args[i + 1].startsWith("--")) {
            command.add(args[++i]);
          }
          engines.add(new Engine(name, command));
        }
        default -> throw new IllegalArgumentException("no option " + args[i]);
      }
    }
  }

  private List<String> java(Class<?> main) {
    List<String> command = new ArrayList<>(java);
    command.add(main.getName());
    return command;
  }

  private void run() throws IOException, Contest.Disagreement {
    Contest contest = new Contest(engines, quick ? Contest.Pace.QUICK : Contest.Pace.FULL);
    List<Outcome> outcomes = new ArrayList<>();
    for (Workload workload : Workloads.all()) {
      if (chosen.matcher(workload.name()).find()) {
        out.println("timing " + workload.name());
        outcomes.add(contest.run(workload, workload.writeTo(work)));
      }
    }
    Report report = new Report(engines.stream().map(Engine::name).toList(), outcomes);
    out.println();
    report.table().forEach(out::println);
    out.println();
    long[] millis = compileModules();
    out.printf(
        "1,000 modules compiled in a new JVM: %d ms; with the start of the JVM %d ms%n",
        millis[0], millis[1]);
    Path json = work.resolve("report.json");
    Files.writeString(
        json, report.json(Map.of("compile_ms", millis[0], "compile_with_jvm_ms", millis[1])));
    out.println("written: " + json);
  }

  /** Milliseconds of compiling alone, and of the whole process. */
  private long[] compileModules() throws IOException {
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(java(ManyModules.class))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader output =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line = output.readLine();
      if (line == null) {
        throw new IOException("the JVM that compiles modules said nothing");
      }
      process.onExit().join();
      return new long[] {
        Long.parseLong(line.split(" ", 2)[0]), (System.nanoTime() - start) / 1_000_000
      };
    }
  }
}
