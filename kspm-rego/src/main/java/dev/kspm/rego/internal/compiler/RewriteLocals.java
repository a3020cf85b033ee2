package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.internal.ast.ArrayTerm;
import dev.kspm.rego.internal.ast.Body;
import dev.kspm.rego.internal.ast.Call;
import dev.kspm.rego.internal.ast.Head;
import dev.kspm.rego.internal.ast.ObjectTerm;
import dev.kspm.rego.internal.ast.Ref;
import dev.kspm.rego.internal.ast.Rule;
import dev.kspm.rego.internal.ast.Term;
import dev.kspm.rego.internal.ast.Var;
import dev.kspm.rego.internal.ast.With;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Gives parameters and declared variables of rules names of their own. */
final class RewriteLocals extends TreeRewriter {
  private final Compilation compilation;

  RewriteLocals(Compilation compilation) {
    this.compilation = compilation;
  }

  @Override
  Rule rule(Rule first) {
    Scopes arguments = new Scopes();
    Set<String> unused = new LinkedHashSet<>();
    if (compilation.options.strict() && first.head().args() != null) {
      first.head().args().forEach(arg -> unused.addAll(Variables.all(arg)));
    }
    // the links of a chain have the parameters of the first
    List<Term> args =
        first.head().args() == null
            ? null
            : map(first.head().args(), arg -> argument(arg, arguments));
    Rule rewritten = link(first, args, arguments, unused);
    for (String name : unused) {
      if (!name.startsWith(Var.WILDCARD_PREFIX)) {
        compilation.lint(
            first.head().span(),
            "unused argument " + name + ". (hint: use _ (wildcard variable) instead)");
      }
    }
    return rewritten;
  }

  private Term argument(Term term, Scopes arguments) {
    if (term instanceof Var v) {
      String name = arguments.renamed(v.name());
      if (name == null) {
        name = compilation.names.next();
        arguments.insert(v.name(), name, Scopes.Occurrence.ARGUMENT);
        compilation.written.put(name, v.name());
      } else {
        arguments.use(v.name());
      }
      return new Var(name, v.span());
    } else if (term instanceof ArrayTerm array) {
      return new ArrayTerm(map(array.elements(), e -> argument(e, arguments)), array.span());
    } else if (term instanceof ObjectTerm object) {
      return new ObjectTerm(
          map(
              object.members(),
              m -> new ObjectTerm.Member(m.key(), argument(m.value(), arguments))),
          object.span());
    } else if (term instanceof Ref ref) {
      return withOperands(
          ref,
          argument(ref.head(), arguments),
          map(ref.parts().subList(1, ref.size()), e -> argument(e, arguments)));
    } else if (term instanceof Call) {
      compilation.error(Codes.COMPILE, term.span(), "rule arguments cannot contain calls");
    }
    return term;
  }

  private Rule link(Rule rule, @Nullable List<Term> args, Scopes arguments, Set<String> unused) {
    Head head = rule.head();
    Closures closures = new Closures(compilation);
    Ref ref = closures.headRef(head.ref());
    List<Term> argsWithClosures = args == null ? null : map(args, closures::term);
    Term key = head.key() == null ? null : closures.term(head.key());
    Term value = head.value() == null ? null : closures.term(head.value());

    Set<String> used = new LinkedHashSet<>();
    ref.parts().subList(1, ref.size()).forEach(t -> used.addAll(Variables.all(t)));
    if (key != null) {
      used.addAll(Variables.all(key));
    }
    if (value != null) {
      Set<String> inValue = Variables.all(value);
      used.addAll(inValue);
      unused.removeAll(inValue);
    }
    Scopes scopes = arguments.copy();
    renameAsBuiltins(rule.body(), scopes);
    Body body = new LocalsRewriter(compilation, scopes).rewrite(rule.body(), used);
    unused.removeIf(name -> scopes.uses(name) > 1);
    Renamer renamer = new Renamer(scopes.top().renamed);
    Head newHead =
        rebuild(
            head,
            renamer.headRef(ref),
            argsWithClosures == null ? null : map(argsWithClosures, renamer::term),
            key == null ? null : renamer.term(key),
            value == null ? null : renamer.term(value));
    Rule elseRule = rule.elseRule() == null ? null : link(rule.elseRule(), args, arguments, unused);
    return rebuild(rule, newHead, body, elseRule);
  }

  /** Gives variables of a body that have the name of a builtin one that nothing else has. */
  private void renameAsBuiltins(Body body, Scopes scopes) {
    Set<String> names = new TreeSet<>();
    for (String name : Variables.forSafety(body)) {
      if (compilation.options.builtin(name) != null && scopes.renamed(name) == null) {
        names.add(name);
      }
    }
    if (names.isEmpty()) {
      return;
    }
    names.removeAll(Declared.in(body));
    new TreeWalker() {
      @Override
      void with(With with) {
        names.removeAll(Variables.outsideOperators(with.target()));
        names.removeAll(Variables.outsideOperators(with.value()));
        super.with(with);
      }
    }.body(body);
    for (String name : names) {
      String newName = compilation.names.next();
      scopes.insert(name, newName, Scopes.Occurrence.SEEN);
      compilation.written.put(newName, name);
    }
  }

  /** Renames the declared variables of closures that stand in a head. */
  private static final class Closures extends TreeRewriter {
    private final Compilation compilation;

    Closures(Compilation compilation) {
      this.compilation = compilation;
    }

    @Override
    Ref operator(Ref operator) {
      return (Ref) children(operator);
    }

    @Override
    Term comprehension(Term term) {
      return new LocalsRewriter(compilation, new Scopes()).comprehension(term);
    }
  }

  /** Replaces variables by name, everywhere. */
  static final class Renamer extends TreeRewriter {
    private final Map<String, String> names;

    Renamer(Map<String, String> names) {
      this.names = names;
    }

    @Override
    Ref operator(Ref operator) {
      return operator.size() == 1
          ? withOperands(operator, term(operator.head()), List.of())
          : (Ref) children(operator);
    }

    @Override
    Term term(Term term) {
      if (term instanceof Var v) {
        String name = names.get(v.name());
        return name == null || name.equals(v.name()) ? v : new Var(name, v.span());
      }
      return children(term);
    }
  }
}
