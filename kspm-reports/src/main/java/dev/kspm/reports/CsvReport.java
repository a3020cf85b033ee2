package dev.kspm.reports;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.kspm.ScanResult;
import dev.kspm.evaluation.Evaluation;
import dev.kspm.evaluation.Evidence;
import dev.kspm.finding.Finding;
import dev.kspm.framework.ControlMapping;
import dev.kspm.resource.Resource;
import dev.kspm.resource.ResourceKey;
import dev.kspm.rule.Rule;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One row for each finding and for each evaluation that could not be decided; RFC 4180, UTF-8.
 * Immutable and thread-safe.
 *
 * <p>{@link #COLUMNS} are the columns in order. A cell that a spreadsheet would take for a formula,
 * because it starts with {@code = + - @}, a tab or a carriage return, gets an apostrophe before it.
 */
public final class CsvReport implements ReportWriter {
  /**
   * The columns.
   *
   * <ul>
   *   <li>{@code evaluation}: {@code pass}, {@code fail} or {@code unknown}
   *   <li>{@code severity}: of the finding; of the rule when it is unknown
   *   <li>{@code rule_id}, {@code title}: the rule
   *   <li>{@code resource_type}, {@code resource_name}, {@code resource_id}, {@code account},
   *       {@code region}, {@code cluster}, {@code namespace}: the resource; a collection that could
   *       not be read has only a type and, in {@code cluster}, its scope
   *   <li>{@code controls}: {@code framework@version control}, separated by {@code "; "}
   *   <li>{@code evidence}: {@code path = value (expected)}, separated by {@code "; "}
   *   <li>{@code reason}: why it is unknown
   *   <li>{@code muted}: {@code true} or {@code false}
   *   <li>{@code first_seen_at}, {@code last_seen_at}, {@code changed_at}: ISO 8601, UTC
   *   <li>{@code tags}: {@code key:value}, separated by {@code "; "}
   *   <li>{@code remediation}: how to mend it
   *   <li>{@code finding_id}
   * </ul>
   */
  public static final List<String> COLUMNS =
      List.of(
          "evaluation",
          "severity",
          "rule_id",
          "title",
          "resource_type",
          "resource_name",
          "resource_id",
          "account",
          "region",
          "cluster",
          "namespace",
          "controls",
          "evidence",
          "reason",
          "muted",
          "first_seen_at",
          "last_seen_at",
          "changed_at",
          "tags",
          "remediation",
          "finding_id");

  private static final String FORMULA_STARTS = "=+-@\t\r";

  /** Makes a writer; there is nothing to set. */
  public CsvReport() {}

  @Override
  public String format() {
    return "csv";
  }

  @Override
  public void write(ScanResult result, OutputStream out) throws IOException {
    OutputStreamWriter text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
    csv.writeRecord(COLUMNS);
    for (Finding finding : result.findings()) {
      csv.writeRecord(safe(row(finding, result.time())));
    }
    for (Evaluation open : result.undecided().toList()) {
      csv.writeRecord(safe(row(open)));
    }
    csv.flush();
  }

  private static List<String> row(Finding finding, Instant time) {
    Resource resource = finding.resource();
    Rule rule = finding.rule();
    return List.of(
        Texts.lower(finding.verdict()),
        finding.severity().text(),
        rule.id(),
        rule.title(),
        resource.type(),
        resource.name(),
        resource.key().value(),
        resource.account().orElse(""),
        resource.region().orElse(""),
        resource.cluster().orElse(""),
        resource.namespace().orElse(""),
        joined(finding.controls(), CsvReport::control),
        joined(finding.evidence(), CsvReport::evidence),
        "",
        String.valueOf(finding.isMutedAt(time)),
        finding.firstSeenAt().toString(),
        finding.lastSeenAt().toString(),
        finding.evaluationChangedAt().toString(),
        String.join("; ", resource.tags()),
        rule.fix(),
        finding.id());
  }

  private static List<String> row(Evaluation open) {
    Optional<Resource> resource = open.resource();
    return List.of(
        "unknown",
        open.rule().severity().text(),
        open.rule().id(),
        open.rule().title(),
        open.resourceType(),
        resource.map(Resource::name).orElse(""),
        open.resourceKey().map(ResourceKey::value).orElse(""),
        resource.flatMap(Resource::account).orElse(""),
        resource.flatMap(Resource::region).orElse(""),
        resource.flatMap(Resource::cluster).orElse(open.scope()),
        resource.flatMap(Resource::namespace).orElse(""),
        "",
        "",
        String.join("; ", open.reasons()),
        "false",
        "",
        "",
        "",
        resource.map(r -> String.join("; ", r.tags())).orElse(""),
        "",
        "");
  }

  private static String control(ControlMapping mapping) {
    return mapping.framework() + "@" + mapping.version() + " " + mapping.control();
  }

  private static String evidence(Evidence evidence) {
    return evidence.path()
        + " = "
        + evidence.value()
        + evidence.expected().map(value -> " (" + value + ")").orElse("");
  }

  private static <T> String joined(List<T> parts, Function<T, String> text) {
    return parts.stream().map(text).collect(Collectors.joining("; "));
  }

  private static List<String> safe(List<String> cells) {
    return cells.stream().map(CsvReport::safe).toList();
  }

  private static String safe(String cell) {
    return !cell.isEmpty() && FORMULA_STARTS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }
}
