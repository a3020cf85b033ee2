package dev.kspm.rego.internal.parser;

import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.internal.ast.Annotations;
import dev.kspm.rego.internal.ast.Import;
import dev.kspm.rego.internal.ast.Node;
import dev.kspm.rego.internal.ast.PackageDeclaration;
import dev.kspm.rego.internal.ast.Ref;
import dev.kspm.rego.internal.ast.Rule;
import dev.kspm.rego.internal.ast.Term;
import dev.kspm.rego.internal.ast.TermOrder;
import dev.kspm.rego.value.BooleanValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what annotations are about: the first package, import or rule below them. */
final class AnnotationAttachment {
  private final List<Node> statements;
  private final List<Complaint> complaints = new ArrayList<>();
  private final List<Annotations> attached = new ArrayList<>();

  /** The target of each of {@link #attached}; {@code null} for packages. */
  private final List<@Nullable Ref> targets = new ArrayList<>();

  AnnotationAttachment(List<Node> statements) {
    this.statements = statements;
  }

  List<Complaint> complaints() {
    return complaints;
  }

  List<Annotations> attached() {
    return attached;
  }

  void attach(Annotations annotations) {
    Span place = annotations.span();
    Node target = null;
    for (Node statement : statements) {
      if (statement.span().row() > place.row()) {
        target = statement;
        break;
      }
    }
    boolean entrypoint =
        annotations.fields().get("entrypoint") instanceof BooleanValue b && b.value();
    String scope = annotations.scope();
    if (scope.isEmpty()) {
      scope = defaultScope(target, entrypoint);
    }
    String wrong = wrong(scope, target);
    if (wrong != null) {
      complaints.add(new Complaint(wrong, place, false));
    }
    if (entrypoint && !scope.equals("document") && !scope.equals("package")) {
      wrong = "annotation entrypoint applied to non-document or package scope '" + scope + "'";
      complaints.add(new Complaint(wrong, place, false));
    }
    if (wrong != null) {
      return;
    }
    attached.add(
        new Annotations(
            scope,
            annotations.fields(),
            annotations.schemas(),
            annotations.unknowns(),
            annotations.maskRule(),
            place));
    targets.add(target instanceof Rule rule ? groundPrefix(rule.head().ref()) : null);
  }

  private static String defaultScope(@Nullable Node target, boolean entrypoint) {
    if (target instanceof Rule) {
      return entrypoint ? "document" : "rule";
    }
    return kind(target);
  }

  private static String kind(@Nullable Node target) {
    if (target instanceof PackageDeclaration) {
      return "package";
    } else if (target instanceof Import) {
      return "import";
    }
    return target instanceof Rule ? "rule" : "";
  }

  private static @Nullable String wrong(String scope, @Nullable Node target) {
    String wanted;
    switch (scope) {
      case "rule", "document" -> wanted = "rule";
      case "package", "subpackages" -> wanted = "package";
      default -> {
        return "invalid annotation scope '"
            + scope
            + "'. Use one of 'rule', 'document', 'package', or 'subpackages'";
      }
    }
    String found = kind(target);
    if (found.equals(wanted)) {
      return null;
    }
    return "annotation scope '"
        + scope
        + "' must be applied to "
        + wanted
        + (found.isEmpty() ? "" : " (have " + found + ")");
  }

  private static Ref groundPrefix(Ref ref) {
    int n = 1;
    while (n < ref.size() && Rules.isGround(ref.operand(n))) {
      n++;
    }
    return n == ref.size() ? ref : new Ref(ref.parts().subList(0, n), ref.span());
  }

  /**
   * The rules with their annotations. Those of scope document go to every rule of the name, those
   * of scope rule to the next rule of the name below them; of several in a row only the last is
   * used up.
   */
  List<Rule> rules(List<Rule> rules) {
    List<Annotations> left = new ArrayList<>(attached);
    List<@Nullable Ref> leftTargets = new ArrayList<>(targets);
    List<Rule> result = new ArrayList<>(rules.size());
    for (Rule rule : rules) {
      List<Annotations> own = new ArrayList<>();
      Term name = groundPrefix(rule.head().ref());
      int used = -1;
      for (int i = 0; i < left.size(); i++) {
        Ref target = leftTargets.get(i);
        if (target == null || TermOrder.compare(target, name) != 0) {
          continue;
        }
        Annotations annotations = left.get(i);
        if (annotations.scope().equals("document")) {
          own.add(annotations);
        } else if (rule.span().row() > annotations.span().row()) {
          own.add(annotations);
          used = i;
        }
      }
      if (used >= 0) {
        left.remove(used);
        leftTargets.remove(used);
      }
      result.add(own.isEmpty() ? rule : rule.withAnnotations(own));
    }
    return result;
  }
}
