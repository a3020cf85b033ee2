package dev.kspm.rule;

import dev.kspm.codec.YamlFields;
import dev.kspm.codec.YamlNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The resource types that are known by name, to tell a mistyped one from one of somebody's own.
 * Immutable and thread-safe.
 *
 * <p>Any kind of a custom resource makes a type {@code kubernetes_<kind>}, so those are refused
 * only when they are almost the name of a known one. When no type is known, none is refused.
 */
public final class ResourceTypes {
  private static final String KUBERNETES = "kubernetes_";

  /** Letters that may differ in a mistyped name. */
  private static final int NEAR = 2;

  private final SortedSet<String> known;

  private ResourceTypes(Collection<String> known) {
    this.known = new TreeSet<>(known);
  }

  /** With these names. */
  public static ResourceTypes of(Collection<String> known) {
    return new ResourceTypes(known);
  }

  /** These and more; none when none is known, since any name may be right then. */
  public ResourceTypes with(Collection<String> more) {
    if (known.isEmpty() || known.containsAll(more)) {
      return this;
    }
    List<String> all = new ArrayList<>(known);
    all.addAll(more);
    return new ResourceTypes(all);
  }

  /** Why a name can be no resource type; nothing when it may be one. */
  public Optional<String> objection(String type) {
    if (known.isEmpty() || known.contains(type)) {
      return Optional.empty();
    }
    Optional<String> near = nearest(type);
    if (near.isEmpty() && type.matches(KUBERNETES + "[a-z0-9]+(_[a-z0-9]+)*")) {
      return Optional.empty();
    }
    return Optional.of(
        "unknown resource type "
            + type
            + near.map(name -> "; did you mean " + name + "?").orElse(""));
  }

  /** What is wrong with the types that a rule names, at their lines. */
  public List<RuleProblem> check(Rule rule) {
    List<RuleProblem> problems = new ArrayList<>();
    for (String type : rule.resourceTypes()) {
      objection(type).ifPresent(text -> problems.add(at(rule, "resource_types", type, text)));
    }
    for (String type : rule.relatedTypes()) {
      objection(type).ifPresent(text -> problems.add(at(rule, "related_types", type, text)));
    }
    return problems;
  }

  /** A problem with a type, at the word in the rule's description if there is one. */
  private static RuleProblem at(Rule rule, String field, String type, String message) {
    return rule.description()
        .flatMap(
            text ->
                new YamlFields(YamlNode.read(text), unused -> {})
                    .items(field).stream()
                        .filter(item -> item.text().filter(type::equals).isPresent())
                        .findFirst())
        .map(item -> RuleProblem.of(rule.id(), item.error(message)))
        .orElseGet(
            () ->
                new RuleProblem(
                    rule.id(), rule.policy().text().name(), 1, 1, RuleProblem.FILE, message));
  }

  private Optional<String> nearest(String type) {
    String bare = bare(type);
    int limit = Math.min(NEAR, bare.replaceFirst("^kubernetes", "").length() / 3);
    return known.stream()
        .filter(name -> distance(bare(name), bare) <= limit)
        .min(Comparator.comparingInt(name -> distance(bare(name), bare)));
  }

  private static String bare(String type) {
    return type.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  /** How many letters have to be added, dropped, changed or swapped with the next one. */
  private static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        cost[i][j] =
            Math.min(
                Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + (same ? 0 : 1));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
      }
    }
    return cost[a.length()][b.length()];
  }
}
