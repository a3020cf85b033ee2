package dev.kspm.cli;

import dev.kspm.ScanResult;
import dev.kspm.reports.CsvReport;
import dev.kspm.reports.JsonReport;
import dev.kspm.reports.ReportWriter;
import dev.kspm.reports.TableReport;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which reports are written, and where. */
final class ReportOptions {
  @Option(
      names = {"-f", "--format"},
      paramLabel = "NAME[=FILE]",
      description = "table, json or csv, to a file when one is named; repeatable (default: table)")
  List<String> formats = new ArrayList<>();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "where the report goes instead of standard output")
  @Nullable Path output;

  @Option(
      names = "--full",
      description = "json: the configuration of every resource, not of failures only")
  boolean full;

  /**
   * A report and where it goes.
   *
   * @param file nothing for standard output
   */
  private record Target(ReportWriter writer, Optional<Path> file) {}

  /** Looks at the options without writing anything, so that mistakes show before a long scan. */
  void check(Console console) {
    targets(console);
  }

  /** Whether people see the table. */
  boolean tableOnConsole(Console console) {
    return targets(console).stream()
        .anyMatch(target -> target.file().isEmpty() && target.writer() instanceof TableReport);
  }

  void write(ScanResult result, Console console) throws IOException {
    for (Target target : targets(console)) {
      if (target.file().isEmpty()) {
        target.writer().write(result, console.out());
      } else {
        write(target.writer(), result, target.file().get());
      }
    }
  }

  /** The message of a full disk does not name the file. */
  private static void write(ReportWriter writer, ScanResult result, Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      writer.write(result, out);
    } catch (FileSystemException named) {
      throw named;
    } catch (IOException e) {
      throw new InputError(file + ": cannot be written: " + e.getMessage());
    }
  }

  private List<Target> targets(Console console) {
    List<Target> targets = new ArrayList<>();
    List<String> wanted = formats.isEmpty() ? List.of("table") : formats;
    int unnamed = 0;
    for (String format : wanted) {
      int equals = format.indexOf('=');
      String name = equals < 0 ? format : format.substring(0, equals);
      Optional<Path> file =
          equals < 0
              ? Optional.ofNullable(output)
              : Optional.of(Path.of(format.substring(equals + 1)));
      file.ifPresent(path -> Paths.given(equals < 0 ? "--output" : "--format", path));
      unnamed += equals < 0 ? 1 : 0;
      targets.add(new Target(writer(name, console, file), file));
    }
    if (unnamed > 1) {
      throw new InputError("--format: only one report can go without a file; write NAME=FILE");
    }
    return targets;
  }

  private ReportWriter writer(String name, Console console, Optional<Path> file) {
    return switch (name) {
      case "table" ->
          console.outIsTerminal() && file.isEmpty() && System.getenv("NO_COLOR") == null
              ? TableReport.coloured()
              : TableReport.plain();
      case "json" -> full ? JsonReport.full() : JsonReport.ofFailures();
      case "csv" -> new CsvReport();
      default ->
          throw new InputError(
              "--format: unknown format \"" + name + "\"; there are table, json, csv");
    };
  }
}
