package dev.kspm.rego.internal.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kspm.rego.Json;
import dev.kspm.rego.diagnostic.SourceText;
import dev.kspm.rego.internal.ast.AstJson;
import dev.kspm.rego.internal.ast.Body;
import dev.kspm.rego.policy.RegoVersion;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A tree that is printed and read again is the same tree. */
class PrintedTreeProperties {
  private static final ParserOptions OPTIONS = ParserOptions.of(RegoVersion.V1);

  @Property(tries = 500)
  void printedTreesAreReadAsThemselves(@ForAll("queries") String query) {
    Body tree = parse(query);
    assertEquals(json(tree), json(parse(tree.toString())), tree::toString);
  }

  private static Body parse(String text) {
    return Parser.parseBody(SourceText.of("", text), OPTIONS).orThrow();
  }

  private static String json(Body body) {
    return Json.write(AstJson.value(body, false));
  }

  @Provide
  Arbitrary<String> queries() {
    return expression(3).list().ofMinSize(1).ofMaxSize(3).map(list -> String.join("; ", list));
  }

  private Arbitrary<String> expression(int depth) {
    Arbitrary<String> term = term(depth);
    Arbitrary<String> variable = Arbitraries.of("x", "y", "foo");
    return Arbitraries.oneOf(
        term,
        term.map(t -> "not " + t),
        join(variable, " := ", term),
        join(term, " = ", term),
        variable.map(v -> "some " + v),
        join(variable.map(v -> "some " + v), " in ", term),
        Combinators.combine(variable, term, term)
            .as((v, d, b) -> "every " + v + " in " + d + " { " + b + " }"),
        Combinators.combine(term, term).as((t, w) -> t + " with input.a as " + w));
  }

  private Arbitrary<String> term(int depth) {
    Arbitrary<String> leaf =
        Arbitraries.of(
            "1",
            "-2.50",
            "1e3",
            "\"s\"",
            "`raw\\n`",
            "\"a\\\"b\\n\"",
            "true",
            "null",
            "x",
            "input.a",
            "data.b[\"c d\"]",
            "data.if.x",
            "foo[x][0]",
            "[]",
            "{}",
            "set()");
    if (depth == 0) {
      return leaf;
    }
    Arbitrary<String> inner = term(depth - 1);
    Arbitrary<String> operator =
        Arbitraries.of("+", "-", "*", "/", "%", "|", "&", "==", "!=", "<", ">=", "in");
    return Arbitraries.oneOf(
        leaf,
        Combinators.combine(inner, operator, inner)
            .as((a, o, b) -> "(" + a + " " + o + " " + b + ")"),
        inner.list().ofMaxSize(3).map(l -> "[" + String.join(", ", l) + "]"),
        inner.list().ofMinSize(1).ofMaxSize(3).map(l -> "{" + String.join(", ", l) + "}"),
        join(inner, ": ", inner).map(m -> "{" + m + "}"),
        inner.list().ofMinSize(1).ofMaxSize(2).map(l -> "f(" + String.join(", ", l) + ")"),
        Combinators.combine(inner, expressionOf(inner)).as((t, b) -> "[" + t + " | " + b + "]"),
        Combinators.combine(inner, expressionOf(inner)).as((t, b) -> "{" + t + " | " + b + "}"),
        inner.map(t -> "$\"a {[" + t + "]} b\""));
  }

  private static Arbitrary<String> expressionOf(Arbitrary<String> term) {
    return Arbitraries.oneOf(term, join(Arbitraries.of("x", "y"), " := ", term));
  }

  private static Arbitrary<String> join(Arbitrary<String> a, String between, Arbitrary<String> b) {
    return Combinators.combine(List.of(a, b)).as(l -> l.get(0) + between + l.get(1));
  }
}
