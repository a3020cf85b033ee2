package dev.kspm.rego.internal.parser;

import dev.kspm.rego.diagnostic.SourceText;
import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.internal.ast.Comment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of a text, scanned as far as somebody has looked. A token is an index; its parts are
 * in arrays beside each other.
 */
final class Tokens {
  private static final byte SPACE_BEFORE = 1;
  private static final byte NEWLINE_BEFORE = 2;
  private static final byte CONTINUES_TEMPLATE = 4;

  private final SourceText source;
  private final Scanner scanner;
  private TokenKind[] kinds = new TokenKind[64];
  private int[] starts = new int[64];
  private int[] ends = new int[64];
  private int[] rows = new int[64];
  private int[] columns = new int[64];
  private byte[] flags = new byte[64];
  private int size;
  private final Map<Integer, List<String>> complaints = new HashMap<>();
  private final List<Comment> comments = new ArrayList<>();

  Tokens(SourceText source) {
    this.source = source;
    this.scanner = new Scanner(source.text());
  }

  SourceText source() {
    return source;
  }

  /** The comments up to the token scanned last, in their order. */
  List<Comment> comments() {
    return comments;
  }

  /** Whether a comment begins between two places, of which all has been scanned. */
  boolean commentWithin(int start, int end) {
    for (int i = comments.size() - 1; i >= 0; i--) {
      int comment = comments.get(i).span().start();
      if (comment < end) {
        return comment >= start;
      }
    }
    return false;
  }

  TokenKind kind(int token) {
    return kinds[token];
  }

  int start(int token) {
    return starts[token];
  }

  int end(int token) {
    return token < 0 ? 0 : ends[token];
  }

  int row(int token) {
    return rows[token];
  }

  int column(int token) {
    return columns[token];
  }

  boolean spaceBefore(int token) {
    return (flags[token] & SPACE_BEFORE) != 0;
  }

  boolean newlineBefore(int token) {
    return (flags[token] & NEWLINE_BEFORE) != 0;
  }

  /** What the scanner has against a token. */
  List<String> complaints(int token) {
    return complaints.isEmpty() ? List.of() : complaints.getOrDefault(token, List.of());
  }

  String text(int token) {
    return source.text().substring(starts[token], ends[token]);
  }

  Span span(int token) {
    return new Span(source, rows[token], columns[token], starts[token], ends[token]);
  }

  /** Makes sure that a token has been scanned as what usually follows the one before. */
  void want(int token) {
    if (token < size && (flags[token] & CONTINUES_TEMPLATE) != 0) {
      size = token;
      complaints.keySet().removeIf(t -> t >= token);
      scanner.moveTo(ends[token - 1]);
    }
    while (token >= size) {
      skipSpace();
      byte before = scanner.sawSpace() ? SPACE_BEFORE : 0;
      if (scanner.sawNewline()) {
        before |= NEWLINE_BEFORE;
      }
      if (!scanner.isStopped()) {
        scanner.scan();
      }
      add(before);
    }
  }

  /**
   * Makes sure that a token has been scanned as the text of a template string that goes on after
   * the closing brace before it.
   */
  void wantTemplate(int token, boolean raw) {
    if (token < size && (flags[token] & CONTINUES_TEMPLATE) != 0) {
      return;
    }
    if (token < size) {
      size = token;
      complaints.keySet().removeIf(t -> t >= token);
    }
    // the brace that ends the expression is one column wide
    scanner.moveTo(ends[token - 1], rows[token - 1], columns[token - 1] + 1);
    scanner.scanTemplateText(raw);
    add(CONTINUES_TEMPLATE);
  }

  private void skipSpace() {
    scanner.skipSpace();
    while (scanner.atComment()) {
      scanner.scanComment();
      if (scanner.isStopped()) {
        return;
      }
      int start = scanner.start();
      if (comments.isEmpty() || comments.get(comments.size() - 1).span().start() < start) {
        Span span = new Span(source, scanner.row(), scanner.column(), start, scanner.end());
        comments.add(new Comment(commentText(start + 1, scanner.end()), span));
      }
      scanner.skipMoreSpace();
    }
  }

  /** What stands in a comment; of the carriage returns at its end one stays if there is no more. */
  private String commentText(int start, int end) {
    String text = source.text().substring(start, end);
    if (text.equals("\r")) {
      return "";
    }
    int length = text.length();
    while (length > 1 && text.charAt(length - 1) == '\r') {
      length--;
    }
    return text.substring(0, length);
  }

  private void add(byte before) {
    if (size == kinds.length) {
      int larger = size * 2;
      kinds = Arrays.copyOf(kinds, larger);
      starts = Arrays.copyOf(starts, larger);
      ends = Arrays.copyOf(ends, larger);
      rows = Arrays.copyOf(rows, larger);
      columns = Arrays.copyOf(columns, larger);
      flags = Arrays.copyOf(flags, larger);
    }
    kinds[size] = scanner.kind();
    starts[size] = scanner.start();
    ends[size] = scanner.end();
    rows[size] = scanner.row();
    columns[size] = scanner.column();
    flags[size] = before;
    @Nullable List<String> wrong = scanner.takeComplaints();
    if (wrong != null) {
      complaints.put(size, wrong);
      kinds[size] = TokenKind.ILLEGAL;
    }
    size++;
  }
}
