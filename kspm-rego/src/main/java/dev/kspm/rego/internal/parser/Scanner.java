package dev.kspm.rego.internal.parser;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds one token after another in a text. Rows count line feeds; columns count code points, as
 * OPA's do.
 */
final class Scanner {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final String text;
  private final int length;
  private int at;
  private int row = 1;
  private int column = 1;

  private TokenKind kind = TokenKind.EOF;
  private int start;
  private int tokenRow;
  private int tokenColumn;
  private boolean space;
  private boolean newline;
  private boolean stopped;
  private @Nullable List<String> complaints;

  Scanner(String text) {
    this.text = text;
    this.length = text.length();
    if (length > 0 && text.charAt(0) == BYTE_ORDER_MARK) {
      at = 1;
      column = 2;
    }
    checkNext();
  }

  TokenKind kind() {
    return kind;
  }

  int start() {
    return start;
  }

  int end() {
    return at;
  }

  int row() {
    return tokenRow;
  }

  int column() {
    return tokenColumn;
  }

  boolean sawSpace() {
    return space;
  }

  boolean sawNewline() {
    return newline;
  }

  @Nullable List<String> takeComplaints() {
    List<String> taken = complaints;
    complaints = null;
    return taken;
  }

  /** Goes back to an index that was passed before. */
  void moveTo(int index) {
    at = index;
    int lineStart = text.lastIndexOf('\n', index - 1) + 1;
    row = 1;
    for (int i = text.indexOf('\n'); i >= 0 && i < index; i = text.indexOf('\n', i + 1)) {
      row++;
    }
    column = text.codePointCount(lineStart, index) + 1;
  }

  /** Goes back to an index whose row and column are known. */
  void moveTo(int index, int knownRow, int knownColumn) {
    at = index;
    row = knownRow;
    column = knownColumn;
  }

  void skipSpace() {
    space = false;
    newline = false;
    stopped = false;
    skipMoreSpace();
  }

  /** Whether white space or a comment is the token found, because something is wrong with it. */
  boolean isStopped() {
    return stopped;
  }

  void skipMoreSpace() {
    while (at < length) {
      char c = text.charAt(at);
      if (isSpace(c) && at + 1 < length && isNowhere(text.charAt(at + 1))) {
        begin();
        step();
        if (c == '\n') {
          tokenRow = row;
          tokenColumn = 0;
        }
        checkNext();
        stopped = true;
        return;
      }
      if (c == '\n') {
        row++;
        column = 1;
        newline = true;
      } else if (c == ' ' || c == '\t' || c == '\r') {
        column++;
      } else {
        return;
      }
      space = true;
      at++;
    }
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
  }

  boolean atComment() {
    return !stopped && at < length && text.charAt(at) == '#';
  }

  void scanComment() {
    begin();
    int end = text.indexOf('\n', at);
    if (end < 0) {
      end = length;
    }
    column += text.codePointCount(at, end);
    for (at++; at < end; at++) {
      checkNext();
    }
    stopped = complaints != null;
  }

  private void begin() {
    start = at;
    tokenRow = row;
    tokenColumn = column;
  }

  private void complain(String message) {
    if (complaints == null) {
      complaints = new ArrayList<>(1);
    }
    complaints.add(message);
  }

  /** Finds the token at the current place, which is no space and no comment. */
  void scan() {
    begin();
    if (at >= length) {
      kind = TokenKind.EOF;
      // the end has the column of the last character, or 0 on an empty last line
      tokenColumn = column - 1;
      return;
    }
    char c = text.charAt(at);
    if (isLetter(c)) {
      scanWord();
    } else if (isDigit(c)) {
      scanNumber();
    } else {
      scanOther(c);
    }
    checkNext();
  }

  /** A character that may stand nowhere is held against the token before it. */
  private void checkNext() {
    if (at < length) {
      checkInside(text.charAt(at));
    }
  }

  private static boolean isNowhere(char c) {
    return c == 0 || c == BYTE_ORDER_MARK || isBroken(c);
  }

  /** Whether it stands for a byte that is no UTF-8, when no surrogate is before it. */
  private static boolean isBroken(char c) {
    return c >= '\uDC80' && c <= '\uDCFF';
  }

  static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private void scanWord() {
    int i = at + 1;
    while (i < length && (isLetter(text.charAt(i)) || isDigit(text.charAt(i)))) {
      i++;
    }
    // OPA takes a piece of a character that follows for a part of the word
    boolean isWhole = i >= length || text.charAt(i) < 0x80;
    kind = isWhole ? TokenKind.ofWord(text, at, i) : TokenKind.IDENTIFIER;
    column += i - at;
    at = i;
  }

  private void scanNumber() {
    kind = TokenKind.NUMBER;
    int i = digits(at);
    if (i < length && text.charAt(i) == '.') {
      i++;
      if (i >= length || !isDigit(text.charAt(i))) {
        complain("expected fraction");
      }
      i = digits(i);
    }
    if (i < length && (text.charAt(i) == 'e' || text.charAt(i) == 'E')) {
      i++;
      if (i < length && (text.charAt(i) == '+' || text.charAt(i) == '-')) {
        i++;
      }
      if (i >= length || !isDigit(text.charAt(i))) {
        complain("expected exponent");
      }
      i = digits(i);
    }
    if (i < length && isLetter(text.charAt(i))) {
      complain("illegal number format");
      while (i < length && (isLetter(text.charAt(i)) || isDigit(text.charAt(i)))) {
        i++;
      }
    }
    column += i - at;
    at = i;
  }

  private int digits(int from) {
    int i = from;
    while (i < length && isDigit(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private void scanOther(char c) {
    switch (c) {
      case '"' -> {
        step();
        scanString(false);
      }
      case '`' -> {
        step();
        scanRawString();
      }
      case '$' -> scanDollar();
      case '[' -> take(TokenKind.LEFT_BRACKET);
      case ']' -> take(TokenKind.RIGHT_BRACKET);
      case '{' -> take(TokenKind.LEFT_BRACE);
      case '}' -> take(TokenKind.RIGHT_BRACE);
      case '(' -> take(TokenKind.LEFT_PAREN);
      case ')' -> take(TokenKind.RIGHT_PAREN);
      case ',' -> take(TokenKind.COMMA);
      case '.' -> take(TokenKind.DOT);
      case ';' -> take(TokenKind.SEMICOLON);
      case '+' -> take(TokenKind.PLUS);
      case '-' -> take(TokenKind.MINUS);
      case '*' -> take(TokenKind.MUL);
      case '/' -> take(TokenKind.DIV);
      case '%' -> take(TokenKind.REM);
      case '&' -> take(TokenKind.AND);
      case '|' -> take(TokenKind.OR);
      case ':' -> takeWithEquals(TokenKind.COLON, TokenKind.ASSIGN);
      case '=' -> takeWithEquals(TokenKind.EQ, TokenKind.EQUAL);
      case '<' -> takeWithEquals(TokenKind.LT, TokenKind.LTE);
      case '>' -> takeWithEquals(TokenKind.GT, TokenKind.GTE);
      case '!' -> {
        takeWithEquals(TokenKind.ILLEGAL, TokenKind.NEQ);
        if (kind == TokenKind.ILLEGAL) {
          complain("illegal ! character");
        }
      }
      case '\u00A0' -> {
        take(TokenKind.ILLEGAL);
        complain("illegal non-breaking space character, use a regular space instead");
      }
      default -> {
        kind = TokenKind.ILLEGAL;
        step();
      }
    }
  }

  private void take(TokenKind found) {
    kind = found;
    at++;
    column++;
  }

  private void takeWithEquals(TokenKind without, TokenKind with) {
    if (at + 1 < length && text.charAt(at + 1) == '=') {
      at++;
      column++;
      take(with);
    } else {
      take(without);
    }
  }

  /** Passes one code point. */
  private void step() {
    char c = text.charAt(at);
    if (c == '\n') {
      row++;
      column = 1;
      at++;
      return;
    }
    at +=
        Character.isHighSurrogate(c) && at + 1 < length
            ? Character.charCount(text.codePointAt(at))
            : 1;
    column++;
  }

  private void scanDollar() {
    char next = at + 1 < length ? text.charAt(at + 1) : 0;
    if (next == '"' || next == '`') {
      at += 2;
      column += 2;
      templateText(next == '`');
    } else {
      take(TokenKind.ILLEGAL);
      complain("illegal $ character");
    }
  }

  /** Goes on with a template string after the brace that ends an expression. */
  void scanTemplateText(boolean raw) {
    begin();
    if (at < length && text.charAt(at) == '\n') {
      tokenRow++;
      tokenColumn = 0;
    }
    templateText(raw);
    checkNext();
  }

  private void templateText(boolean raw) {
    char quote = raw ? '`' : '"';
    while (true) {
      if (at >= length || !raw && text.charAt(at) == '\n') {
        complain("non-terminated string");
        kind = TokenKind.ILLEGAL;
        return;
      }
      char c = text.charAt(at);
      if (c == quote) {
        step();
        kind = raw ? TokenKind.RAW_TEMPLATE_END : TokenKind.TEMPLATE_END;
        return;
      } else if (c == '{') {
        step();
        kind = raw ? TokenKind.RAW_TEMPLATE_PART : TokenKind.TEMPLATE_PART;
        return;
      } else if (c == '\\' && raw) {
        step();
        if (at < length && text.charAt(at) == '{') {
          step();
        }
      } else if (c == '\\') {
        escape(true);
      } else {
        checkInside(c);
        step();
      }
    }
  }

  private void scanString(boolean template) {
    kind = TokenKind.STRING;
    while (true) {
      if (at >= length || text.charAt(at) == '\n') {
        complain("non-terminated string");
        return;
      }
      char c = text.charAt(at);
      if (c == '"') {
        step();
        return;
      } else if (c == '\\') {
        escape(template);
      } else {
        checkInside(c);
        step();
      }
    }
  }

  private void escape(boolean template) {
    step();
    char c = at < length ? text.charAt(at) : 0;
    switch (c) {
      case '\\', '"', '/', 'b', 'f', 'n', 'r', 't' -> step();
      case 'u' -> {
        step();
        for (int i = 0; i < 4 && at < length && text.charAt(at) != '\n'; i++) {
          step();
        }
      }
      case '{' -> {
        if (!template) {
          complain("illegal escape sequence");
        } else {
          step();
        }
      }
      default -> complain("illegal escape sequence");
    }
  }

  private void scanRawString() {
    kind = TokenKind.RAW_STRING;
    while (at < length) {
      char c = text.charAt(at);
      checkInside(c);
      step();
      if (c == '`') {
        return;
      }
    }
    complain("non-terminated string");
  }

  private void checkInside(char c) {
    if (c == 0) {
      complain("illegal null character");
    } else if (c == BYTE_ORDER_MARK) {
      complain("illegal byte-order mark");
    } else if (isBroken(c) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)))) {
      complain("illegal utf-8 character");
    }
  }
}
