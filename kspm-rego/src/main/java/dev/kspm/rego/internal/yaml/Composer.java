package dev.kspm.rego.internal.yaml;

import dev.kspm.rego.policy.DataException;
import dev.kspm.rego.policy.DataException.Problem;
import dev.kspm.rego.policy.YamlOptions;
import dev.kspm.rego.value.BooleanValue;
import dev.kspm.rego.value.NumberValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/**
 * Builds the value of one document from the parser's events, without recursion.
 *
 * <p>An alias is the very value of its anchor, so it costs no memory however often it is used; what
 * reads the value unfolds it, therefore the nodes that all aliases stand for are bounded.
 */
final class Composer {
  private record Anchored(Value value, long nodes) {}

  private final YamlOptions options;
  private final byte[] bytes;
  private final int skipped;
  private final Scalars scalars;
  private final Map<String, StringValue> keys = new HashMap<>();
  private final Deque<OpenNode> open = new ArrayDeque<>();
  private final Map<String, Anchored> anchors = new HashMap<>();
  private final Set<String> unfinished = new HashSet<>();
  private long aliased;

  Composer(YamlOptions options, byte[] bytes, int skipped) {
    this.options = options;
    this.bytes = bytes;
    this.skipped = skipped;
    this.scalars = new Scalars(options.schema());
  }

  void startDocument() {
    anchors.clear();
    unfinished.clear();
    aliased = 0;
  }

  /** Whether a sequence or mapping is open. */
  boolean isOpen() {
    return !open.isEmpty();
  }

  /** Takes the next event; gives the document's value when it is complete. */
  @Nullable Value node(Event event) {
    switch (event.getEventId()) {
      case Alias -> {
        return alias((AliasEvent) event);
      }
      case Scalar -> {
        return scalar((ScalarEvent) event);
      }
      case SequenceStart, MappingStart -> {
        begin((NodeEvent) event);
        return null;
      }
      case SequenceEnd, MappingEnd -> {
        OpenNode done = open.pop();
        Value value = done.close();
        if (done.anchor != null) {
          unfinished.remove(done.anchor);
        }
        return add(event, done.anchor, value, done.nodes());
      }
      default -> {
        return null;
      }
    }
  }

  private void begin(NodeEvent event) {
    if (open.size() >= options.maxDepth()) {
      String text = "more than " + options.maxDepth() + " levels of nesting";
      throw error(
          event, Problem.TOO_DEEP, text, "yaml: exceeded max depth of " + options.maxDepth());
    }
    OpenNode parent = open.peek();
    if (parent != null && parent.awaitsKey()) {
      throw error(event, Problem.SYNTAX, "a key that is no scalar", "yaml: invalid map key");
    }
    String anchor = anchor(event);
    if (anchor != null) {
      anchors.remove(anchor);
      unfinished.add(anchor);
    }
    open.push(
        event.getEventId() == Event.ID.SequenceStart
            ? OpenNode.sequence(anchor)
            : OpenNode.mapping(anchor));
  }

  private @Nullable Value alias(AliasEvent event) {
    String name = event.getAlias().getValue();
    Anchored target = anchors.get(name);
    if (target == null) {
      String text =
          unfinished.contains(name)
              ? "anchor '" + name + "' value contains itself"
              : "unknown anchor '" + name + "' referenced";
      throw error(event, Problem.SYNTAX, text, "yaml: " + text);
    }
    aliased += target.nodes;
    if (aliased > options.maxAliasedNodes()) {
      String text = "document contains excessive aliasing";
      throw error(event, Problem.TOO_MANY_ALIASES, text, "yaml: " + text);
    }
    return add(event, null, target.value, target.nodes);
  }

  private @Nullable Value scalar(ScalarEvent event) {
    String tag = event.getTag().orElse(null);
    OpenNode parent = open.peek();
    boolean merge =
        event.getValue().equals("<<") && (event.isPlain() && tag == null || Tags.isMerge(tag));
    if (merge && parent != null && parent.awaitsKey()) {
      parent.mergeNext();
      return null;
    }
    return add(event, anchor(event), value(event, tag), 1);
  }

  private Value value(ScalarEvent event, @Nullable String tag) {
    String text = event.getValue();
    if (tag == null && !event.isPlain()) {
      return StringValue.of(text);
    }
    Value plain = scalars.resolve(text);
    if (tag != null && !tag.equals("!")) {
      try {
        return Tags.apply(tag, text, plain);
      } catch (IllegalArgumentException e) {
        throw error(event, e);
      }
    }
    if (plain == null) {
      String number =
          text.startsWith("-")
              ? "-Inf"
              : text.toLowerCase(java.util.Locale.ROOT).endsWith("inf") ? "+Inf" : "NaN";
      throw error(
          event,
          Problem.SYNTAX,
          "JSON has no number for " + text,
          "json: unsupported value: " + number);
    }
    return plain;
  }

  private @Nullable Value add(Event event, @Nullable String anchor, Value value, long nodes) {
    if (anchor != null) {
      anchors.put(anchor, new Anchored(value, nodes));
    }
    OpenNode parent = open.peek();
    if (parent == null) {
      return value;
    }
    if (parent.awaitsKey()) {
      StringValue key = key(event, value);
      if (parent.key(key) && options.refuseDuplicateKeys()) {
        String text = "key " + key + " occurs twice";
        throw error(event, Problem.DUPLICATE_KEY, text, "yaml: " + text);
      }
      return null;
    }
    try {
      parent.add(value, nodes);
    } catch (IllegalArgumentException e) {
      throw error(event, e);
    }
    return null;
  }

  private StringValue key(Event event, Value value) {
    if (value instanceof StringValue text) {
      StringValue known = keys.putIfAbsent(text.value(), text);
      return known == null ? text : known;
    } else if (value instanceof NumberValue number) {
      return StringValue.of(number.text());
    } else if (value instanceof BooleanValue truth) {
      return StringValue.of(truth.toString());
    }
    throw error(
        event,
        Problem.SYNTAX,
        "a key that is no scalar",
        "unsupported map key of type: %!s(<nil>), key: <nil>");
  }

  private static @Nullable String anchor(NodeEvent event) {
    return event.getAnchor().map(anchor -> anchor.getValue()).orElse(null);
  }

  private DataException error(Event event, IllegalArgumentException e) {
    String text = String.valueOf(e.getMessage());
    return error(event, Problem.SYNTAX, text, "yaml: " + text);
  }

  private DataException error(Event event, Problem problem, String text, String goText) {
    return Places.error(bytes, skipped, Places.start(event), problem, text, goText);
  }
}
