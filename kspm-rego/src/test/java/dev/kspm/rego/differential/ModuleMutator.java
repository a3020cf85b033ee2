package dev.kspm.rego.differential;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Changes a module a little: into one that is wrong in a new place, or means something else. The
 * same dice give the same change.
 */
final class ModuleMutator {
  /** Words and signs to put in. */
  private static final List<String> VOCABULARY =
      List.of(
          "not",
          "some",
          "every",
          "in",
          "if",
          "contains",
          "else",
          "default",
          "with",
          "as",
          "import",
          "package",
          "true",
          "false",
          "null",
          "and",
          "or",
          "input",
          "data",
          "set()",
          "print",
          "_",
          "x",
          "y",
          "p",
          "f",
          "[",
          "]",
          "{",
          "}",
          "(",
          ")",
          ":=",
          "=",
          "==",
          "!=",
          "<",
          ">",
          "<=",
          ">=",
          "+",
          "-",
          "*",
          "/",
          "%",
          "&",
          "|",
          ",",
          ";",
          ":",
          ".",
          "\n",
          " ",
          "\t",
          "\r\n",
          "# c\n",
          "#",
          "\"s\"",
          "\"",
          "`r`",
          "`",
          "$",
          "$\"a{x}b\"",
          "$`t {y}`",
          "\\",
          "1",
          "0",
          "01",
          "1.5",
          "1e3",
          "-1",
          "1.",
          "é",
          "\u2028",
          "😀",
          "\uFEFF",
          "\u0000",
          "@",
          "!",
          "?",
          "\"\\u00e9\"",
          "\"\\q\"",
          "x.y",
          "x[_]",
          "x[y]",
          "input.a",
          "data.a.b",
          "count",
          "f(x)",
          "count(x)",
          "[x | x = 1]",
          "{x | x = 1}",
          "{x: 1 | x = 1}",
          "{1, 2}",
          "{\"a\": 1}",
          "every x in y { x }",
          "some x in y",
          "some k, v in y",
          "some x, y",
          "not x",
          "x with input as 1",
          "with input.a as 2",
          "with data.b as x",
          "with count as f",
          "x and y",
          "x or y",
          "(x)",
          "else := 1",
          "else = x { y }",
          "else := 2 if { x }",
          "default p := 1",
          "default f(_) = 1",
          "rego.metadata.rule()",
          "rego.metadata.chain()",
          "p if { x }",
          "p contains x if { y }",
          "p[x] { y }",
          "p[x] = y { z }",
          "p.q.r := 1",
          "f(x) = y { y = x }",
          "f(x) := x",
          "internal.print",
          "walk(x, y)",
          "x = y",
          "x := y",
          "x := 1",
          "1 = x",
          "[x, y] = [1, 2]",
          "{\"a\": x} = y",
          "any([x])",
          "all({x})");

  private static final List<String> LINES =
      List.of(
          "import rego.v1",
          "import rego.v2",
          "import future.keywords",
          "import future.keywords.in",
          "import future.keywords.if",
          "import future.keywords.every",
          "import future.keywords.contains",
          "import future.keywords.not",
          "import future.keywords.and",
          "import future.keywords.or",
          "import input.x",
          "import data.x",
          "import data.a.b as x",
          "import data.x as input",
          "import input as p",
          "import data.foo.if",
          "import future.keywords as z",
          "import data.x",
          "package x",
          "package x.y[\"z\"]",
          "# comment",
          "# METADATA\n# title: t",
          "# METADATA\n# scope: document\n# description: d",
          "# METADATA\n# scope: package",
          "# METADATA\n# scope: subpackages\n# title: s",
          "# METADATA\n# scope: rule\n# entrypoint: true",
          "# METADATA\n# schemas:\n#   - input: {type: object, properties: {a: {type: string}}}",
          "# METADATA\n# custom:\n#   a: [1",
          "# METADATA\n#title: x",
          "# METADATA\n# scope: wrong",
          "# METADATA\n# authors:\n# - a <b@c>\n# related_resources:\n# - https://e.org/x",
          "",
          "p := 1",
          "p = 2 { true }",
          "p if true",
          "f(1) := 2",
          "f(x, y) = x { y }",
          "default p := [x | x = 1]",
          "p[1]",
          "p contains 1",
          "x := 3",
          "x { input.a }",
          "else := 4",
          "} else = 5 {",
          "{",
          "}",
          "some x",
          "x := input.y",
          "print(x)",
          "y = x");

  private static final List<String> OPERATORS =
      List.of(
          "=", ":=", "==", "!=", "<", ">", "<=", ">=", "+", "-", "*", "/", "%", "&", "|", "in",
          "and", "or", ",", ";");

  private static final Set<String> WORDS =
      Set.of(
          "package",
          "import",
          "if",
          "contains",
          "not",
          "some",
          "every",
          "in",
          "default",
          "else",
          "with",
          "as");

  private static final List<String> OPERANDS =
      List.of(
          "x",
          "y",
          "_",
          "input",
          "data",
          "input.x",
          "input.x[_]",
          "input[k]",
          "data.a.b",
          "p",
          "f",
          "1",
          "\"a\"",
          "true",
          "null",
          "[]",
          "{}",
          "set()",
          "[x, y]",
          "{\"a\": x}",
          "{x}",
          "f(x)",
          "count(x)",
          "count([x])",
          "x.y.z",
          "x[y][z]",
          "data.p",
          "[x | x := 1]",
          "{x | some x}",
          "{x: y | y = x}",
          "$\"{x}\"",
          "-x",
          "x + 1",
          "x | y",
          "upper",
          "count",
          "print",
          "walk(x)",
          "io.jwt.encode_sign",
          "time.now_ns()",
          "object.get(x, y, 1)",
          "f",
          "f()",
          "data[x]",
          "data[_].b",
          "x in y",
          "[1][_]",
          "{1}[x]",
          "[x][0]",
          "all([x])",
          "any({x})",
          "input.x with input as y",
          "rego.metadata.rule()",
          "rego.metadata.chain()[0]");

  private static final List<String> EXPRESSIONS =
      List.of(
          "  x",
          "  x = 1",
          "  x := 1",
          "  y := x",
          "  some x",
          "  some x, y",
          "  some x in input.y",
          "  some k, v in input.y",
          "  some k, v in v",
          "  every x in input.y { x }",
          "  every k, v in input.y { k; v }",
          "  not x",
          "  not x = 1",
          "  not { x }",
          "  x with input as y",
          "  x with data.p as 1",
          "  x with count as f",
          "  x with f as 1",
          "  f(x)",
          "  f(x, y)",
          "  f(1, x, y)",
          "  count(x)",
          "  count(x, y)",
          "  count(x, y, z)",
          "  print(x)",
          "  print(\"a\", [x | x = 1])",
          "  [x, 1] = [1, y]",
          "  {\"a\": x} := input",
          "  x == [y | y := 1]",
          "  input.x[i].y[j] = k",
          "  data.a[x] == y",
          "  walk(input, [p, v])",
          "  _ = x",
          "  x[_]",
          "  x != y",
          "  input := 1",
          "  data := 1",
          "  x and y",
          "  x or not y",
          "  not x and y",
          "  {x} or {y; z}",
          "  (x or y) and z",
          "  x and y with input as 1",
          "  y in [x | x := input]",
          "  k, v in input",
          "  internal.print([x])",
          "  a.b.c := 1",
          "  eq(x, y)",
          "  assign(x, y)",
          "  plus(x, 1, y)",
          "  x = rego.metadata.rule()",
          "  $\"{x} {y + 1}\" == z",
          "  [x] := [x]",
          "  x := x",
          "  some x; x = 1; some x",
          "p[x] { x = 1 }",
          "p := x { x = 1 }",
          "p.q[x] = y { y = x }",
          "f(x) := x",
          "f(x, y) { y }",
          "f(x) := y if { y := x } else := 2",
          "p contains x if some x in input",
          "p if input",
          "default f(x) := 1",
          "default p = 1",
          "default p = [x]",
          "p[x] if x",
          "p[1][y] := x if y",
          "p { input } { data }",
          "p if { x } else if { y }",
          "q = p",
          "r { f(p) }",
          "p { q } q { p }");

  private final Dice dice;
  private final List<String> others;

  /**
   * A mutator.
   *
   * @param others modules to take parts from
   */
  ModuleMutator(Dice dice, List<String> others) {
    this.dice = dice;
    this.others = others;
  }

  String mutated(String text) {
    String now = text;
    boolean gentle = dice.percent(60);
    if (gentle && dice.percent(25)) {
      now = withDialect(now);
    }
    int changes = dice.pick(1, 1, 1, 2, 2, 3, 5);
    for (int i = 0; i < changes; i++) {
      if (gentle) {
        now = gently(now);
      } else {
        now = dice.percent(30) ? ofLines(now) : ofLexemes(now);
      }
    }
    return now;
  }

  /** Puts an import that changes keywords behind the package. */
  private String withDialect(String text) {
    List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith("package ")) {
        lines.add(i + 1, dice.pick(LINES.subList(0, 10)));
        break;
      }
    }
    return String.join("\n", lines);
  }

  /** A change after which a module often still parses. */
  private String gently(String text) {
    List<String> lexemes = Lexemes.of(text);
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < lexemes.size(); i++) {
      if (isOperand(lexemes.get(i))) {
        places.add(i);
      }
    }
    if (places.isEmpty()) {
      return ofLines(text);
    }
    int at = dice.pick(places);
    switch (dice.below(12)) {
      case 0, 1 -> lexemes.set(at, lexemes.get(dice.pick(places)));
      case 2, 3 -> lexemes.set(at, dice.pick(OPERANDS));
      case 4 -> rename(lexemes, at, true);
      case 5 -> rename(lexemes, at, false);
      case 6 -> lexemes.add(at, dice.pick("not ", "some ", "(", "[", "{", "-", "$\"{"));
      case 7 -> {
        String operand = lexemes.get(at);
        lexemes.set(
            at,
            dice.pick(
                "(" + operand + ")",
                "[" + operand + "]",
                "{" + operand + "}",
                operand + "[_]",
                operand + "[x]",
                operand + ".x",
                operand + "(x)",
                "[" + operand + " | " + operand + "]",
                "{k: " + operand + " | some k}",
                "$\"{" + operand + "}\"",
                operand + " == " + operand,
                "count(" + operand + ")",
                operand + " and " + operand,
                "{" + operand + "} or " + operand));
      }
      case 8 -> insertLine(lexemes, dice.pick(EXPRESSIONS));
      case 9 -> insertLine(lexemes, dice.pick(others).lines().findAny().orElse(""));
      case 10 -> {
        int operator = lexemes.indexOf(dice.pick(OPERATORS));
        if (operator >= 0) {
          lexemes.set(operator, dice.pick(OPERATORS));
        }
      }
      default -> {
        List<String> strange = Lexemes.of(dice.pick(others));
        String part = strange.isEmpty() ? "" : dice.pick(strange);
        if (isOperand(part)) {
          lexemes.set(at, part);
        }
      }
    }
    return String.join("", lexemes);
  }

  private void insertLine(List<String> lexemes, String line) {
    List<Integer> ends = new ArrayList<>();
    for (int i = 0; i < lexemes.size(); i++) {
      if (lexemes.get(i).equals("\n")) {
        ends.add(i);
      }
    }
    if (!ends.isEmpty()) {
      lexemes.add(dice.pick(ends), "\n" + line);
    }
  }

  private static boolean isOperand(String lexeme) {
    return Lexemes.isName(lexeme) && !WORDS.contains(lexeme)
        || lexeme.startsWith("\"")
        || Character.isDigit(lexeme.isEmpty() ? ' ' : lexeme.charAt(0));
  }

  private String ofLines(String text) {
    List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
    int at = dice.below(lines.size());
    switch (dice.below(9)) {
      case 0 -> lines.remove(at);
      case 1 -> lines.add(at, lines.get(at));
      case 2 -> lines.add(dice.below(lines.size()), lines.remove(at));
      case 3, 4 -> lines.add(at, dice.pick(LINES));
      case 5 -> lines.add(dice.pick(1, Math.min(2, lines.size())), dice.pick(LINES));
      case 6 -> {
        return text.substring(0, dice.below(text.length() + 1));
      }
      case 7 -> {
        List<String> other = Arrays.asList(dice.pick(others).split("\n", -1));
        int from = dice.below(other.size());
        lines.addAll(at, other.subList(from, Math.min(other.size(), from + dice.between(1, 8))));
      }
      default -> lines.set(at, lines.get(at) + " " + dice.pick(LINES));
    }
    return String.join("\n", lines);
  }

  private String ofLexemes(String text) {
    List<String> lexemes = Lexemes.of(text);
    if (lexemes.isEmpty()) {
      return dice.pick(LINES);
    }
    int at = dice.below(lexemes.size());
    if (Lexemes.isSpace(lexemes.get(at)) && dice.percent(80)) {
      at = dice.below(lexemes.size());
    }
    int other = dice.below(lexemes.size());
    switch (dice.below(12)) {
      case 0 -> lexemes.remove(at);
      case 1 -> lexemes.add(at, lexemes.get(at));
      case 2 -> {
        String moved = lexemes.get(at);
        lexemes.set(at, lexemes.get(other));
        lexemes.set(other, moved);
      }
      case 3 -> lexemes.add(at, dice.pick(VOCABULARY));
      case 4 -> lexemes.add(at, " " + dice.pick(VOCABULARY) + " ");
      case 5, 6 -> lexemes.set(at, dice.pick(VOCABULARY));
      case 7 -> rename(lexemes, at, true);
      case 8, 9 -> rename(lexemes, at, false);
      case 10 -> {
        List<String> strange = Lexemes.of(dice.pick(others));
        lexemes.set(at, strange.isEmpty() ? "" : dice.pick(strange));
      }
      default -> {
        int end = Math.min(lexemes.size(), at + dice.between(1, 12));
        List<String> part = new ArrayList<>(lexemes.subList(at, end));
        if (dice.percent(50)) {
          lexemes.subList(at, end).clear();
        }
        lexemes.addAll(Math.min(other, lexemes.size()), part);
      }
    }
    return String.join("", lexemes);
  }

  /** Gives one name, or all of the same, another name of this module. */
  private void rename(List<String> lexemes, int at, boolean all) {
    List<String> names = lexemes.stream().filter(Lexemes::isName).toList();
    if (names.isEmpty()) {
      return;
    }
    String old = names.get(at % names.size());
    String name = dice.percent(70) ? dice.pick(names) : dice.pick("x", "input", "data", "f", "zz");
    int left = all ? Integer.MAX_VALUE : 1;
    for (int i = lexemes.indexOf(old); i < lexemes.size() && left > 0; i++) {
      if (lexemes.get(i).equals(old) && (all || dice.percent(30))) {
        lexemes.set(i, name);
        left--;
      }
    }
  }
}
