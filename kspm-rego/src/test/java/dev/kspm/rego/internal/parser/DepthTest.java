package dev.kspm.rego.internal.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kspm.rego.diagnostic.SourceText;
import dev.kspm.rego.internal.ast.Module;
import dev.kspm.rego.policy.RegoVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How deep a text may be nested: as deep as in OPA, and beyond that it is told so. */
class DepthTest {
  private static ParseResult<Module> parse(String open, String inside, String close, int n) {
    String text = "package a\np := " + open.repeat(n) + inside + close.repeat(n);
    return Parser.parseModule(SourceText.of("", text), ParserOptions.of(RegoVersion.V1));
  }

  /** The numbers are those at which OPA gives up. */
  @ParameterizedTest
  @CsvSource({
    "[, '', ], 49997",
    "'[1,', 1, ], 11111",
    "(, 1, ), 12500",
    "'{1,', 1, }, 10000",
    "'{\"a\":1,\"b\":', 1, }, 9091",
    "f(, 1, ), 10000",
    "a[, 1, ], 11111",
    "[1|, 1, ], 10000",
    "{1|, 1, }, 9091",
    "'1 - ', 1, '', 99994",
    "'1 in ', 1, '', 99994"
  })
  void endsWhereOpaDoes(String open, String inside, String close, int first) {
    assertTrue(parse(open, inside, close, first - 1).isOk());
    assertEquals(
        "max parsing recursion depth exceeded",
        parse(open, inside, close, first).diagnostics().get(0).message());
  }

  @ParameterizedTest
  @CsvSource({"[", "{", "(", "f(", "a[", "[x|", "{x:", "'$\"{'"})
  void hundredThousandLevelsAreAnError(String open) {
    assertTrue(!parse(open, "", "", 100_000).isOk());
  }

  @Test
  void triesOfTwoReadingsDoNotMultiply() {
    assertTrue(parse("{1+", "1", "}", 500).isOk());
  }
}
