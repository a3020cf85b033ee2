package dev.kspm.benchmarks.peers;

import dev.kspm.rego.CompiledPolicy;
import dev.kspm.rego.Json;
import dev.kspm.rego.PolicySource;
import dev.kspm.rego.PreparedQuery;
import dev.kspm.rego.RegoEngine;
import dev.kspm.rego.policy.RegoException;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.Value;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Our engine as one of the processes that are timed. */
final class OurEngine {
  private final PreparedQuery query;
  private final ArrayValue inputs;
  private final PrintStream out;

  private OurEngine(PreparedQuery query, ArrayValue inputs, PrintStream out) {
    this.query = query;
    this.inputs = inputs;
    this.out = out;
  }

  /** Loads the workload in a folder and does what is asked for on standard input. */
  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    long start = System.nanoTime();
    OurEngine engine = load(Path.of(args[0]), out);
    out.println("ready " + (System.nanoTime() - start));
    out.flush();
    engine.serve();
  }

  private static OurEngine load(Path folder, PrintStream out) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(file -> file.toString().endsWith(".rego")).sorted().toList();
    }
    List<PolicySource> sources = new java.util.ArrayList<>();
    for (Path file : files) {
      sources.add(PolicySource.of(String.valueOf(file.getFileName()), Files.readString(file)));
    }
    ObjectValue data = (ObjectValue) Json.read(Files.readAllBytes(folder.resolve("data.json")));
    CompiledPolicy policy = RegoEngine.create().compile(sources, data);
    PreparedQuery query = policy.prepare(Files.readString(folder.resolve("query.txt")));
    ArrayValue inputs = (ArrayValue) Json.read(Files.readAllBytes(folder.resolve("inputs.json")));
    return new OurEngine(query, inputs, out);
  }

  private void serve() throws IOException {
    BufferedReader commands =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = commands.readLine(); line != null; line = commands.readLine()) {
      try {
        if (line.startsWith("run ")) {
          run(Long.parseLong(line.substring(4)) * 1_000_000);
        } else {
          answers();
        }
      } catch (RegoException e) {
        out.println("failed " + String.valueOf(e.getMessage()).replace('\n', ' '));
      }
      out.flush();
    }
  }

  private void answers() {
    for (Value input : inputs) {
      Value answer = query.evaluate(input).value();
      out.println(answer == null ? "undefined" : Json.write(answer));
    }
    out.println("end");
  }

  private void run(long nanos) {
    long start = System.nanoTime();
    long operations = 0;
    long undefined = 0;
    while (System.nanoTime() - start < nanos) {
      for (int i = 0; i < inputs.size(); i++) {
        undefined += query.evaluate(inputs.get(i)).isDefined() ? 0 : 1;
        operations++;
      }
    }
    long took = System.nanoTime() - start;
    // The count of undefined answers keeps the work from being thrown away.
    out.println("ran " + operations + " " + took + " " + undefined);
  }
}
