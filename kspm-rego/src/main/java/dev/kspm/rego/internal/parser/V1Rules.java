package dev.kspm.rego.internal.parser;

import dev.kspm.rego.internal.ast.Head;
import dev.kspm.rego.internal.ast.Rule;
import dev.kspm.rego.internal.ast.Var;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * What v1 asks of rules. Whether it is asked is known only when the imports of the module are, so
 * what there would be to say is kept for each rule.
 */
final class V1Rules {
  private final Map<Rule, List<Complaint>> complaints = new IdentityHashMap<>();

  void check(Rule rule, boolean hasIf, boolean hasContains, boolean generatedValue) {
    Head head = rule.head();
    String kind = head.args() != null && !head.args().isEmpty() ? "function" : "rule";
    boolean generatedBody = rule.body().exprs().get(0).generated();
    List<Complaint> found = new ArrayList<>(0);
    if (head.ref().size() == 1 && head.ref().head() instanceof Var v && isKeyword(v.name())) {
      found.add(at(rule, v.name() + " keyword cannot be used for rule name"));
    }
    if (generatedBody && generatedValue && !rule.isDefault()) {
      found.add(at(rule, kind + " must have value assignment and/or body declaration"));
    }
    if (!generatedBody && !hasIf && !rule.isDefault()) {
      found.add(at(rule, "`if` keyword is required before " + kind + " body"));
    }
    if (head.isPartialSet() && !hasContains) {
      found.add(at(rule, "`contains` keyword is required for partial set rules"));
    }
    if (!found.isEmpty()) {
      complaints.put(rule, found);
    }
  }

  private static boolean isKeyword(String name) {
    TokenKind kind = TokenKind.ofWord(name, 0, name.length());
    return kind.isKeyword() && kind != TokenKind.AND_WORD && kind != TokenKind.OR_WORD;
  }

  private static Complaint at(Rule rule, String message) {
    return new Complaint(message, rule.span(), false);
  }

  /** What v1 has against a rule and its {@code else} chain. */
  void addTo(List<Complaint> all, Rule rule) {
    for (Rule link = rule; link != null; link = link.elseRule()) {
      all.addAll(complaints.getOrDefault(link, List.of()));
    }
  }
}
