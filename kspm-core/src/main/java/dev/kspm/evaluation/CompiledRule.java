package dev.kspm.evaluation;

import dev.kspm.rego.CompiledPolicy;
import dev.kspm.rego.RuleInfo;
import dev.kspm.rego.diagnostic.Diagnostic;
import dev.kspm.rego.diagnostic.SourceText;
import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.policy.CompileException;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.Value;
import dev.kspm.rule.RegoPackage;
import dev.kspm.rule.Rule;
import dev.kspm.rule.RuleProblem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A rule with its Rego compiled, and how it wants to be asked. Immutable and thread-safe.
 *
 * <p>Datadog's template ends with a {@code results} that asks {@code eval} of every main resource.
 * Asking {@code eval} ourselves comes to the same and keeps what each answer has read apart, so
 * that template is recognised; any other {@code results} is evaluated as it stands.
 */
final class CompiledRule {
  static final String PACKAGE = "data.datadog";
  static final String EVAL = PACKAGE + ".eval";
  static final String RESULTS = PACKAGE + ".results";
  static final String EVIDENCE = PACKAGE + ".evidence";

  private static final Pattern TEMPLATE =
      Pattern.compile(
          "(?m)^results\\s+contains\\s+(\\w+)\\s+if\\s*\\{\\s*"
              + "some\\s+(\\w+)\\s+in\\s+input\\.resources\\[input\\.main_resource_type\\]\\s*;?\\s*"
              + "\\1\\s*:=\\s*([\\w.]+)\\.format\\(\\s*\\2\\s*,\\s*eval\\(\\s*\\2\\s*\\)\\s*\\)"
              + "\\s*;?\\s*\\}");
  private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*#.*$");
  private static final Pattern IMPORT =
      Pattern.compile("(?m)^import\\s+data\\.datadog\\.output(?:\\s+as\\s+(\\w+))?\\s*(?:#.*)?$");

  /** How a rule is asked. */
  enum Form {
    /** {@code eval} for each resource. */
    EVAL,
    /** {@code results} once. */
    RESULTS
  }

  final Rule rule;
  final @Nullable CompiledPolicy policy;
  final Form form;
  final boolean hasEvidence;
  final List<RuleProblem> problems;
  private final SourceText head;
  private final int row;
  private final int column;

  private CompiledRule(
      Rule rule,
      @Nullable CompiledPolicy policy,
      Form form,
      boolean hasEvidence,
      Span head,
      List<RuleProblem> problems) {
    this.rule = rule;
    this.policy = policy;
    this.form = form;
    this.hasEvidence = hasEvidence;
    this.head = rule.policy().text();
    this.row = head.row();
    this.column = head.column();
    this.problems = problems;
  }

  static CompiledRule compile(Libraries libraries, Rule rule, Map<String, Value> parameters) {
    List<RuleProblem> missing = libraries.problemsOf(rule);
    if (!missing.isEmpty()) {
      return broken(rule, missing);
    }
    CompiledPolicy policy;
    try {
      policy = libraries.base().extend(List.of(rule.policy()), data(rule, parameters));
    } catch (CompileException e) {
      return broken(
          rule,
          e.diagnostics().stream().map(diagnostic -> problem(rule, diagnostic)).sorted().toList());
    }
    Optional<RuleInfo> eval = find(policy, EVAL, 1);
    Optional<RuleInfo> results = find(policy, RESULTS, -1);
    if (eval.isEmpty() && results.isEmpty()) {
      return broken(rule, List.of(noAnswer(rule)));
    }
    boolean byHand =
        results.isPresent() && (eval.isEmpty() || !isTemplate(policy, rule.policy().text().text()));
    Span head = byHand ? results.get().span() : eval.or(() -> results).get().span();
    return new CompiledRule(
        rule,
        policy,
        byHand ? Form.RESULTS : Form.EVAL,
        find(policy, EVIDENCE, 1).isPresent(),
        head,
        List.of());
  }

  private static CompiledRule broken(Rule rule, List<RuleProblem> problems) {
    return new CompiledRule(rule, null, Form.EVAL, false, Span.NONE, problems);
  }

  /** A module without anything to ask, at its package. */
  private static RuleProblem noAnswer(Rule rule) {
    Optional<RegoPackage> home = RegoPackage.of(rule.policy().text());
    boolean elsewhere = home.filter(found -> !found.path().equals("datadog")).isPresent();
    return new RuleProblem(
        rule.id(),
        rule.policy().text().name(),
        home.map(RegoPackage::row).orElse(1),
        home.map(RegoPackage::column).orElse(1),
        RuleProblem.RESULT,
        "defines neither eval(resource) nor results in package datadog"
            + (elsewhere ? ", but package " + home.get().path() : ""));
  }

  private static Optional<RuleInfo> find(CompiledPolicy policy, String ref, int arity) {
    return policy.rules().stream()
        .filter(info -> info.ref().equals(ref) && info.arity() == arity)
        .findFirst();
  }

  private static boolean isTemplate(CompiledPolicy policy, String text) {
    long definitions = policy.rules().stream().filter(info -> info.ref().equals(RESULTS)).count();
    Matcher template = TEMPLATE.matcher(COMMENT.matcher(text).replaceAll(""));
    if (definitions != 1 || !template.find()) {
      return false;
    }
    String output = template.group(3);
    Matcher imported = IMPORT.matcher(text);
    boolean known = output.equals("data.datadog.output");
    while (imported.find()) {
      String name = imported.group(1) == null ? "output" : imported.group(1);
      known |= output.equals(name);
    }
    return known;
  }

  /** The parameters of a rule as data, with the values that a scan sets. */
  private static ObjectValue data(Rule rule, Map<String, Value> set) {
    ObjectValue.Builder parameters = ObjectValue.builder();
    rule.parameters().forEach((name, parameter) -> parameters.put(name, parameter.defaultValue()));
    set.forEach(parameters::put);
    return ObjectValue.builder()
        .put("kspm", ObjectValue.builder().put("parameters", parameters.build()).build())
        .build();
  }

  private static RuleProblem problem(Rule rule, Diagnostic diagnostic) {
    Span span = diagnostic.span();
    String file = span.file().isEmpty() ? rule.policy().text().name() : span.file();
    return new RuleProblem(
        rule.id(),
        file,
        Math.max(1, span.row()),
        span.row() > 0 ? span.column() : 1,
        diagnostic.code(),
        diagnostic.message());
  }

  /** A problem with what the rule returned, at the head of what returned it. */
  RuleProblem wrongResult(String message) {
    return atHead(RuleProblem.RESULT, message);
  }

  /** A problem whose place is not known better. */
  RuleProblem atHead(String code, String message) {
    return new RuleProblem(
        rule.id(), head.name(), Math.max(1, row), Math.max(1, column), code, message);
  }
}
