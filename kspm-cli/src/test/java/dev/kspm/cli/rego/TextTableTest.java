package dev.kspm.cli.rego;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {
  @Test
  void headersAreCentredAndCellsStandLeft() {
    TextTable table = new TextTable(List.of("x", "data.p.y[x]"));
    table.add(List.of("\"abcd\"", "1"));
    table.add(List.of("2", "\"é\""));

    assertThat(table.render())
        .isEqualTo(
            """
            ┌────────┬─────────────┐
            │   x    │ data.p.y[x] │
            ├────────┼─────────────┤
            │ "abcd" │ 1           │
            │ 2      │ "é"         │
            └────────┴─────────────┘
            """);
  }
}
