package dev.kspm.reports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TerminalTextTest {
  @Test
  void whatMovesTheCursorIsWrittenOut() {
    assertThat(TerminalText.line("a\u001b[2J\nb\r\u0007\u009b\u202e\u2066"))
        .isEqualTo("a\\u001b[2J\\nb\\u000d\\u0007\\u009b\\u202e\\u2066");
    assertThat(TerminalText.line("\u2028")).isEqualTo("\\u2028");
  }

  @Test
  void theRestStays() {
    assertThat(TerminalText.line("Pod/ns/ä\t漢字 \ud83d\ude00 \\n"))
        .isEqualTo("Pod/ns/ä\t漢字 \ud83d\ude00 \\n");
  }
}
