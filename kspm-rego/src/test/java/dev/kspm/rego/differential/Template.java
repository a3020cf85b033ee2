package dev.kspm.rego.differential;

import dev.kspm.rego.RegoEngine;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text with places for terms: {@code <N>} a number, {@code <A(S)>} an array of strings, {@code <i>}
 * a small index; {@code <T>} and {@code <A(T)>} share one type.
 *
 * @param result the type of the whole
 */
record Template(Type result, String text) {
  static final Pattern PLACE = Pattern.compile("<([A-Za-z?()]+)>");

  private static final Pattern NAME = Pattern.compile("([a-z_0-9.]+)\\(");
  private static final Set<String> CALLABLE = callable();

  private static Set<String> callable() {
    Set<String> names = new TreeSet<>();
    for (Value builtin :
        (ArrayValue) Objects.requireNonNull(RegoEngine.create().capabilities().get("builtins"))) {
      names.add(
          ((StringValue) Objects.requireNonNull(((ObjectValue) builtin).get("name"))).value());
    }
    return names;
  }

  /** The calls of builtins, one for each line of a resource. */
  static List<Template> builtins() {
    List<Template> all = new ArrayList<>();
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    Template.class.getResourceAsStream("/differential/builtins.txt")),
                StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (!line.isBlank() && line.charAt(0) != '#' && isCallable(line)) {
          int space = line.indexOf(' ');
          for (Type type : types(line)) {
            String name = type.toString();
            all.add(
                new Template(
                    Type.parse(line.substring(0, space).replace("T", name)),
                    PLACE
                        .matcher(line.substring(space + 1))
                        .replaceAll(
                            m ->
                                Matcher.quoteReplacement(
                                    "<" + m.group(1).replace("T", name) + ">"))));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  /** Whether our engine has the builtins of a line. */
  private static boolean isCallable(String line) {
    return NAME.matcher(line).results().map(m -> m.group(1)).allMatch(CALLABLE::contains);
  }

  static boolean isCallable(Collection<String> builtins) {
    return CALLABLE.containsAll(builtins);
  }

  private static List<Type> types(String line) {
    return line.matches(".*(<T>|\\(T\\)|^T ).*")
        ? List.of(Type.NUMBER, Type.STRING)
        : List.of(Type.NULL);
  }

  String fill(UnaryOperator<String> terms) {
    return PLACE.matcher(text).replaceAll(m -> Matcher.quoteReplacement(terms.apply(m.group(1))));
  }
}
