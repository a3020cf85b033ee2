package dev.kspm.rego.internal.parser;

/** What a token is; the text is the word that messages use for it. */
enum TokenKind {
  ILLEGAL("illegal"),
  EOF("eof"),
  WHITESPACE("whitespace"),
  IDENTIFIER("identifier"),
  NUMBER("number"),
  STRING("string"),
  RAW_STRING("string"),
  TEMPLATE_PART("template-string-part"),
  TEMPLATE_END("template-string-end"),
  RAW_TEMPLATE_PART("raw-template-string-part"),
  RAW_TEMPLATE_END("raw-template-string-end"),

  PACKAGE("package", true),
  IMPORT("import", true),
  AS("as", true),
  DEFAULT("default", true),
  ELSE("else", true),
  NOT("not", true),
  SOME("some", true),
  WITH("with", true),
  NULL("null", true),
  TRUE("true", true),
  FALSE("false", true),

  IN("in", true),
  IF("if", true),
  CONTAINS("contains", true),
  EVERY("every", true),
  AND_WORD("and", true),
  OR_WORD("or", true),

  /** No token: stands for the {@code not} that may have a body. */
  NOT_BODY("not", true),

  LEFT_BRACKET("["),
  RIGHT_BRACKET("]"),
  LEFT_BRACE("{"),
  RIGHT_BRACE("}"),
  LEFT_PAREN("("),
  RIGHT_PAREN(")"),
  COMMA(","),
  COLON(":"),
  DOT("."),
  SEMICOLON(";"),

  PLUS("plus"),
  MINUS("minus"),
  MUL("mul"),
  DIV("div"),
  REM("rem"),
  AND("and"),
  OR("or"),
  EQ("eq"),
  EQUAL("equal"),
  NEQ("neq"),
  GT("gt"),
  LT("lt"),
  GTE("gte"),
  LTE("lte"),
  ASSIGN("assign");

  private final String text;
  private final boolean keyword;

  TokenKind(String text) {
    this(text, false);
  }

  TokenKind(String text, boolean keyword) {
    this.text = text;
    this.keyword = keyword;
  }

  /** Also the name of the builtin of an infix operator. */
  String text() {
    return text;
  }

  boolean isKeyword() {
    return keyword;
  }

  /** A word that is a keyword only where the version or an import says so. */
  boolean isChosen() {
    return compareTo(IN) >= 0 && compareTo(OR_WORD) <= 0;
  }

  /** The keyword that a word is or may be, or {@link #IDENTIFIER}. */
  static TokenKind ofWord(String text, int start, int end) {
    int length = end - start;
    if (length < 2 || length > 8 || text.charAt(start) > 'w') {
      return IDENTIFIER;
    }
    TokenKind found =
        switch (text.charAt(start)) {
          case 'a' -> length == 2 ? AS : AND_WORD;
          case 'c' -> CONTAINS;
          case 'd' -> DEFAULT;
          case 'e' -> length == 4 ? ELSE : EVERY;
          case 'f' -> FALSE;
          case 'i' -> length == 2 ? (text.charAt(start + 1) == 'n' ? IN : IF) : IMPORT;
          case 'n' -> length == 3 ? NOT : NULL;
          case 'o' -> OR_WORD;
          case 'p' -> PACKAGE;
          case 's' -> SOME;
          case 't' -> TRUE;
          case 'w' -> WITH;
          default -> IDENTIFIER;
        };
    return found.text.length() == length && text.startsWith(found.text, start) ? found : IDENTIFIER;
  }
}
