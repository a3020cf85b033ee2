package dev.kspm.rego.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A program once answered differently, with OPA's answer. In a file each begins with a line {@code
 * ===}; modules end with {@code --}; {@code ?} asks, {@code @v0}, {@code @strict}, {@code @data}
 * and {@code @input} say what else there is, {@code !} is the answer.
 */
record RecordedCase(Program program, List<String> answer) {
  private static final Pattern START = Pattern.compile("(?m)^===.*\\n");

  RecordedCase {
    answer = List.copyOf(answer);
  }

  static List<RecordedCase> read(String text) {
    return START.splitAsStream(text).filter(c -> !c.isBlank()).map(RecordedCase::of).toList();
  }

  private static RecordedCase of(String text) {
    List<String> module = new ArrayList<>();
    List<Program.Text> modules = new ArrayList<>();
    List<String> queries = new ArrayList<>();
    List<String> answer = new ArrayList<>();
    String data = "{}";
    @Nullable String input = null;
    String version = "v1";
    boolean strict = false;
    for (String line : (text + "\n--").split("\n", -1)) {
      if (line.startsWith("? ")) {
        queries.add(line.substring(2));
      } else if (line.startsWith("! ")) {
        answer.add(line.substring(2));
      } else if (line.startsWith("@data ")) {
        data = line.substring(6);
      } else if (line.startsWith("@input ")) {
        input = line.substring(7);
      } else if (line.equals("@v0")) {
        version = "v0";
      } else if (line.equals("@strict")) {
        strict = true;
      } else if (!line.equals("--")) {
        module.add(line);
      } else if (!String.join("", module).isBlank()) {
        String name = "m" + modules.size() + ".rego";
        modules.add(new Program.Text(name, String.join("\n", module) + "\n", version));
        module.clear();
        version = "v1";
      }
    }
    return new RecordedCase(new Program(modules, data, input, queries, strict), answer);
  }

  /** An answer as the lines of a file. */
  static List<String> lines(Answers answers) {
    List<String> lines = new ArrayList<>();
    answers.errors().stream().sorted().forEach(e -> lines.add(line(e)));
    for (Answers.Answer query : answers.queries()) {
      String printed = query.printed().isEmpty() ? "" : " printed " + sorted(query.printed());
      String errors = query.errors().isEmpty() ? "" : " " + sorted(query.errors());
      lines.add(line(query.rows() + printed + errors));
    }
    return lines;
  }

  private static List<String> sorted(List<String> list) {
    return list.stream().sorted().toList();
  }

  private static String line(String text) {
    return text.replace("\n", "\\n");
  }

  /** As it stands in a file, with another answer. */
  String text(List<String> newAnswer) {
    StringBuilder text = new StringBuilder();
    for (Program.Text module : program.modules()) {
      text.append(text.isEmpty() ? "" : "--\n");
      text.append(module.version().equals("v0") ? "@v0\n" : "");
      text.append(module.text().strip()).append('\n');
    }
    text.append(program.data().equals("{}") ? "" : "@data " + program.data() + "\n");
    text.append(program.input() == null ? "" : "@input " + program.input() + "\n");
    text.append(program.strictErrors() ? "@strict\n" : "");
    program.queries().forEach(q -> text.append("? ").append(q).append('\n'));
    newAnswer.forEach(a -> text.append("! ").append(a).append('\n'));
    return text.toString();
  }
}
