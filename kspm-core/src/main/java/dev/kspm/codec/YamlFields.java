package dev.kspm.codec;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Reads the members of one mapping and gathers everything that is wrong with them. Not thread-safe.
 *
 * <p>A wrong member is reported and then counts as absent, so that one run tells of all of them.
 */
public final class YamlFields {
  private final YamlNode node;
  private final Map<String, YamlNode> members;
  private final Consumer<PlacedException> problems;
  private final Set<String> known = new LinkedHashSet<>();

  /** Over a mapping; anything else is reported and has no members. */
  public YamlFields(YamlNode node, Consumer<PlacedException> problems) {
    this.node = node;
    this.problems = problems;
    if (!node.isMapping()) {
      problems.accept(node.error("a mapping is expected here"));
    }
    this.members = node.members();
  }

  /** The member itself, if it is there and not null. */
  public Optional<YamlNode> node(String name) {
    known.add(name);
    return Optional.ofNullable(members.get(name)).filter(member -> !member.isNull());
  }

  /** A text that may be left out. */
  public Optional<String> text(String name) {
    Optional<YamlNode> member = node(name);
    Optional<String> text = member.flatMap(YamlNode::text).filter(value -> !value.isBlank());
    if (member.isPresent() && text.isEmpty()) {
      report(member.get(), name + " must be a text");
    }
    return text;
  }

  /** A text that must be there. */
  public Optional<String> requiredText(String name) {
    if (node(name).isEmpty()) {
      report(node, name + " is missing");
    }
    return text(name);
  }

  /** One of some words. */
  public <T> Optional<T> word(String name, Function<String, Optional<T>> reader, String expected) {
    Optional<String> text = text(name);
    Optional<T> result = text.flatMap(reader);
    if (text.isPresent() && result.isEmpty()) {
      report(
          members.getOrDefault(name, node),
          name + " must be one of " + expected + ", not " + text.get());
    }
    return result;
  }

  /** {@code true} or {@code false}, with what holds when it is left out. */
  public boolean flag(String name, boolean otherwise) {
    return word(
            name,
            text ->
                switch (text) {
                  case "true" -> Optional.of(true);
                  case "false" -> Optional.of(false);
                  default -> Optional.<Boolean>empty();
                },
            "true, false")
        .orElse(otherwise);
  }

  /** A whole number that is not negative. */
  public Optional<Integer> number(String name) {
    return word(
        name,
        text -> text.matches("[0-9]{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty(),
        "0, 1, 2 …");
  }

  /** A list of texts; none when it is left out. */
  public List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (YamlNode item : items(name)) {
      item.text()
          .ifPresentOrElse(texts::add, () -> report(item, name + " must be a list of texts"));
    }
    return texts;
  }

  /** The items of a list; none when it is left out. */
  public List<YamlNode> items(String name) {
    Optional<YamlNode> member = node(name);
    if (member.isPresent() && !member.get().isSequence()) {
      report(member.get(), name + " must be a list");
    }
    return member.map(YamlNode::items).orElse(List.of());
  }

  /** Reports members that nobody asked for; call it last. */
  public void refuseOthers() {
    members.forEach(
        (name, member) -> {
          if (!known.contains(name)) {
            report(member, "unknown key " + name);
          }
        });
  }

  private void report(YamlNode at, String message) {
    problems.accept(at.error(message));
  }
}
