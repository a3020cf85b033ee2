package dev.kspm.rego.internal.parser;

import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.internal.ast.Body;
import dev.kspm.rego.internal.ast.BodyStatement;
import dev.kspm.rego.internal.ast.Import;
import dev.kspm.rego.internal.ast.PackageDeclaration;
import dev.kspm.rego.internal.ast.Ref;
import dev.kspm.rego.internal.ast.Rule;
import dev.kspm.rego.internal.ast.Scalar;
import dev.kspm.rego.internal.ast.Statement;
import dev.kspm.rego.internal.ast.Term;
import dev.kspm.rego.internal.ast.TermNames;
import dev.kspm.rego.internal.ast.Var;
import dev.kspm.rego.value.StringValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a text as a list of statements, trying the kinds of statements one after another. */
final class Statements {
  private final Cursor at;
  private final TermParser terms;
  private final Rules rules;
  private final Keywords keywords;
  private final boolean skipRules;

  Statements(Cursor at, ParserOptions options, V1Rules v1Rules) {
    this.at = at;
    this.terms = new TermParser(at, options.features());
    this.rules = new Rules(at, terms, v1Rules);
    this.keywords = new Keywords(at, options);
    this.skipRules = options.skipRules();
  }

  TermParser terms() {
    return terms;
  }

  /** All statements up to the end, or those before the first complaint. */
  List<Statement> all() {
    keywords.start();
    at.start();
    List<Statement> statements = new ArrayList<>();
    while (!at.at(TokenKind.EOF)) {
      terms.forget();
      int before = at.complaints().size();
      boolean declares = at.at(TokenKind.PACKAGE) || at.at(TokenKind.IMPORT);
      if (keywords.inRefs()) {
        at.keywordAsName();
      }
      if (declares && at.at(TokenKind.IDENTIFIER) && before > 0) {
        break;
      }
      Cursor.Mark mark = at.mark();
      if (!skipRules && rules.keywordAsRuleName()) {
        break;
      }
      List<Rule> found = skipRules ? null : rules.rules();
      if (found != null) {
        statements.addAll(found);
        continue;
      }
      if (at.complaints().size() > before || before > 0 && !declares) {
        break;
      }
      at.back(mark);
      if (at.at(TokenKind.PACKAGE)) {
        PackageDeclaration declaration = packageDeclaration();
        if (declaration == null || minusBehind()) {
          break;
        }
        statements.add(declaration);
        continue;
      }
      if (at.at(TokenKind.IMPORT)) {
        Import imported = importDeclaration();
        if (imported == null || minusBehind()) {
          break;
        }
        if (keywords.imported(imported)) {
          at.reread();
        }
        statements.add(imported);
        continue;
      }
      Body body = terms.bodies().query(true, TokenKind.EOF);
      if (body == null) {
        break;
      }
      statements.add(new BodyStatement(body));
    }
    return statements;
  }

  private @Nullable PackageDeclaration packageDeclaration() {
    Span place = at.span();
    at.next();
    if (!at.at(TokenKind.IDENTIFIER) && !keywords.allowedInPaths(at.kind())) {
      at.unexpected();
      return null;
    }
    Term path = terms.refs().finish(terms.variable());
    if (path == null) {
      return null;
    }
    List<Term> parts = new ArrayList<>();
    Term head = path instanceof Ref ref ? ref.head() : path;
    if (!(head instanceof Var first)) {
      if (path instanceof Ref) {
        at.error(head.span(), "unexpected " + TermNames.of(head) + " token: expecting var");
      } else {
        at.unexpected();
      }
      return null;
    }
    parts.add(new Var("data", first.span()));
    parts.add(new Scalar(StringValue.of(first.name()), first.span()));
    if (path instanceof Ref ref) {
      for (Term part : ref.parts().subList(1, ref.size())) {
        if (!isString(part)) {
          refusePart(part);
          return null;
        }
        parts.add(part);
      }
    }
    return new PackageDeclaration(new Ref(parts, path.span()), place);
  }

  /** Complains about a minus behind a path, which would be the sign of the next statement. */
  private boolean minusBehind() {
    boolean found = at.at(TokenKind.MINUS);
    if (found) {
      at.unexpected();
    }
    return found;
  }

  private void refusePart(Term part) {
    at.error(
        at.exact(part.span()), "unexpected " + TermNames.of(part) + " token: expecting string");
  }

  private static boolean isString(Term term) {
    return term instanceof Scalar s && s.value() instanceof StringValue;
  }

  private @Nullable Import importDeclaration() {
    Span place = at.span();
    at.next();
    if (!at.at(TokenKind.IDENTIFIER) && !keywords.allowedInPaths(at.kind())) {
      at.unexpected();
      return null;
    }
    int before = at.complaints().size();
    Term term = keywords.withoutChosen(() -> terms.refs().finish(terms.variable()));
    Ref path = null;
    if (term instanceof Var v) {
      path = new Ref(List.of(v), v.span());
    } else if (term instanceof Ref ref) {
      for (Term part : ref.parts().subList(1, ref.size())) {
        if (!isString(part)) {
          // What was wrong with the path before does not count then.
          at.dropComplaints(before);
          refusePart(part);
          return null;
        }
      }
      path = ref;
    }
    if (path == null) {
      at.error("expected path");
      return null;
    }
    if (!(path.head() instanceof Var root) || !ROOTS.contains(root.name())) {
      at.hint("if this is unexpected, try updating OPA");
      at.error(
          path.span(),
          "unexpected import path, must begin with one of: {data, future, input, rego}, got: "
              + path.head());
      return null;
    }
    if (!at.at(TokenKind.AS)) {
      Term last = path.operand(path.size() - 1);
      String name = path.size() > 1 ? ((StringValue) ((Scalar) last).value()).value() : "";
      if (keywords.isKeyword(name) && !root.name().equals("future")) {
        at.hint("import a different path or use an alias");
        at.error(last.span(), "unexpected import path, must not end with a keyword, got: " + name);
      }
      return new Import(path, null, place);
    }
    at.next();
    if (!at.at(TokenKind.IDENTIFIER)) {
      at.unexpected("expected var");
      return null;
    }
    Term alias = terms.term();
    if (alias instanceof Var v) {
      return new Import(path, v.name(), v.span(), place);
    }
    if (alias instanceof Ref ref && ref.size() == 1) {
      at.error(
          alias.span(), "unexpected import alias, must not be a reserved name, got: " + ref.head());
      return null;
    }
    at.unexpected("expected var");
    return null;
  }

  private static final Set<String> ROOTS = Set.of("data", "input", "future", "rego");
}
