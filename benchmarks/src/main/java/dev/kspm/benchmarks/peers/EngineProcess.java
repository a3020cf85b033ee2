package dev.kspm.benchmarks.peers;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An engine in a process that has loaded one workload. What is said is in peers/README.md. */
final class EngineProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader output;
  private final BufferedWriter commands;
  private final long loadNanos;

  private EngineProcess(Process process, BufferedReader output, BufferedWriter commands)
      throws IOException, Unable {
    this.process = process;
    this.output = output;
    this.commands = commands;
    this.loadNanos = Long.parseLong(answer("ready ").get(0));
  }

  /** The engine cannot do the work; the message says why. */
  static final class Unable extends Exception {
    private static final long serialVersionUID = 1L;

    Unable(String reason) {
      super(reason);
    }
  }

  static EngineProcess start(Engine engine, Path workload) throws IOException, Unable {
    List<String> command = new ArrayList<>(engine.command());
    command.add(workload.toString());
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    boolean started = false;
    try {
      EngineProcess ready =
          new EngineProcess(
              process,
              new BufferedReader(
                  new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)),
              new BufferedWriter(
                  new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8)));
      started = true;
      return ready;
    } finally {
      if (!started) {
        process.destroyForcibly();
      }
    }
  }

  /** How long loading took, in nanoseconds, as the engine says. */
  long loadNanos() {
    return loadNanos;
  }

  /** The answer to each input, as JSON, or {@code undefined}. */
  List<String> answers() throws IOException, Unable {
    say("answers");
    List<String> answers = new ArrayList<>();
    for (String line = line(); !line.equals("end"); line = line()) {
      answers.add(line);
    }
    return answers;
  }

  /** Evaluates for some time; gives the nanoseconds of one evaluation. */
  double run(long millis) throws IOException, Unable {
    say("run " + millis);
    List<String> counts = answer("ran ");
    return Double.parseDouble(counts.get(1)) / Long.parseLong(counts.get(0));
  }

  private void say(String command) throws IOException {
    commands.write(command);
    commands.newLine();
    commands.flush();
  }

  private List<String> answer(String start) throws IOException, Unable {
    String line = line();
    if (!line.startsWith(start)) {
      throw new Unable("said " + line);
    }
    return List.of(line.substring(start.length()).split(" ", -1));
  }

  private String line() throws IOException, Unable {
    String line = output.readLine();
    if (line == null) {
      throw new Unable("ended without a word");
    } else if (line.startsWith("unable ") || line.startsWith("failed ")) {
      throw new Unable(line.substring(7));
    }
    return line;
  }

  @Override
  public void close() throws IOException {
    commands.close();
    process.destroy();
  }
}
