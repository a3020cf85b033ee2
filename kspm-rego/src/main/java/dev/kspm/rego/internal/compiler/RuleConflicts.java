package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.internal.ast.Module;
import dev.kspm.rego.internal.ast.Ref;
import dev.kspm.rego.internal.ast.Scalar;
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
    boolean hasDynamicOperands = false;
    List<CompiledRule> below = new ArrayList<>();
    node.children().values().forEach(child -> below.addAll(child.allRules()));
    for (CompiledRule rule : rules) {
      kinds.add(kind(rule));
      var args = rule.head().args();
      arities.add(args == null ? 0 : args.size() + 1);
      if (rule.isDefault()) {
        defaults.add(rule);
      }
      hasDynamicOperands |= !rule.dynamicOperands().isEmpty();
    }
    for (CompiledRule rule : rules) {
      List<CompiledRule> conflicting = below.stream().filter(b -> nestedConflict(rule, b)).toList();
      if (!conflicting.isEmpty()) {
        compilation.error(
            Codes.TYPE,
            rule.rule().span(),
            "rule "
                + text(rule.ref())
                + " conflicts with:\n"
                + conflicting.stream()
                    .map(c -> "  rule " + text(c.ref()) + " at " + place(c.rule().span()))
                    .collect(Collectors.joining("\n")));
        break;
      }
    }
    if (kinds.size() > 1 || arities.size() > 1) {
      compilation.error(
          Codes.TYPE,
          first.rule().span(),
          "conflicting rules " + text(Refs.prefix(first.ref(), first.groundSize())) + " found");
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

  private enum Kind {
    COMPLETE,
    SET,
    OBJECT
  }

  private static Kind kind(CompiledRule rule) {
    if (rule.isPartialSet() && rule.dynamicOperands().isEmpty()) {
      return Kind.SET;
    }
    return rule.dynamicOperands().isEmpty() && rule.head().key() == null
        ? Kind.COMPLETE
        : Kind.OBJECT;
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
    if (path.size() < 2) {
      return;
    }
    RuleTree parent = tree.find(path, path.size() - 1);
    if (parent == null || !parent.isPackage()) {
      return;
    }
    RuleTree self =
        path.operand(path.size() - 1) instanceof Scalar s ? parent.child(s.value()) : null;
    if (self != null && !self.rules().isEmpty()) {
      CompiledRule rule = self.rules().get(0);
      compilation.error(
          Codes.TYPE,
          module.packageDeclaration().span(),
          "package "
              + packageText(path)
              + " conflicts with rule "
              + Refs.headName(rule.head().ref())
              + " defined at "
              + place(rule.rule().span()));
    }
  }

  private static String packageText(Ref path) {
    return path.parts().subList(1, path.size()).stream()
        .map(p -> p instanceof Scalar s && s.value() instanceof StringValue v ? v.value() : "" + p)
        .collect(Collectors.joining("."));
  }

  private static String place(Span span) {
    return span.file() + ":" + span.row();
  }

  private String text(Ref ref) {
    return new RewrittenText(compilation).text(ref);
  }
}
