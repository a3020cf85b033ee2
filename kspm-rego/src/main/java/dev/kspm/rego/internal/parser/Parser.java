package dev.kspm.rego.internal.parser;

import dev.kspm.rego.diagnostic.Diagnostic;
import dev.kspm.rego.diagnostic.SourceText;
import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.internal.ast.Body;
import dev.kspm.rego.internal.ast.BodyStatement;
import dev.kspm.rego.internal.ast.Call;
import dev.kspm.rego.internal.ast.Expr;
import dev.kspm.rego.internal.ast.Module;
import dev.kspm.rego.internal.ast.PackageDeclaration;
import dev.kspm.rego.internal.ast.Ref;
import dev.kspm.rego.internal.ast.Rule;
import dev.kspm.rego.internal.ast.Statement;
import dev.kspm.rego.internal.ast.Term;
import dev.kspm.rego.internal.ast.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads policies, queries and their parts. Stateless and thread-safe. */
public final class Parser {
  /**
   * How many characters of the text complaints show together: thousands of them about one line of a
   * hundred thousand characters would fill any memory.
   */
  private static final long MOST_SHOWN = 1L << 22;

  private Parser() {}

  /** Reads a file: a package, imports, rules. */
  public static ParseResult<Module> parseModule(SourceText source, ParserOptions options) {
    return DeepText.read(shallow -> module(source, options, shallow), () -> tooDeep(source));
  }

  private static ParseResult<Module> module(
      SourceText source, ParserOptions options, boolean shallow) {
    Cursor cursor = new Cursor(source, shallow);
    V1Rules v1Rules = new V1Rules();
    Statements statements = new Statements(cursor, options, v1Rules);
    List<Statement> all = statements.all();
    Modules modules = new Modules(source, options, v1Rules, BuiltinNames.NAMES);
    if (cursor.failed()) {
      modules.hint(cursor.takeHints());
      modules.checkBlocks(cursor.comments());
      List<Complaint> complaints = new ArrayList<>(cursor.complaints());
      complaints.addAll(modules.complaints());
      return wrong(complaints);
    }
    modules.hint(cursor.takeHints());
    Module module = modules.module(all, cursor.tokens().comments());
    return module == null ? wrong(modules.complaints()) : new ParseResult<>(module, List.of());
  }

  private static <T> ParseResult<T> tooDeep(SourceText source) {
    return wrong(List.of(new Complaint(Cursor.TOO_DEEP, new Span(source, 1, 1, 0, 0), false)));
  }

  /** Reads a text that consists of statements of any kind in any order. */
  public static ParseResult<List<Statement>> parseStatements(
      SourceText source, ParserOptions options) {
    return DeepText.read(shallow -> statements(source, options, shallow), () -> tooDeep(source));
  }

  private static ParseResult<List<Statement>> statements(
      SourceText source, ParserOptions options, boolean shallow) {
    Cursor cursor = new Cursor(source, shallow);
    List<Statement> all = new Statements(cursor, options, new V1Rules()).all();
    return cursor.failed() ? wrong(cursor.complaints()) : new ParseResult<>(all, List.of());
  }

  /** Reads a query. */
  public static ParseResult<Body> parseBody(SourceText source, ParserOptions options) {
    ParseResult<List<Statement>> all = parseStatements(source, options);
    List<Statement> statements = all.value();
    if (statements == null) {
      return new ParseResult<>(null, all.diagnostics());
    }
    List<Expr> exprs = new ArrayList<>();
    for (Statement statement : statements) {
      if (!(statement instanceof BodyStatement b)) {
        return new ParseResult<>(
            null,
            List.of(
                new Diagnostic("", "expected body but got *ast." + goName(statement), Span.NONE)));
      }
      for (Expr expr : b.body().exprs()) {
        exprs.add(expr.withIndex(exprs.size()));
      }
    }
    if (exprs.isEmpty()) {
      return new ParseResult<>(
          null,
          List.of(
              new Diagnostic("rego_compile_error", "empty query cannot be compiled", Span.NONE)));
    }
    return new ParseResult<>(new Body(exprs, exprs.get(0).span()), List.of());
  }

  private static String goName(Statement statement) {
    if (statement instanceof PackageDeclaration) {
      return "Package";
    }
    return statement instanceof Rule ? "Rule" : "Import";
  }

  /** Reads one term. */
  public static ParseResult<Term> parseTerm(SourceText source, ParserOptions options) {
    return only(source, options, body -> body);
  }

  /** Reads a reference, a plain variable included. */
  public static ParseResult<Ref> parseRef(SourceText source, ParserOptions options) {
    return only(
        source,
        options,
        term ->
            term instanceof Ref ref
                ? ref
                : term instanceof Var v ? new Ref(List.of(v), v.span()) : null);
  }

  private static <T> ParseResult<T> only(
      SourceText source, ParserOptions options, Function<Term, @Nullable T> as) {
    ParseResult<Body> parsed = parseBody(source, options);
    Body body = parsed.value();
    if (body == null) {
      return new ParseResult<>(null, parsed.diagnostics());
    }
    T found = null;
    if (body.exprs().size() == 1 && body.exprs().get(0).withs().isEmpty()) {
      Expr.Form form = body.exprs().get(0).form();
      if (form instanceof Expr.TermForm t) {
        found = as.apply(t.term());
      } else if (form instanceof Expr.CallForm c) {
        found = as.apply(new Call(c.operator(), c.args(), body.span()));
      }
    }
    return found != null
        ? new ParseResult<>(found, List.of())
        : wrong(List.of(new Complaint("expected one term", body.span(), false)));
  }

  private static <T> ParseResult<T> wrong(List<Complaint> complaints) {
    List<Diagnostic> diagnostics = new ArrayList<>();
    Diagnostic last = null;
    int left = Integer.MAX_VALUE;
    long shown = 0;
    for (Complaint complaint : complaints) {
      if (left-- == 0) {
        break;
      }
      if (complaint.message().equals(Cursor.TOO_DEEP)) {
        // what each of thousands of levels has to say about it helps nobody
        left = 1;
      }
      last = complaint.diagnostic(last, shown < MOST_SHOWN);
      for (String line : last.details()) {
        shown += line.length();
      }
      diagnostics.add(last);
    }
    return new ParseResult<>(null, diagnostics);
  }
}
