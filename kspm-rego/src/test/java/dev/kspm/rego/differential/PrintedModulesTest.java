package dev.kspm.rego.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kspm.rego.diagnostic.SourceText;
import dev.kspm.rego.internal.ast.AstJson;
import dev.kspm.rego.internal.ast.Module;
import dev.kspm.rego.internal.ast.Node;
import dev.kspm.rego.internal.parser.ParseResult;
import dev.kspm.rego.internal.parser.Parser;
import dev.kspm.rego.internal.parser.ParserOptions;
import dev.kspm.rego.policy.RegoVersion;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Modules that are printed and read again are the same modules. The text is OPA's, which is not
 * made for reading: it has constants of template strings as text, Go's escapes, the numbers of
 * wildcards, names in front of {@code .if}, and no parentheses around operands that begin with a
 * brace. Modules with these are left out.
 */
class PrintedModulesTest {
  /** What the text does not tell. */
  private static final Set<String> UNTOLD =
      Set.of("generated", "assign", "comments", "index", "name");

  private static final Pattern UNREADABLE =
      Pattern.compile(
          "\\$[\"`]|import .* as _|\\\\[xavU]|keywords(\\.(and|or|not)|\\[\"not\"\\]|\\n)|rego\\.v2"
              + "|(?m)^(if|in|every|import|package|default|else|not|as|with|some|true|false|null)\\b[.\\[]");

  @Test
  void generatedModules() {
    assertThat(check(SeedModules.generated(2000))).isGreaterThan(700);
  }

  @Test
  void modulesOfTheCorpora() throws IOException {
    List<Path> folders =
        Stream.of("src/test/resources/conformance", "src/test/resources/plans")
            .map(Path::of)
            .toList();
    assertThat(check(SeedModules.below(folders))).isGreaterThan(300);
  }

  /** How many modules were printed and read again. */
  private static int check(List<String> texts) {
    int read = 0;
    for (String text : texts) {
      Module module = parse(text).value();
      if (module == null || UNREADABLE.matcher(text + "\n" + print(module)).find()) {
        continue;
      }
      String printed = print(module);
      Module again = parse(printed).orThrow();
      assertThat(print(again)).as(text).isEqualTo(printed);
      assertThat(told(AstJson.value(again, false)))
          .as(printed)
          .isEqualTo(told(AstJson.value(module, false)));
      read++;
    }
    return read;
  }

  private static ParseResult<Module> parse(String text) {
    return Parser.parseModule(SourceText.of("p.rego", text), ParserOptions.of(RegoVersion.V1));
  }

  private static String print(Module module) {
    List<Node> nodes = new ArrayList<>();
    nodes.add(module.packageDeclaration());
    nodes.addAll(module.imports());
    nodes.addAll(module.rules());
    StringBuilder text = new StringBuilder();
    nodes.forEach(node -> text.append(node).append('\n'));
    return text.toString();
  }

  private static Value told(Value json) {
    if (json instanceof ObjectValue object) {
      ObjectValue.Builder told = ObjectValue.builder();
      // The last part of a head's reference is its key too where OPA keeps to an older form.
      boolean isHead = object.get("ref") != null && object.get("value") != null;
      object.forEach(
          (key, value) -> {
            String name = ((StringValue) key).value();
            if (!UNTOLD.contains(name) && !(isHead && name.equals("key"))) {
              told.put(name, told(value));
            }
          });
      return told.build();
    } else if (json instanceof ArrayValue array) {
      List<Value> told = new ArrayList<>();
      array.forEach(value -> told.add(told(value)));
      return ArrayValue.of(told);
    }
    // Wildcards are numbered as they come.
    return json instanceof StringValue text && text.value().matches("\\$\\d+")
        ? StringValue.of("$")
        : json;
  }
}
