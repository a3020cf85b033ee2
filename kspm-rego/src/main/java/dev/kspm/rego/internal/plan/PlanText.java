package dev.kspm.rego.internal.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Plans as text for people and golden tests: one line for each operation, loops and nested blocks
 * indented, variables as {@code $slot}. Not thread-safe.
 */
public final class PlanText {
  private final StringBuilder out = new StringBuilder();
  private int depth;

  private PlanText() {}

  /** The plan of a rule set for callers that know some leading keys, with its index. */
  public static String of(Planner planner, RuleSet rules, int known) {
    PlanText text = new PlanText();
    String keys = known == 0 ? "" : ", " + known + (known == 1 ? " key" : " keys") + " known";
    text.line(rules.name() + ": " + rules.kind().name().toLowerCase(Locale.ROOT) + keys);
    text.depth++;
    List<List<Procedure>> chains = new ArrayList<>();
    rules.definitions().forEach(definition -> chains.add(planner.plan(rules, definition, known)));
    RuleIndex index = planner.index(rules, known);
    if (index != null) {
      text.line("index");
      text.depth++;
      index.describe().forEach(text::line);
      text.depth--;
    }
    int number = 0;
    for (List<Procedure> chain : chains) {
      text.chain("definition " + number++, chain);
    }
    text.defaults(planner, rules, known);
    return text.out.toString();
  }

  private void defaults(Planner planner, RuleSet rules, int known) {
    Definition fallback = rules.defaultDefinition();
    if (fallback != null && rules.kind() != RuleSet.Kind.OBJECT) {
      chain("default", planner.plan(rules, fallback, known));
    }
  }

  /** The plan of a query. */
  public static String of(Procedure procedure) {
    PlanText text = new PlanText();
    text.chain(procedure.name(), List.of(procedure));
    return text.out.toString();
  }

  private void chain(String title, List<Procedure> links) {
    String name = title;
    for (Procedure link : links) {
      StringBuilder params = new StringBuilder();
      for (int i = 0; i < link.params(); i++) {
        params.append(i == 0 ? " of $" : ", $").append(i);
      }
      line(name + params);
      nested(link.block());
      name = "else";
    }
  }

  private void nested(Block block) {
    depth++;
    block(block);
    depth--;
  }

  /** Each loop indents what follows it; the indentation ends with the block. */
  private void block(Block block) {
    int outer = depth;
    for (Op op : block.ops()) {
      op(op);
    }
    depth = outer;
  }

  private void op(Op op) {
    if (op instanceof Op.Test test) {
      line("test ", test.value());
    } else if (op instanceof Op.Bind bind) {
      line("$" + bind.slot() + " = ", bind.value());
    } else if (op instanceof Op.Equal equal) {
      ExpressionText text = new ExpressionText();
      line(text.of(equal.left()) + " == " + text.of(equal.right()), text);
    } else if (op instanceof Op.Fail) {
      line("fail");
    } else if (op instanceof Op.IsArray shape) {
      line("$" + shape.slot() + " is an array of " + shape.size());
    } else if (op instanceof Op.IsObject shape) {
      line("$" + shape.slot() + " is an object of " + shape.size());
    } else if (op instanceof Op.Scan scan) {
      loop("for " + pair(scan.keySlot(), scan.valueSlot()) + " in ", scan.collection());
    } else if (op instanceof Op.WalkDocument walk) {
      walk(walk);
    } else if (op instanceof Op.ScanRelation scan) {
      loop(
          "for $" + scan.resultSlot() + " in " + scan.builtin().descriptor().name() + " of ",
          new Expression.MakeArray(scan.args()));
    } else if (op instanceof Op.Not not) {
      line("not");
      nested(not.block());
    } else if (op instanceof Op.Every every) {
      line("every " + pair(every.keySlot(), every.valueSlot()) + " in ", every.domain());
      nested(every.block());
    } else if (op instanceof Op.Logical logical) {
      line("either side");
      nested(logical.left());
      line(logical.isAnd() ? "and" : "or");
      nested(logical.right());
    } else if (op instanceof Op.With with) {
      with.overlays().forEach(this::overlay);
      nested(with.block());
    } else if (op instanceof Op.Add add) {
      line("add to #" + add.accumulator() + " ", add.element());
    } else if (op instanceof Op.Put put) {
      ExpressionText text = new ExpressionText();
      line(
          "put into #" + put.accumulator() + " " + text.of(put.key()) + ": " + text.of(put.value()),
          text);
    } else if (op instanceof Op.Yield yield) {
      result(yield);
    } else if (op instanceof Op.Done) {
      line("done");
    }
  }

  private void result(Op.Yield yield) {
    ExpressionText text = new ExpressionText();
    StringBuilder line = new StringBuilder("yield ");
    yield.keys().forEach(key -> line.append('[').append(text.of(key)).append(']'));
    line.append(yield.keys().isEmpty() ? "" : " = ");
    line.append(yield.element() ? "element " : "").append(text.of(yield.value()));
    line(line.append(yield.once() ? ", once" : "").toString(), text);
  }

  private void walk(Op.WalkDocument walk) {
    ExpressionText text = new ExpressionText();
    StringBuilder line =
        new StringBuilder("for $" + walk.resultSlot() + " at ")
            .append(DocumentTree.name(walk.node().path()));
    for (Op.WalkDocument.Step step : walk.steps()) {
      Expression key = step.key();
      line.append('[').append(key == null ? "each $" + step.slot() : text.of(key)).append(']');
    }
    line(line.toString(), text);
    depth++;
  }

  private void overlay(Op.Overlay overlay) {
    ExpressionText text = new ExpressionText();
    StringBuilder target = new StringBuilder();
    if (overlay.name() != null) {
      target.append(overlay.name());
    } else {
      target.append(overlay.target().name().toLowerCase(Locale.ROOT));
      target.append(text.members(overlay.path()));
    }
    String stand =
        overlay.value() != null
            ? text.of(overlay.value())
            : name(Objects.requireNonNull(overlay.replacement()));
    line("with " + target + " as " + stand, text);
  }

  private static String name(Op.Callee callee) {
    return callee.function() != null
        ? callee.function().name()
        : Objects.requireNonNull(callee.builtin()).descriptor().name();
  }

  private static String pair(int key, int value) {
    return (key < 0 ? "_" : "$" + key) + ", " + (value < 0 ? "_" : "$" + value);
  }

  private void loop(String start, Expression collection) {
    line(start, collection);
    depth++;
  }

  private void line(String start, Expression expression) {
    ExpressionText text = new ExpressionText();
    line(start + text.of(expression), text);
  }

  /** A line, and below it the blocks of comprehensions that it mentions. */
  private void line(String line, ExpressionText text) {
    line(line);
    for (ExpressionText.Nested nested : text.nested()) {
      depth++;
      line(nested.title());
      nested(nested.block());
      depth--;
    }
  }

  private void line(String line) {
    out.append("  ".repeat(depth)).append(line).append('\n');
  }
}
