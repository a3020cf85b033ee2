package dev.kspm.rego.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a text into what looks like tokens of Rego, white space and comments among them. */
final class Lexemes {
  private static final Pattern ONE =
      Pattern.compile(
          "\\$?\"(?:\\\\.|[^\"\\\\\\n])*\"|`[^`]*`|#[^\\n]*|[A-Za-z_][A-Za-z_0-9]*"
              + "|[0-9][0-9.eE]*|\\n|[ \\t\\r]+|:=|==|!=|<=|>=|.",
          Pattern.DOTALL);
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*");

  private Lexemes() {}

  static List<String> of(String text) {
    List<String> lexemes = new ArrayList<>();
    Matcher matcher = ONE.matcher(text);
    while (matcher.find()) {
      lexemes.add(matcher.group());
    }
    return lexemes;
  }

  static boolean isName(String lexeme) {
    return NAME.matcher(lexeme).matches();
  }

  static boolean isSpace(String lexeme) {
    return lexeme.isBlank() && !lexeme.equals("\n");
  }
}
