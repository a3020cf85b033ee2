package dev.kspm.rego.internal.parser;

import dev.kspm.rego.internal.ast.Import;
import dev.kspm.rego.internal.ast.Ref;
import dev.kspm.rego.internal.ast.Scalar;
import dev.kspm.rego.internal.ast.Term;
import dev.kspm.rego.internal.ast.Var;
import dev.kspm.rego.policy.RegoVersion;
import dev.kspm.rego.value.StringValue;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Which words are keywords: by version, and by the imports read so far. */
final class Keywords {
  private static final Set<TokenKind> V1_WORDS = EnumSet.range(TokenKind.IN, TokenKind.EVERY);

  private final Cursor at;
  private final ParserOptions options;

  Keywords(Cursor at, ParserOptions options) {
    this.at = at;
    this.options = options;
  }

  void start() {
    if (options.version() == RegoVersion.V1) {
      V1_WORDS.forEach(at::addWord);
    }
    options.futureKeywords().forEach(this::add);
  }

  private void addV2() {
    at.addWord(TokenKind.NOT_BODY);
    at.addWord(TokenKind.AND_WORD);
    at.addWord(TokenKind.OR_WORD);
  }

  boolean inRefs() {
    return options.features().keywordsInRefs();
  }

  /** Whether a word is a keyword of the version of the module, whatever it imports. */
  boolean isKeyword(String word) {
    TokenKind kind = TokenKind.ofWord(word, 0, word.length());
    return kind.isKeyword()
        && (!kind.isChosen() || options.version() == RegoVersion.V1)
        && kind != TokenKind.AND_WORD
        && kind != TokenKind.OR_WORD;
  }

  boolean allowedInPaths(TokenKind kind) {
    return options.features().keywordsInRefs() && kind.isKeyword();
  }

  /**
   * Reads something with none of the keywords that one may choose; nor is what follows it one, as
   * it was looked at already.
   */
  <T> @Nullable T withoutChosen(Supplier<@Nullable T> reading) {
    Set<TokenKind> words = at.words();
    at.setWords(EnumSet.noneOf(TokenKind.class));
    at.notIsName(true);
    T read = reading.get();
    at.notIsName(false);
    at.setWords(words);
    return read;
  }

  /** Turns on what an import asks for, if it is one that does. */
  boolean imported(Import imported) {
    Ref path = imported.path();
    String root = ((Var) path.head()).name();
    if (root.equals("rego")) {
      rego(imported);
      return true;
    } else if (root.equals("future")) {
      future(imported);
      return true;
    }
    return false;
  }

  private static String part(Ref path, int i) {
    Term part = path.operand(i);
    return ((StringValue) ((Scalar) part).value()).value();
  }

  private void rego(Import imported) {
    Ref path = imported.path();
    boolean v1 = path.size() == 2 && part(path, 1).equals("v1");
    boolean v2 = path.size() == 2 && part(path, 1).equals("v2");
    if (!v1 && !v2) {
      at.error(path.span(), "invalid import `" + path + "`, must be one of: `rego.v1`, `rego.v2`");
      return;
    }
    if (imported.alias() != null) {
      at.error(imported.aliasSpan(), "`rego` imports cannot be aliased");
      return;
    }
    V1_WORDS.forEach(at::addWord);
    if (v2) {
      addV2();
    }
  }

  private void future(Import imported) {
    Ref path = imported.path();
    if (path.size() == 1 || !part(path, 1).equals("keywords")) {
      at.error(path.span(), "invalid import, must be `future.keywords`");
      return;
    }
    if (imported.alias() != null) {
      at.error(imported.aliasSpan(), "`future` imports cannot be aliased");
      return;
    }
    if (path.size() != 3) {
      V1_WORDS.forEach(at::addWord);
      addV2();
      return;
    }
    if (!add(part(path, 2))) {
      at.error(
          path.span(),
          "unexpected keyword, must be one of "
              + List.of("and", "contains", "every", "if", "in", "not", "or")
                  .toString()
                  .replace(",", ""));
    }
  }

  /** Turns on one word of {@code future.keywords}; false when there is no such word. */
  private boolean add(String word) {
    switch (word) {
      case "in" -> at.addWord(TokenKind.IN);
      case "if" -> at.addWord(TokenKind.IF);
      case "contains" -> at.addWord(TokenKind.CONTAINS);
      case "every" -> {
        at.addWord(TokenKind.EVERY);
        at.addWord(TokenKind.IN);
      }
      case "not" -> at.addWord(TokenKind.NOT_BODY);
      case "and" -> at.addWord(TokenKind.AND_WORD);
      case "or" -> at.addWord(TokenKind.OR_WORD);
      default -> {
        return false;
      }
    }
    return true;
  }
}
