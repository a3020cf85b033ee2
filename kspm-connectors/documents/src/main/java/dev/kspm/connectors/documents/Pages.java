package dev.kspm.connectors.documents;

import dev.kspm.rego.value.BooleanValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import dev.kspm.resource.Completeness;
import dev.kspm.resource.Hole;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Answers that describe resources, as pages of their lists. Not thread-safe.
 *
 * <p>An answer that names a next page needs one. Which one cannot be told, as nobody keeps the
 * requests; but a list whose pages all name a next one lacks at least the last. Pages are of one
 * list when their resources are of one type, account, region and cluster. A page without resources
 * may be the last of any list of its type.
 */
final class Pages {
  static final String MISSING = " names a next page, which is not there";
  private static final List<String> TOKENS =
      List.of("nextToken", "NextToken", "nextLink", "@odata.nextLink", "Marker", "NextMarker");
  private static final List<String> FLAGS = List.of("IsTruncated", "Truncated");

  /** One answer. */
  private record Page(String type, String source, boolean continued, List<Draft> described) {}

  private final List<Page> pages = new ArrayList<>();

  /** Whether an answer of AWS or ARM says that there is more. */
  static boolean isContinued(ObjectValue answer) {
    return TOKENS.stream().anyMatch(name -> !Fields.text(answer, name).isEmpty())
        || FLAGS.stream().anyMatch(name -> answer.get(name) == BooleanValue.TRUE);
  }

  /** Whether this is the name of a member that leads to the next page. */
  static boolean isToken(Value member) {
    return member instanceof StringValue name && TOKENS.contains(name.value());
  }

  void add(String type, String source, boolean continued, List<Draft> described) {
    pages.add(new Page(type, source, continued, List.copyOf(described)));
  }

  /** What is known to be missing, by type and scope. */
  List<Completeness> missing() {
    Map<List<String>, Answers> lists =
        new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
    Map<List<String>, Completeness> words =
        new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
    for (Page page : pages) {
      List<String> list = List.of(page.type, subject(page));
      lists.computeIfAbsent(list, unused -> new Answers()).add(List.of(), page.continued);
      if (page.continued) {
        words.putIfAbsent(
            list,
            new Completeness(
                page.type, scope(page), Completeness.State.PARTIAL, page.source + MISSING));
      }
    }
    List<Completeness> missing = new ArrayList<>();
    lists.forEach(
        (list, answers) -> {
          boolean endsElsewhere =
              pages.stream()
                  .filter(page -> page.type.equals(list.get(0)) && !page.continued)
                  .anyMatch(page -> page.described.isEmpty() || list.get(1).isEmpty());
          if (answers.isOpen() && !endsElsewhere) {
            missing.add(java.util.Objects.requireNonNull(words.get(list)));
          }
        });
    return missing;
  }

  private static String subject(Page page) {
    if (page.described.isEmpty()) {
      return "";
    }
    Draft first = page.described.get(0);
    return first.cluster != null && !first.cluster.equals(first.key.value())
        ? first.cluster
        : first.account + "/" + first.region;
  }

  private static String scope(Page page) {
    if (page.described.isEmpty()) {
      return Hole.EVERYWHERE;
    }
    Draft first = page.described.get(0);
    String cluster = first.cluster;
    boolean child = cluster != null && !cluster.equals(first.key.value());
    String scope = child ? cluster : first.account;
    return scope == null ? Hole.EVERYWHERE : scope;
  }
}
