package dev.kspm.rego.internal.parser;

import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.internal.ast.ArrayComprehension;
import dev.kspm.rego.internal.ast.ArrayTerm;
import dev.kspm.rego.internal.ast.Body;
import dev.kspm.rego.internal.ast.Call;
import dev.kspm.rego.internal.ast.Expr;
import dev.kspm.rego.internal.ast.Head;
import dev.kspm.rego.internal.ast.ObjectTerm;
import dev.kspm.rego.internal.ast.Ref;
import dev.kspm.rego.internal.ast.Rule;
import dev.kspm.rego.internal.ast.Scalar;
import dev.kspm.rego.internal.ast.SetTerm;
import dev.kspm.rego.internal.ast.Term;
import dev.kspm.rego.internal.ast.Var;
import dev.kspm.rego.value.BooleanValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads rules that have a body, {@code contains} or {@code default}. A rule of a value alone is
 * read as a query and becomes a rule in {@link RuleFromBody}.
 */
final class Rules {
  private final Cursor at;
  private final TermParser terms;
  private final Bodies bodies;
  private final V1Rules v1Rules;

  Rules(Cursor at, TermParser terms, V1Rules v1Rules) {
    this.at = at;
    this.terms = terms;
    this.bodies = terms.bodies();
    this.v1Rules = v1Rules;
  }

  /** A head and how it was written. */
  private record HeadReading(Head head, boolean contains, boolean generatedValue) {}

  /** The rules of one statement, more than one for chained bodies; {@code null} if it is none. */
  @Nullable List<Rule> rules() {
    Span start = at.span();
    boolean isDefault = at.at(TokenKind.DEFAULT);
    if (isDefault) {
      at.next();
      at.keywordAsName();
      if (isNoRuleName()) {
        at.error(at.kind().text() + " keyword cannot be used for rule name");
        return null;
      }
    }
    if (!at.at(TokenKind.IDENTIFIER)) {
      return null;
    }
    HeadReading reading = head(isDefault);
    if (reading == null) {
      return null;
    }
    if (isDefault) {
      return defaultRule(start, reading.head());
    }
    return withBodies(start, reading);
  }

  /** Complains if a keyword stands where the name of a rule should. */
  boolean keywordAsRuleName() {
    if (!isNoRuleName()) {
      return false;
    }
    boolean declaration = at.at(TokenKind.PACKAGE) || at.at(TokenKind.IMPORT);
    boolean wrong =
        switch (at.behind()) {
          case ASSIGN, EQ -> !at.at(TokenKind.CONTAINS);
          case IF, CONTAINS -> !declaration;
          case LEFT_PAREN ->
              switch (at.kind()) {
                case NOT, CONTAINS, AND_WORD, OR_WORD -> false;
                default -> true;
              };
          default -> false;
        };
    if (wrong) {
      at.error(at.kind().text() + " keyword cannot be used for rule name");
    }
    return wrong;
  }

  private boolean isNoRuleName() {
    return switch (at.kind()) {
      case PACKAGE, IMPORT, AS, NOT, SOME, IN, IF, CONTAINS, EVERY, AND_WORD, OR_WORD -> true;
      default -> false;
    };
  }

  private @Nullable List<Rule> defaultRule(Span start, Head head) {
    Term value = head.value();
    if (value == null) {
      at.error(start, "illegal default rule (must have a value)");
      return null;
    }
    int before = at.complaints().size();
    new DefaultRuleCheck(at, start).check(head, value);
    if (at.complaints().size() > before) {
      return null;
    }
    return List.of(new Rule(true, head, truth(start), null, List.of(), start));
  }

  static Body truth(Span span) {
    Scalar yes = new Scalar(BooleanValue.of(true), span);
    return new Body(
        List.of(new Expr(new Expr.TermForm(yes), false, true, List.of(), 0, span)), span);
  }

  private @Nullable List<Rule> withBodies(Span start, HeadReading reading) {
    Head head = reading.head();
    boolean hasValue = reading.contains() || head.value() != null && !reading.generatedValue();
    boolean hasIf = hasValue ? at.atWord(TokenKind.IF) : at.at(TokenKind.IF);
    boolean generatedValue = reading.generatedValue();
    if (!reading.contains() && head.ref().size() == 2) {
      if (!(head.ref().head() instanceof Var)
          && (hasIf ? !generatedValue && head.value() != null : isNoFunction(head))) {
        return null;
      }
      if (hasIf) {
        Term last = head.ref().operand(1);
        Term key = isNoFunction(head) && (!isGround(last) || last instanceof Ref) ? last : null;
        generatedValue = head.value() == null;
        head =
            generatedValue
                ? withKey(head, head.ref(), key, yes(head.span()))
                : withKey(head, head.ref(), key, head.value()).named();
      } else if (isNoFunction(head)) {
        Ref ref = head.ref();
        Term key = ref.operand(1);
        if (head.value() == null) {
          ref = new Ref(List.of(ref.head()), ref.head().span());
        }
        head = withKey(head, ref, key, head.value()).named();
      }
    }

    Body body;
    if (hasIf) {
      at.next();
      body = ifBody();
    } else if (at.at(TokenKind.LEFT_BRACE)) {
      body = braces();
    } else if (reading.contains()) {
      Rule rule = new Rule(false, head, truth(start), null, List.of(), head.span());
      v1Rules.check(rule, false, true, false);
      return List.of(rule);
    } else {
      return null;
    }
    if (body == null) {
      return null;
    }

    Rule elseRule = null;
    List<Rule> pending = new ArrayList<>();
    if (at.atWord(TokenKind.ELSE)) {
      if (head.ref().size() > 1 && !isGround(head.ref())) {
        at.error("else keyword cannot be used on rules with variables in head");
        return null;
      }
      if (head.key() != null) {
        at.error("else keyword cannot be used on multi-value rules");
        return null;
      }
      elseRule = elseRule(head);
      if (elseRule == null) {
        return null;
      }
    }
    Rule rule = new Rule(false, head, body, elseRule, List.of(), at.since(start));
    v1Rules.check(rule, hasIf, reading.contains(), generatedValue);
    pending.add(rule);
    while (at.at(TokenKind.LEFT_BRACE)) {
      if (elseRule != null) {
        at.error("expected else keyword");
        return null;
      }
      Span brace = at.span();
      Body next = braces();
      if (next == null) {
        return null;
      }
      Span place = at.since(brace);
      Rule chained = new Rule(false, chainedHead(head, place), next, null, List.of(), place);
      v1Rules.check(chained, hasIf, reading.contains(), generatedValue);
      pending.add(chained);
    }
    return pending;
  }

  private static boolean isNoFunction(Head head) {
    return head.args() == null || head.args().isEmpty();
  }

  private static Head withKey(Head head, Ref ref, @Nullable Term key, @Nullable Term value) {
    return new Head(ref, head.args(), key, value, head.assign(), head.span());
  }

  static Scalar yes(Span span) {
    return new Scalar(BooleanValue.of(true), span);
  }

  private Head chainedHead(Head head, Span place) {
    List<Term> args = null;
    if (head.args() != null) {
      args = new ArrayList<>();
      for (Term arg : freshWildcards(head.args())) {
        args.add(Relocation.of(arg, place));
      }
    }
    Term key = head.key() == null ? null : Relocation.of(head.key(), place);
    Term value = head.value() == null ? null : Relocation.of(head.value(), place);
    return new Head(head.name(), head.ref(), args, key, value, head.assign(), place);
  }

  /** Parameters that are wildcards get names of their own in each further rule. */
  private List<Term> freshWildcards(List<Term> args) {
    List<Term> fresh = new ArrayList<>(args.size());
    for (Term arg : args) {
      fresh.add(
          arg instanceof Var v && v.isWildcard()
              ? new Var(Var.WILDCARD_PREFIX + at.nextWildcard(), v.span())
              : arg);
    }
    return fresh;
  }

  private @Nullable Body braces() {
    at.next();
    Body body = bodies.body(TokenKind.RIGHT_BRACE);
    if (body != null) {
      at.next();
    }
    return body;
  }

  /** What follows {@code if}: a body in braces unless the braces are a term, or one expression. */
  private @Nullable Body ifBody() {
    Cursor.Mark mark = at.mark();
    if (at.at(TokenKind.LEFT_BRACE)) {
      Expr expr = bodies.literal();
      if (expr != null && !isBareSet(expr)) {
        return one(expr);
      }
      at.back(mark);
      return braces();
    }
    Expr expr = bodies.literal();
    return expr == null ? null : one(expr);
  }

  private static boolean isBareSet(Expr expr) {
    return expr.form() instanceof Expr.TermForm t && t.term() instanceof SetTerm;
  }

  private static Body one(Expr expr) {
    return new Body(List.of(expr), expr.span());
  }

  private @Nullable Rule elseRule(Head head) {
    Span start = at.span();
    List<Term> args = head.args() == null ? null : freshWildcards(head.args());
    at.next();
    Term value;
    boolean assign = head.assign();
    boolean generatedValue = false;
    Span headSpan = start;
    if (at.at(TokenKind.LEFT_BRACE) || at.at(TokenKind.IF)) {
      value = yes(Span.NONE);
      generatedValue = true;
    } else if (at.at(TokenKind.ASSIGN) || at.at(TokenKind.EQ)) {
      assign = at.at(TokenKind.ASSIGN);
      at.next();
      value = terms.infix();
      if (value == null) {
        return null;
      }
      headSpan = at.since(start);
    } else {
      at.unexpected("expected else value term or rule body");
      return null;
    }
    Head elseHead = new Head(head.name(), head.ref(), args, head.key(), value, assign, headSpan);
    boolean hasIf = at.at(TokenKind.IF);
    boolean hasBrace = at.at(TokenKind.LEFT_BRACE);
    if (!hasIf && !hasBrace) {
      Span place = at.since(start);
      Rule rule = new Rule(false, elseHead, truth(place), null, List.of(), place);
      v1Rules.check(rule, false, false, generatedValue);
      return rule;
    }
    if (hasIf) {
      at.next();
    }
    Body body;
    boolean relocate = false;
    if (at.at(TokenKind.LEFT_BRACE)) {
      body = braces();
    } else if (at.at(TokenKind.EOF)) {
      at.unexpected("rule body expected");
      return null;
    } else {
      Expr expr = bodies.literal();
      body = expr == null ? null : one(expr);
      relocate = true;
    }
    if (body == null) {
      return null;
    }
    Rule next = null;
    if (at.at(TokenKind.ELSE)) {
      next = elseRule(head);
      if (next == null) {
        return null;
      }
    }
    Span place = at.since(start);
    Rule rule =
        new Rule(
            false, elseHead, relocate ? Relocation.of(body, place) : body, next, List.of(), place);
    v1Rules.check(rule, hasIf, false, generatedValue);
    return rule;
  }

  private @Nullable HeadReading head(boolean isDefault) {
    Span start = at.span();
    if (terms.refs().operatorBehind()) {
      at.next();
      at.unexpected();
      return null;
    }
    Term name = terms.refs().finishHead(terms.variable());
    if (name == null) {
      at.unexpected("expected rule head name");
      return null;
    }
    Ref ref;
    List<Term> args = null;
    if (name instanceof Var v) {
      ref = new Ref(List.of(v), v.span());
    } else if (name instanceof Ref r) {
      ref = r;
    } else if (name instanceof Call call) {
      ref = call.operator();
      args = call.args();
      if (!(ref.head() instanceof Var)) {
        at.unexpected("rule head ref " + ref + " invalid");
        return null;
      }
    } else {
      return null;
    }
    Term key = null;
    Term value = null;
    boolean assign = false;
    switch (at.kind()) {
      case CONTAINS -> {
        if (args != null) {
          at.unexpected(
              "the contains keyword can only be used with multi-value rule definitions (e.g., "
                  + ref
                  + " contains <VALUE> { ... })");
        }
        at.next();
        key = terms.infix();
        if (key == null) {
          at.unexpected("expected rule key term (e.g., " + ref + " contains <VALUE> { ... })");
        }
        return new HeadReading(new Head(ref, args, key, null, false, at.since(start)), true, false);
      }
      case EQ -> {
        at.next();
        value = terms.infix();
        if (value == null) {
          at.unexpected("expected rule value term (e.g., " + ref + "[<nil>] = <VALUE> { ... })");
        }
      }
      case ASSIGN -> {
        at.next();
        assign = true;
        value = terms.infix();
        if (value == null) {
          at.unexpected(wantedValue(ref, args, isDefault));
        }
      }
      default -> {}
    }
    boolean generated = value == null && (ref.size() != 2 || args != null && !args.isEmpty());
    if (generated) {
      value = yes(Span.NONE);
    }
    return new HeadReading(
        new Head(ref, args, null, value, assign, at.since(start)), false, generated);
  }

  private static String wantedValue(Ref ref, @Nullable List<Term> args, boolean isDefault) {
    if (args != null && !args.isEmpty()) {
      return "expected function value term (e.g., " + ref + "(...) := <VALUE> { ... })";
    } else if (isDefault) {
      return "expected default rule value term (e.g., default " + ref + " := <VALUE>)";
    }
    return "expected rule value term (e.g., " + ref + " := <VALUE> { ... })";
  }

  static boolean isGround(Term term) {
    if (term instanceof Var) {
      return false;
    } else if (term instanceof Ref ref) {
      return ref.parts().stream().skip(1).allMatch(Rules::isGround);
    } else if (term instanceof ArrayTerm array) {
      return array.elements().stream().allMatch(Rules::isGround);
    } else if (term instanceof SetTerm set) {
      return set.elements().stream().allMatch(Rules::isGround);
    } else if (term instanceof ObjectTerm object) {
      return object.members().stream().allMatch(m -> isGround(m.key()) && isGround(m.value()));
    } else if (term instanceof Call call) {
      return call.args().stream().allMatch(Rules::isGround);
    }
    return !(term instanceof ArrayComprehension) && term instanceof Scalar;
  }
}
