package dev.kspm.rule;

import dev.kspm.rego.diagnostic.SourceText;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The package that a module says it is, told from its text, so that it is known even of a module
 * that does not compile. Immutable and thread-safe.
 *
 * @param path as written, such as {@code kspm.lib.node}
 * @param row of the word {@code package}, from 1
 * @param column of the word {@code package}, from 1
 */
public record RegoPackage(String path, int row, int column) {
  private static final Pattern STATEMENT =
      Pattern.compile("(?m)^[ \\t]*(package)[ \\t]+([^\\s#;]+)");
  private static final Pattern LIBRARY = Pattern.compile("kspm\\.lib(\\.\\w+)+");

  /** The package of a text; nothing when no line of it begins with {@code package}. */
  public static Optional<RegoPackage> of(SourceText text) {
    Matcher statement = STATEMENT.matcher(text.text());
    if (!statement.find()) {
      return Optional.empty();
    }
    int start = statement.start(1);
    return Optional.of(new RegoPackage(statement.group(2), text.row(start), text.column(start)));
  }

  /** Whether this is the place of a shared library. */
  public boolean isLibrary() {
    return LIBRARY.matcher(path).matches();
  }
}
