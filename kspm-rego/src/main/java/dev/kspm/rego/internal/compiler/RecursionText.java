package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.internal.ast.Term;
import dev.kspm.rego.internal.ast.TermOrder;
import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Words a recursion, and under which condition a doubtful one happens. */
final class RecursionText {
  /** More conditions than this are not told. */
  private static final int MOST = 2;

  /** What an operand must be for a rule to be reached. */
  private record Condition(Term operand, Value value) {}

  private final Compilation compilation;
  private final RewrittenText names;

  RecursionText(Compilation compilation) {
    this.compilation = compilation;
    this.names = RewrittenText.ofNames(compilation);
  }

  String of(List<RecursionSearch.Step> way) {
    CompiledRule start = way.get(0).from().rule();
    RecursionSearch.Step doubtful =
        way.stream().filter(step -> !step.isSure()).findFirst().orElse(null);
    StringBuilder text = new StringBuilder("rule ").append(name(start));
    text.append(doubtful == null ? " is recursive: " : " may be recursive: ").append(name(start));
    way.forEach(step -> text.append(" -> ").append(name(step.to().rule())));
    if (doubtful != null && doubtful.unsure() != null) {
      boolean first = TreeRewriter.same(doubtful, way.get(0));
      text.append(" (").append(cause(doubtful, doubtful.unsure(), first)).append(')');
    }
    return text.toString();
  }

  private String name(CompiledRule rule) {
    return names.text(rule.ref());
  }

  private String cause(RecursionSearch.Step step, RuleReference reference, boolean first) {
    CompiledRule target = step.to().rule();
    int shown = Math.min(reference.written().size(), target.ref().size());
    String text = names.text(Refs.prefix(reference.written(), shown));
    if (!first) {
      text += " in " + name(step.from().rule());
    }
    ValueOrigin origins = new ValueOrigin(compilation, reference, step.from().rule());
    List<Condition> conditions = conditions(reference, target);
    if (conditions == null
        || conditions.isEmpty()
        || conditions.size() > MOST
        || conditions.stream().anyMatch(c -> !origins.allows(c.operand(), c.value()))) {
      return text + " could refer to " + name(target);
    }
    List<String> parts = new ArrayList<>();
    for (Condition c : conditions) {
      String note = origins.note(c.operand());
      parts.add(
          names.text(c.operand()) + " is " + c.value() + (note.isEmpty() ? "" : " (" + note + ")"));
    }
    return text + " refers to " + name(target) + " if " + String.join(" and ", parts);
  }

  /** {@code null} when an operand would have to be two values at once. */
  private @Nullable List<Condition> conditions(RuleReference reference, CompiledRule target) {
    List<Condition> all = new ArrayList<>();
    for (int at : reference.conditions(target)) {
      Term operand = reference.written().operand(at);
      Value value = Terms.constant(target.ref().operand(at));
      Condition known = null;
      for (Condition c : all) {
        known = TermOrder.compare(c.operand(), operand) == 0 ? c : known;
      }
      if (value == null || known != null && !known.value().equals(value)) {
        return null;
      } else if (known == null) {
        all.add(new Condition(operand, value));
      }
    }
    return all;
  }
}
