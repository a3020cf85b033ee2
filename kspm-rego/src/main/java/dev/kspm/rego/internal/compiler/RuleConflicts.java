package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.internal.ast.Module;
import dev.kspm.rego.internal.ast.Ref;
import dev.kspm.rego.internal.ast.Scalar;
import dev.kspm.rego.internal.ast.Term;
import dev.kspm.rego.internal.ast.TermOrder;
import dev.kspm.rego.internal.ast.Var;
import dev.kspm.rego.value.StringValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reports rules that cannot stand together: kinds, arities, defaults, and nested documents. */
final class RuleConflicts {
  private final Compilation compilation;
  private final RuleTree tree;

  RuleConflicts(Compilation compilation, RuleTree tree) {
    this.compilation = compilation;
    this.tree = tree;
  }

  void check(Collection<Module> modules) {
    visit(tree);
    for (Module module : modules) {
      checkPackage(module);
    }
  }

  private void visit(RuleTree node) {
    if (!node.rules().isEmpty()) {
      checkNode(node);
    }
    node.children().values().forEach(this::visit);
  }

  private void checkNode(RuleTree node) {
    List<CompiledRule> rules = node.rules();
    CompiledRule first = rules.get(0);
    Set<Kind> kinds = new HashSet<>();
    Set<Integer> arities = new HashSet<>();
    List<CompiledRule> defaults = new ArrayList<>();
    List<CompiledRule> below = new ArrayList<>();
    node.children().values().forEach(child -> below.addAll(child.allRules()));
    for (CompiledRule rule : rules) {
      kinds.add(kind(rule));
      var args = rule.head().args();
      arities.add(args == null ? 0 : args.size());
      if (rule.isDefault()) {
        defaults.add(rule);
      }
    }
    CompiledRule last = rules.get(rules.size() - 1);
    List<CompiledRule> conflicting =
        onceEach(
            below.stream()
                .filter(b -> rules.stream().anyMatch(r -> nestedConflict(r, b)))
                .toList());
    if (!conflicting.isEmpty()) {
      compilation.error(
          Codes.TYPE,
          first.rule().span(),
          "rule "
              + text(last.ref())
              + " conflicts with:\n"
              + conflicting.stream()
                  .map(c -> "  rule " + text(c.ref()) + " at " + place(c.rule().span()))
                  .collect(Collectors.joining("\n")));
    } else if (kinds.size() > 1 || arities.size() > 1) {
      compilation.error(
          Codes.TYPE, first.rule().span(), "conflicting rules " + text(last.ref()) + " found");
    } else if (defaults.size() > 1) {
      compilation.error(
          Codes.TYPE,
          first.module().packageDeclaration().span(),
          "multiple default rules "
              + text(first.ref())
              + " found at "
              + defaults.stream()
                  .map(d -> place(d.rule().span()))
                  .collect(Collectors.joining(", ")));
    }
  }

  /** The rules of different names, none of which lies below another, sorted by these. */
  private List<CompiledRule> onceEach(List<CompiledRule> all) {
    Set<String> names = new HashSet<>();
    return all.stream()
        .filter(rule -> all.stream().noneMatch(other -> isBelow(rule.ref(), other.ref())))
        .filter(rule -> names.add(text(rule.ref())))
        .sorted((a, b) -> TermOrder.compare(a.ref(), b.ref()))
        .toList();
  }

  private static boolean isBelow(Ref ref, Ref other) {
    return ref.size() > other.size()
        && new Ref(ref.parts().subList(0, other.size()), ref.span())
            .toString()
            .equals(other.toString());
  }

  /** What a rule makes; all rules of one node must make the same. */
  private enum Kind {
    VALUE,
    SET,
    MEMBERS,
    MEMBER_SETS
  }

  private static Kind kind(CompiledRule rule) {
    if (rule.dynamicOperands().isEmpty()) {
      return rule.isPartialSet() ? Kind.SET : Kind.VALUE;
    }
    return rule.isPartialSet() ? Kind.MEMBER_SETS : Kind.MEMBERS;
  }

  /** Whether a rule makes a whole document that another one lies in. */
  private static boolean nestedConflict(CompiledRule rule, CompiledRule below) {
    if (rule.dynamicOperands().isEmpty()) {
      return true;
    }
    return below.isFunction();
  }

  private void checkPackage(Module module) {
    Ref path = module.packageDeclaration().path();
    RuleTree self = tree.find(path);
    if (self != null && !self.rules().isEmpty()) {
      CompiledRule rule = self.rules().get(0);
      compilation.error(
          Codes.TYPE,
          rule.module().packageDeclaration().span(),
          "package "
              + packageText(path)
              + " conflicts with rule "
              + Refs.headName(rule.head().ref())
              + " defined at "
              + place(rule.rule().span()));
    }
  }

  private static String packageText(Ref path) {
    List<Term> parts = new ArrayList<>(path.parts().subList(1, path.size()));
    if (parts.get(0) instanceof Scalar s && s.value() instanceof StringValue name) {
      parts.set(0, new Var(name.value(), s.span()));
    }
    return new Ref(parts, path.span()).toString();
  }

  private static String place(Span span) {
    return span.file() + ":" + span.row();
  }

  private String text(Ref ref) {
    return new RewrittenText(compilation).text(ref);
  }
}
