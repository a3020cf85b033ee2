package dev.kspm.rego.internal.parser;

import dev.kspm.rego.diagnostic.SourceText;
import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.internal.ast.Comment;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A place in the tokens together with everything that is taken back when another reading is tried
 * from it: complaints, hints, the count of wildcards.
 */
final class Cursor {
  static final String TOO_DEEP = "max parsing recursion depth exceeded";

  /** How deep OPA follows a text. */
  private static final int MAX_DEPTH = 100_000;

  /** How deep a text may be that is read on the stack of the caller. */
  private static final int SHALLOW = 1_500;

  private final Tokens tokens;
  private final Set<TokenKind> words = EnumSet.noneOf(TokenKind.class);
  private final List<Complaint> complaints = new ArrayList<>();

  private final int maxDepth;
  private int index;
  private TokenKind kind = TokenKind.EOF;
  private List<String> hints = List.of();
  private int wildcards;
  private int depth;
  private boolean notIsName;

  /** What {@link #back} goes back to. */
  record Mark(int index, TokenKind kind, int complaints, List<String> hints, int wildcards) {}

  /**
   * At the beginning of a text.
   *
   * @param shallow whether to throw {@link TooDeep} where a common stack might end
   */
  Cursor(SourceText source, boolean shallow) {
    this.tokens = new Tokens(source);
    this.maxDepth = shallow ? SHALLOW : MAX_DEPTH;
  }

  Tokens tokens() {
    return tokens;
  }

  SourceText source() {
    return tokens.source();
  }

  void start() {
    index = -1;
    next();
  }

  // ---- where we are

  TokenKind kind() {
    return kind;
  }

  boolean at(TokenKind wanted) {
    return kind == wanted;
  }

  /** The number of the current token; of the one after the space when at white space. */
  int index() {
    return index;
  }

  /** The index of the current token in the text. */
  int offset() {
    return kind == TokenKind.WHITESPACE ? spaceStart() : tokens.start(index);
  }

  int tokenEnd() {
    return tokens.end(index);
  }

  /** The index after the last token before the current one. */
  int lastEnd() {
    return tokens.end(index - 1);
  }

  boolean afterNewline() {
    return tokens.newlineBefore(index);
  }

  String text() {
    return tokens.text(index);
  }

  /** The current token, as a place. */
  Span span() {
    if (kind != TokenKind.WHITESPACE) {
      return tokens.span(index);
    }
    int start = spaceStart();
    int row = source().row(start);
    if (source().text().charAt(start) == '\n') {
      return new Span(source(), row + 1, 0, start, start + 1);
    }
    int lineStart = source().text().lastIndexOf('\n', start - 1) + 1;
    int column = source().text().codePointCount(lineStart, start) + 1;
    return new Span(source(), row, column, start, start + 1);
  }

  private int spaceStart() {
    int start = lastEnd();
    String text = source().text();
    if (text.charAt(start) == '#') {
      start = text.indexOf('\n', start);
    }
    return start;
  }

  /** A place that begins at a token and ends where the last token before this one ended. */
  Span since(Span first) {
    return new Span(source(), first.row(), first.column(), first.start(), lastEnd());
  }

  /** A place with the row and column of one place and a text of its own. */
  Span spanning(Span place, int start, int end) {
    return new Span(source(), place.row(), place.column(), start, end);
  }

  /** The place with this row and column and no more. */
  Span exact(Span place) {
    String text = source().text();
    int start = 0;
    for (int row = 1; row < place.row(); row++) {
      start = text.indexOf('\n', start) + 1;
    }
    start = text.offsetByCodePoints(start, place.column() - 1);
    return new Span(source(), place.row(), place.column(), start, start);
  }

  // ---- going on

  void next() {
    if (kind != TokenKind.WHITESPACE) {
      index++;
    }
    tokens.want(index);
    enter();
  }

  /** Goes on by one token, or to the white space before it. */
  void nextOrSpace() {
    index++;
    tokens.want(index);
    if (tokens.spaceBefore(index)) {
      kind = TokenKind.WHITESPACE;
    } else {
      enter();
    }
  }

  /** Goes on inside a template string, from the brace that ends an expression. */
  void nextTemplateText(boolean raw) {
    index++;
    tokens.wantTemplate(index, raw);
    enter();
  }

  private void enter() {
    TokenKind found = tokens.kind(index);
    boolean name = found.isChosen() ? !words.contains(found) : notIsName && found == TokenKind.NOT;
    kind = name ? TokenKind.IDENTIFIER : found;
    if (found == TokenKind.ILLEGAL) {
      for (String complaint : tokens.complaints(index)) {
        error(tokens.span(index), complaint);
      }
    }
  }

  /** Looks at the current token again after the keywords have changed. */
  void reread() {
    if (kind != TokenKind.WHITESPACE && kind != TokenKind.ILLEGAL) {
      enter();
    }
  }

  /** Whether the token behind the current one follows without space. */
  boolean directlyBefore(TokenKind first, TokenKind second) {
    tokens.want(index + 1);
    TokenKind behind = tokens.kind(index + 1);
    return (behind == first || behind == second) && !tokens.spaceBefore(index + 1);
  }

  /** The token behind the current one. */
  TokenKind behind() {
    tokens.want(index + 1);
    TokenKind behind = tokens.kind(index + 1);
    return behind.isChosen() && !words.contains(behind) ? TokenKind.IDENTIFIER : behind;
  }

  /** Whether the current token is a keyword; if it is the head of a reference, it is a name. */
  boolean atWord(TokenKind wanted) {
    if (kind != wanted) {
      return false;
    }
    keywordAsName();
    return kind == wanted;
  }

  /** Whether {@code not}, which may be chosen too, is a name from here on. */
  void notIsName(boolean on) {
    notIsName = on;
  }

  /** Takes a keyword for a name when it is the head of a reference. */
  void keywordAsName() {
    if (kind.isKeyword() && directlyBefore(TokenKind.DOT, TokenKind.LEFT_BRACKET)) {
      kind = TokenKind.IDENTIFIER;
    }
  }

  // ---- keywords that are on

  boolean hasWord(TokenKind word) {
    return words.contains(word);
  }

  void addWord(TokenKind word) {
    words.add(word);
  }

  Set<TokenKind> words() {
    return words.isEmpty() ? EnumSet.noneOf(TokenKind.class) : EnumSet.copyOf(words);
  }

  void setWords(Set<TokenKind> wanted) {
    words.clear();
    words.addAll(wanted);
  }

  // ---- going back

  Mark mark() {
    return new Mark(index, kind, complaints.size(), hints, wildcards);
  }

  void back(Mark mark) {
    index = mark.index();
    kind = mark.kind();
    while (complaints.size() > mark.complaints()) {
      complaints.remove(complaints.size() - 1);
    }
    hints = mark.hints();
    wildcards = mark.wildcards();
  }

  /** Jumps to where an earlier reading from here had ended. */
  void forward(Mark mark, List<Complaint> made) {
    index = mark.index();
    kind = mark.kind();
    complaints.addAll(made);
    hints = mark.hints();
    wildcards = mark.wildcards();
  }

  int nextWildcard() {
    return wildcards++;
  }

  // ---- what is wrong

  List<Complaint> complaints() {
    return complaints;
  }

  /** Takes back all complaints but the first ones. */
  void dropComplaints(int left) {
    complaints.subList(left, complaints.size()).clear();
  }

  boolean failed() {
    return !complaints.isEmpty();
  }

  boolean hasHints() {
    return !hints.isEmpty();
  }

  void hint(String hint) {
    List<String> more = new ArrayList<>(hints);
    more.add(hint);
    hints = List.copyOf(more);
  }

  void error(String message) {
    error(span(), message);
  }

  /** The comments before the current token. */
  List<Comment> comments() {
    int end = offset();
    return tokens.comments().stream().filter(c -> c.span().start() < end).toList();
  }

  void error(Span place, String message) {
    complaints.add(new Complaint(message + takeHints(), place, true));
  }

  /** What to add to the next message, perhaps nothing. */
  String takeHints() {
    if (hints.isEmpty()) {
      return "";
    }
    String text = (hints.size() == 1 ? " (hint: " : " (hints: ") + String.join(", ", hints) + ")";
    hints = List.of();
    return text;
  }

  void unexpected() {
    unexpected("");
  }

  /** Complains about the current token. */
  void unexpected(String note) {
    if (kind == TokenKind.ILLEGAL) {
      error("illegal token");
      return;
    }
    String word = kind.isKeyword() ? " keyword" : " token";
    error("unexpected " + kind.text() + word + (note.isEmpty() ? "" : ": " + note));
  }

  // ---- depth

  /**
   * Counts steps into the text, as many as OPA would take; {@code false}, with a complaint, when
   * they were too many. Each is to be left again.
   */
  boolean enter(int levels) {
    if (depth + levels > maxDepth) {
      if (maxDepth < MAX_DEPTH) {
        throw new TooDeep();
      }
      error(TOO_DEEP);
      return false;
    }
    depth += levels;
    return true;
  }

  void leave(int levels) {
    depth -= levels;
  }
}
