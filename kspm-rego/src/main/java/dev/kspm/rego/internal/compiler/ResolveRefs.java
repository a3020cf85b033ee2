package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.internal.ast.ArrayComprehension;
import dev.kspm.rego.internal.ast.Body;
import dev.kspm.rego.internal.ast.Call;
import dev.kspm.rego.internal.ast.Expr;
import dev.kspm.rego.internal.ast.Head;
import dev.kspm.rego.internal.ast.ObjectComprehension;
import dev.kspm.rego.internal.ast.ObjectTerm;
import dev.kspm.rego.internal.ast.Ref;
import dev.kspm.rego.internal.ast.Rule;
import dev.kspm.rego.internal.ast.SetComprehension;
import dev.kspm.rego.internal.ast.SetTerm;
import dev.kspm.rego.internal.ast.TemplateString;
import dev.kspm.rego.internal.ast.Term;
import dev.kspm.rego.internal.ast.Var;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Replaces names of rules and imports by full references. Names that are declared locally stay;
 * what is declared anywhere in a body is local in all of it.
 */
final class ResolveRefs extends TreeRewriter {
  private final Map<String, Ref> globals;
  private final Set<String> used = new HashSet<>();
  private final Deque<Set<String>> local = new ArrayDeque<>();

  /** Parameters are not resolved, but their members are sorted as those of all terms. */
  private final TreeRewriter sorting =
      new TreeRewriter() {
        @Override
        Term term(Term term) {
          if (term instanceof ObjectTerm object) {
            return children(SortedTerms.sorted(object));
          } else if (term instanceof SetTerm set) {
            return children(SortedTerms.sorted(set));
          }
          return children(term);
        }
      };

  private final Map<String, Span> last = new HashMap<>();

  /** Wants the full references that names stand for. */
  ResolveRefs(Map<String, Ref> globals) {
    this.globals = globals;
  }

  /** Where each name that was replaced occurs last in the text. */
  Map<String, Span> lastUses() {
    return last;
  }

  /** The names that were replaced so far. */
  Set<String> used() {
    return used;
  }

  @Override
  Rule rule(Rule rule) {
    Rule elseRule = rule.elseRule() == null ? null : rule(rule.elseRule());
    Set<String> args = new LinkedHashSet<>();
    if (rule.head().args() != null) {
      rule.head().args().forEach(arg -> args.addAll(argumentVariables(arg)));
    }
    local.push(args);
    local.push(Declared.in(rule.body()));
    Head head = head(rule.head());
    Body body = super.body(rule.body());
    local.pop();
    local.pop();
    return rebuild(rule, head, body, elseRule);
  }

  /** The variables of a parameter that a value may be matched with. */
  private static Set<String> argumentVariables(Term arg) {
    Set<String> names = new LinkedHashSet<>();
    new TreeWalker() {
      @Override
      void term(Term term) {
        if (term instanceof Var v) {
          names.add(v.name());
        } else if (!(term instanceof Call)) {
          children(term);
        }
      }

      @Override
      void set(SetTerm set) {}

      @Override
      void comprehension(Term comprehension) {}
    }.term(arg);
    return names;
  }

  @Override
  Head head(Head head) {
    Ref ref = headRef(head.ref());
    Term key = head.key() == null ? null : term(head.key());
    Term value = head.value() == null ? null : term(head.value());
    List<Term> args = head.args() == null ? null : map(head.args(), sorting::term);
    return rebuild(head, ref, args, key, value);
  }

  /** A body with declarations of its own. */
  @Override
  Body body(Body body) {
    local.push(Declared.in(body));
    Body resolved = super.body(body);
    local.pop();
    return resolved;
  }

  Body query(Body body) {
    return body(body);
  }

  @Override
  Expr.Form form(Expr.Form form) {
    if (form instanceof Expr.SomeDeclaration some) {
      List<Term> symbols = map(some.symbols(), s -> s instanceof Var ? s : term(s));
      return same(symbols, some.symbols()) ? some : new Expr.SomeDeclaration(symbols, some.span());
    } else if (form instanceof Expr.Every every) {
      Set<String> names = new LinkedHashSet<>();
      if (every.key() instanceof Var key) {
        names.add(key.name());
      }
      if (every.value() instanceof Var value) {
        names.add(value.name());
      }
      local.push(names);
      Term domain = term(every.domain());
      Body body = body(every.body());
      local.pop();
      return new Expr.Every(every.key(), every.value(), domain, body, every.span());
    }
    return super.form(form);
  }

  @Override
  Term comprehension(Term term) {
    if (term instanceof ArrayComprehension c) {
      local.push(Declared.in(c.body()));
      Term resolved = super.comprehension(term);
      local.pop();
      return resolved;
    } else if (term instanceof SetComprehension c) {
      local.push(Declared.in(c.body()));
      Term resolved = super.comprehension(term);
      local.pop();
      return resolved;
    }
    local.push(Declared.in(((ObjectComprehension) term).body()));
    Term resolved = super.comprehension(term);
    local.pop();
    return resolved;
  }

  @Override
  Term term(Term term) {
    if (term instanceof Var v) {
      Ref global = global(v.name());
      if (global != null) {
        return at(global, List.of(), v.span(), v.span());
      }
      return Refs.isRootDocument(v.name()) && !isLocal(v.name())
          ? new Ref(List.of(v), v.span())
          : v;
    } else if (term instanceof Ref ref) {
      return resolve(ref);
    } else if (term instanceof ObjectTerm object) {
      return children(SortedTerms.sorted(object));
    } else if (term instanceof SetTerm set) {
      return children(SortedTerms.sorted(set));
    }
    return children(term);
  }

  private Ref resolve(Ref ref) {
    // As in OPA, names in a template string that is an operand itself stay as they are.
    List<Term> operands =
        map(
            ref.parts().subList(1, ref.size()),
            operand -> operand instanceof TemplateString ? operand : term(operand));
    if (ref.head() instanceof Var v) {
      Ref global = global(v.name());
      return global == null
          ? withOperands(ref, v, operands)
          : at(global, operands, v.span(), ref.span());
    }
    return withOperands(ref, term(ref.head()), operands);
  }

  @Override
  Ref operator(Ref operator) {
    return resolve(operator);
  }

  private @org.jspecify.annotations.Nullable Ref global(String name) {
    Ref global = globals.get(name);
    if (global == null || isLocal(name)) {
      return null;
    }
    used.add(name);
    return global;
  }

  private boolean isLocal(String name) {
    return local.stream().anyMatch(names -> names.contains(name));
  }

  private Ref at(Ref global, List<Term> operands, Span head, Span whole) {
    last.merge(head.text(), head, (a, b) -> a.start() > b.start() ? a : b);
    List<Term> parts = new ArrayList<>(global.size() + operands.size());
    for (Term part : global.parts()) {
      parts.add(Places.at(part, head));
    }
    parts.addAll(operands);
    return new Ref(parts, whole);
  }
}
