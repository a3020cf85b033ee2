package dev.kspm.rego.testing;

import dev.kspm.rego.EvaluationEvent;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The places of events as OPA prints them: when the longest would be too long, what all files have
 * in common gives way to three dots.
 */
final class TraceLocations {
  private static final int MOST = 64;
  private static final String DOTS = "...";

  private TraceLocations() {}

  static List<String> of(List<EvaluationEvent> events) {
    Set<String> files = new LinkedHashSet<>();
    int longest = 0;
    for (EvaluationEvent event : events) {
      String file = event.span().file();
      if (!file.isEmpty()) {
        files.add(file);
      }
      longest = Math.max(longest, text(file, event).length());
    }
    String common = common(files);
    int from = common.indexOf('/') + 1;
    int cut = Math.min(longest - MOST + DOTS.length(), common.length() - from);
    boolean shorten = longest > MOST && cut > DOTS.length();
    List<String> places = new ArrayList<>();
    for (EvaluationEvent event : events) {
      String file = event.span().file();
      if (shorten && !file.isEmpty()) {
        file = file.substring(0, from) + DOTS + file.substring(from + cut);
      }
      places.add(event.kind() == EvaluationEvent.Kind.TEST_CASE ? "" : text(file, event));
    }
    return places;
  }

  private static String text(String file, EvaluationEvent event) {
    return (file.isEmpty() ? "query" : file) + ":" + event.span().row();
  }

  /** The folders, without the last separator, that all files are in. */
  private static String common(Set<String> files) {
    String common = null;
    for (String file : files) {
      String folder = file.substring(0, Math.max(0, file.lastIndexOf('/')));
      if (common == null) {
        common = folder;
      } else {
        int same = 0;
        while (same < Math.min(common.length(), folder.length())
            && common.charAt(same) == folder.charAt(same)) {
          same++;
        }
        common = common.substring(0, same);
      }
    }
    return common == null ? "" : common;
  }
}
