package dev.kspm.cli.rego;

import dev.kspm.cli.Console;
import dev.kspm.cli.InputError;
import dev.kspm.rego.PolicySource;
import dev.kspm.rego.SyntaxTree;
import dev.kspm.rego.diagnostic.SourceText;
import dev.kspm.rego.policy.CompileException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kspm rego parse}: the syntax tree of a module. */
@Command(
    name = "parse",
    description = "Prints the syntax tree of a Rego file.",
    mixinStandardHelpOptions = true)
public final class ParseCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "FILE", description = "a Rego file")
  Path file = Path.of("");

  @Option(
      names = {"-f", "--format"},
      paramLabel = "{pretty,json}",
      description = "output format (default: pretty)")
  ErrorFormat format = ErrorFormat.pretty;

  @Option(
      names = "--json-include",
      paramLabel = "WHAT",
      split = ",",
      description = "locations, comments; with a - before it to leave something out")
  List<String> include = new ArrayList<>();

  @Mixin LoadOptions loading = new LoadOptions();

  public ParseCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    boolean locations = false;
    boolean comments = true;
    for (String word : include) {
      switch (word) {
        case "locations" -> locations = true;
        case "-locations" -> locations = false;
        case "comments" -> comments = true;
        case "-comments" -> comments = false;
        default -> throw new InputError("invalid json include flag: " + word);
      }
    }
    String text;
    try {
      text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      return failed(List.of(LoadProblem.of("open " + file + ": no such file or directory")));
    }
    try {
      SyntaxTree tree =
          SyntaxTree.of(new PolicySource(SourceText.of(file.toString(), text), loading.version()));
      Map<String, Object> document = new LinkedHashMap<>(tree.json(locations));
      if (format == ErrorFormat.pretty) {
        console.out().print(ParseTree.render(document));
      } else {
        if (!comments) {
          document.remove("comments");
        } else if (!locations) {
          document.computeIfPresent("comments", (name, list) -> withoutTexts((List<?>) list));
        }
        console.out().println(GoJson.write(document));
      }
      return 0;
    } catch (CompileException e) {
      return failed(LoadProblem.of(e.diagnostics()));
    }
  }

  /**
   * Comments have their places in any case, but the text of a place only when places are wanted.
   */
  private static List<Map<String, Object>> withoutTexts(List<?> comments) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (Object comment : comments) {
      Map<String, Object> fields = new LinkedHashMap<>();
      ((Map<?, ?>) comment)
          .forEach(
              (name, value) -> {
                Object kept = value;
                if (value instanceof Map<?, ?> location) {
                  Map<Object, Object> place = new LinkedHashMap<>(location);
                  place.remove("text");
                  kept = place;
                }
                fields.put(String.valueOf(name), kept);
              });
      all.add(fields);
    }
    return all;
  }

  private int failed(List<LoadProblem> problems) {
    console.err().println(GoJson.write(LoadProblem.document(problems)));
    return 1;
  }
}
