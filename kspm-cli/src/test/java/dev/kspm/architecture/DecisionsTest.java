package dev.kspm.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The index of the decision records lists every page under its own title. */
class DecisionsTest {
  private static final Path PAGES = Path.of("../docs/adr");
  private static final Pattern TITLE = Pattern.compile("# ([0-9]+)\\. (.+)");

  @Test
  void indexListsEveryPage() throws IOException {
    List<String> lines = new ArrayList<>();
    for (Path page : pages()) {
      String first = Files.readAllLines(page).get(0);
      Matcher title = TITLE.matcher(first);
      assertThat(title.matches()).as("%s begins with %s", page, first).isTrue();
      String name = page.getFileName().toString();
      assertThat(name)
          .startsWith(
              String.format(java.util.Locale.ROOT, "%04d-", Integer.valueOf(title.group(1))));
      lines.add("| " + title.group(1) + " | [" + title.group(2) + "](" + name + ") |");
    }
    assertThat(Files.readAllLines(PAGES.resolve("README.md"))).containsSubsequence(lines);
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.list(PAGES)) {
      return files.filter(f -> f.getFileName().toString().matches("[0-9].*")).sorted().toList();
    }
  }
}
