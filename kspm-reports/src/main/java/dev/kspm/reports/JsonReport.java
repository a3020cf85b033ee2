package dev.kspm.reports;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import dev.kspm.ControlResult;
import dev.kspm.FrameworkResult;
import dev.kspm.ScanResult;
import dev.kspm.evaluation.Evaluation;
import dev.kspm.finding.Finding;
import dev.kspm.resource.Completeness;
import dev.kspm.resource.InputAccount;
import dev.kspm.resource.ResourceKey;
import dev.kspm.resource.SkippedInput;
import dev.kspm.rule.RuleProblem;
import dev.kspm.score.Fraction;
import dev.kspm.score.PostureScore;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;

/**
 * The document that scripts rely on: fields are added, never changed. Immutable and thread-safe.
 *
 * <p>Scores are fractions of 1 with six decimals. The same snapshot, clock and version give the
 * same bytes apart from {@code scan}.
 */
public final class JsonReport implements ReportWriter {
  private static final int SCORE_DECIMALS = 6;

  private final JsonFactory json = new JsonFactory();
  private final boolean full;

  private JsonReport(boolean full) {
    this.full = full;
  }

  /** The configuration of resources is written for failures only. */
  public static JsonReport ofFailures() {
    return new JsonReport(false);
  }

  /** The configuration of every resource with a finding is written. */
  public static JsonReport full() {
    return new JsonReport(true);
  }

  @Override
  public String format() {
    return "json";
  }

  @Override
  public void write(ScanResult result, OutputStream out) throws IOException {
    try (JsonGenerator to = json.createGenerator(out)) {
      to.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      to.setPrettyPrinter(printer());
      to.writeStartObject();
      to.writeStringField("schema_version", "1");
      writeScan(to, result);
      writeInputs(to, result.input());
      to.writeObjectFieldStart("resources");
      for (Map.Entry<String, Long> type : result.resources().entrySet()) {
        to.writeNumberField(type.getKey(), type.getValue());
      }
      to.writeEndObject();
      writeCompleteness(to, result);
      to.writeFieldName("score");
      writeScore(to, result.score());
      writeFrameworks(to, result);
      to.writeArrayFieldStart("findings");
      for (Finding finding : result.findings()) {
        FindingDocument.write(to, finding, result.time(), full);
      }
      to.writeEndArray();
      writeUndecided(to, result);
      writeRuleErrors(to, result);
      to.writeEndObject();
      to.writeRaw('\n');
    }
  }

  private static DefaultPrettyPrinter printer() {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    return new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator(""))
        .withObjectIndenter(indenter)
        .withArrayIndenter(indenter);
  }

  private static void writeScan(JsonGenerator to, ScanResult result) throws IOException {
    to.writeObjectFieldStart("scan");
    to.writeStringField("id", result.id());
    to.writeStringField("started_at", result.startedAt().toString());
    to.writeStringField("finished_at", result.finishedAt().toString());
    to.writeStringField("version", result.version());
    to.writeEndObject();
  }

  private static void writeInputs(JsonGenerator to, InputAccount input) throws IOException {
    to.writeObjectFieldStart("inputs");
    writeCount(to, "bytes", input.bytes());
    writeCount(to, "documents", input.documents());
    to.writeArrayFieldStart("skipped");
    for (SkippedInput skipped : input.skipped().stream().sorted().toList()) {
      to.writeStartObject();
      to.writeStringField("source", skipped.source());
      to.writeStringField("position", skipped.position());
      to.writeNumberField("bytes", skipped.bytes());
      to.writeStringField("reason", skipped.reason());
      to.writeEndObject();
    }
    to.writeEndArray();
    to.writeEndObject();
  }

  private static void writeCount(JsonGenerator to, String name, InputAccount.Count count)
      throws IOException {
    to.writeObjectFieldStart(name);
    to.writeNumberField("read", count.read());
    to.writeNumberField("used", count.used());
    to.writeNumberField("skipped", count.skipped());
    to.writeEndObject();
  }

  private static void writeCompleteness(JsonGenerator to, ScanResult result) throws IOException {
    to.writeArrayFieldStart("completeness");
    for (Completeness word : result.completeness()) {
      to.writeStartObject();
      to.writeStringField("resource_type", word.resourceType());
      to.writeStringField("scope", word.scope());
      to.writeStringField("state", Texts.state(word.state()));
      to.writeStringField("reason", word.reason());
      to.writeEndObject();
    }
    to.writeEndArray();
  }

  private static void writeScore(JsonGenerator to, PostureScore score) throws IOException {
    to.writeStartObject();
    writeFraction(to, "value", score.value());
    writeFraction(to, "lowest", score.lowest());
    writeFraction(to, "highest", score.highest());
    writeFraction(to, "coverage", score.coverage());
    to.writeNumberField("pass", score.counts().pass());
    to.writeNumberField("fail", score.counts().fail());
    to.writeNumberField("muted", score.counts().muted());
    to.writeNumberField("unknown", score.counts().unknown());
    to.writeEndObject();
  }

  private static void writeFraction(JsonGenerator to, String name, Optional<Fraction> fraction)
      throws IOException {
    to.writeFieldName(name);
    if (fraction.isPresent()) {
      to.writeNumber(fraction.get().rounded(SCORE_DECIMALS).toPlainString());
    } else {
      to.writeNull();
    }
  }

  private static void writeFrameworks(JsonGenerator to, ScanResult result) throws IOException {
    to.writeArrayFieldStart("frameworks");
    for (FrameworkResult framework : result.frameworks()) {
      to.writeStartObject();
      to.writeStringField("framework", framework.framework().id());
      to.writeStringField("version", framework.framework().version());
      to.writeFieldName("score");
      writeScore(to, framework.score());
      to.writeArrayFieldStart("controls");
      for (ControlResult control : framework.controls()) {
        to.writeStartObject();
        to.writeStringField("control", control.control().id());
        to.writeStringField("requirement", control.requirement().title());
        to.writeStringField("state", control.state().name());
        to.writeArrayFieldStart("rules");
        for (String rule : control.control().rules()) {
          to.writeString(rule);
        }
        to.writeEndArray();
        to.writeEndObject();
      }
      to.writeEndArray();
      to.writeEndObject();
    }
    to.writeEndArray();
  }

  private static void writeUndecided(JsonGenerator to, ScanResult result) throws IOException {
    to.writeArrayFieldStart("undecided");
    for (Evaluation open : result.undecided().toList()) {
      to.writeStartObject();
      to.writeStringField("rule_id", open.rule().id());
      to.writeStringField("scope", open.scope());
      to.writeStringField("resource_id", open.resourceKey().map(ResourceKey::value).orElse(null));
      to.writeStringField("resource_type", open.resourceType());
      to.writeStringField("reason", String.join("; ", open.reasons()));
      to.writeEndObject();
    }
    to.writeEndArray();
  }

  private static void writeRuleErrors(JsonGenerator to, ScanResult result) throws IOException {
    to.writeArrayFieldStart("rule_errors");
    for (RuleProblem problem : result.problems()) {
      to.writeStartObject();
      to.writeStringField("rule_id", problem.ruleId());
      to.writeStringField("file", problem.file());
      to.writeNumberField("row", problem.row());
      to.writeNumberField("col", problem.column());
      to.writeStringField("code", problem.code());
      to.writeStringField("message", problem.message());
      to.writeEndObject();
    }
    to.writeEndArray();
  }
}
