package dev.kspm.rego.internal.exec;

import dev.kspm.rego.internal.plan.Block;
import dev.kspm.rego.internal.plan.Expression;
import dev.kspm.rego.internal.plan.KeyedScan;
import dev.kspm.rego.internal.plan.Op;
import dev.kspm.rego.internal.plan.Procedure;
import dev.kspm.rego.internal.plan.SlotUse;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes trees of nodes: the nodes of a block are chained from the last to the first. */
public final class NodeExecutor implements Executor {
  private static final Set<String> TOLD = Set.of("trace", "internal.test_case");

  private final boolean observed;

  /**
   * Makes nodes.
   *
   * @param observed whether they tell the session's {@link Observer} what they do; the others know
   *     nothing of observers
   */
  public NodeExecutor(boolean observed) {
    this.observed = observed;
  }

  @Override
  public Code prepare(Procedure procedure, Executable executable) {
    return new Linker(executable, observed).block(procedure.block());
  }

  /** Links the nodes of one procedure. */
  private record Linker(Executable executable, boolean observed) {

    Code block(Block block) {
      return chain(block.ops(), DoneNode.INSTANCE);
    }

    private Code chain(List<Op> ops, Code last) {
      Code next = last;
      for (int i = ops.size() - 1; i >= 0; i--) {
        KeyedScan keyed = keyedScan(ops, i);
        next = keyed == null ? op(ops.get(i), next) : scan(keyed, next);
      }
      return next;
    }

    private @Nullable KeyedScan keyedScan(List<Op> ops, int i) {
      return !observed && executable.optimizations().keyedScans() && ops.get(i) instanceof Op.Scan
          ? KeyedScan.at(ops, i)
          : null;
    }

    private Code scan(KeyedScan keyed, Code next) {
      List<KeyedScanNode.Binding> before =
          keyed.before().stream()
              .map(bind -> new KeyedScanNode.Binding(bind.slot(), value(bind.value())))
              .toList();
      Op.Scan scan = keyed.scan();
      return new KeyedScanNode(
          value(scan.collection()),
          value(keyed.wanted()),
          new KeyedScanNode.Members(scan.keySlot(), scan.valueSlot(), before, value(keyed.key())),
          next);
    }

    private Code op(Op op, Code next) {
      if (op instanceof Op.Test test) {
        return new TestNode(value(test.value()), next);
      } else if (op instanceof Op.Bind bind) {
        return new BindNode(bind.slot(), value(bind.value()), next);
      } else if (op instanceof Op.Equal equal) {
        return new EqualNode(value(equal.left()), value(equal.right()), next);
      } else if (op instanceof Op.Fail) {
        return FailNode.INSTANCE;
      } else if (op instanceof Op.IsArray shape) {
        return new ShapeNode(shape.slot(), shape.size(), true, next);
      } else if (op instanceof Op.IsObject shape) {
        return new ShapeNode(shape.slot(), shape.size(), false, next);
      } else if (op instanceof Op.Scan scan) {
        return new ScanNode(value(scan.collection()), scan.keySlot(), scan.valueSlot(), next);
      } else if (op instanceof Op.WalkDocument walk) {
        return walk(walk, next);
      } else if (op instanceof Op.ScanRelation scan) {
        return new RelationNode(
            scan, values(scan.args()), scan.first() == null ? null : value(scan.first()), next);
      } else if (op instanceof Op.Not not) {
        return not.block().ops().get(0) instanceof Op.Begin begin
            ? new ObservedNot(
                begin.site().state(),
                body(not.block(), new ObservedNot.Found(begin.site().state()), false),
                next)
            : new NotNode(block(not.block()), next);
      } else if (op instanceof Op.Every every) {
        Op.EverySite site = every.observed();
        return site == null
            ? new EveryNode(
                value(every.domain()),
                every.keySlot(),
                every.valueSlot(),
                block(every.block()),
                next)
            : new ObservedEvery(
                every,
                site,
                value(every.domain()),
                body(every.block(), DoneNode.INSTANCE, true),
                next);
      } else if (op instanceof Op.Logical logical) {
        return new LogicalNode(
            logical.isAnd(), block(logical.left()), block(logical.right()), next);
      } else if (op instanceof Op.With with) {
        return with(with, next);
      } else if (op instanceof Op.Add add) {
        return new AddNode(add.kind(), add.accumulator(), value(add.element()));
      } else if (op instanceof Op.Put put) {
        return new PutNode(put.accumulator(), value(put.key()), value(put.value()), put.span());
      } else if (op instanceof Op.Yield yield) {
        return new YieldNode(values(yield.keys()), value(yield.value()), yield);
      }
      return observed ? observed(op, next, false) : DoneNode.INSTANCE;
    }

    /** An observed body with another last node. */
    private Code body(Block block, Code last, boolean early) {
      Code next = last;
      for (int i = block.ops().size() - 2; i >= 0; i--) {
        Op op = block.ops().get(i);
        next = op instanceof Op.End ? observed(op, next, early) : op(op, next);
      }
      return next;
    }

    private Code observed(Op op, Code next, boolean early) {
      if (op instanceof Op.Begin begin) {
        Code body = begin.subject().isRule() ? new ObservedMatch(begin, next) : next;
        return new ObservedBody(begin, body);
      } else if (op instanceof Op.Matched) {
        return new ObservedMatch.Matched(next);
      } else if (op instanceof Op.At at) {
        return new ObservedExpression(at, next);
      } else if (op instanceof Op.Past past) {
        return new ObservedExpression.Past(past, next);
      } else if (op instanceof Op.End end) {
        return new ObservedEnd(end, early, next);
      } else if (op instanceof Op.Follow follow) {
        return follow(follow, next);
      }
      return DoneNode.INSTANCE;
    }

    private Code follow(Op.Follow follow, Code next) {
      if (follow.callee() instanceof Expression.FunctionCall call) {
        FunctionCallNode plain = (FunctionCallNode) value(call);
        return new ObservedFollow(
            follow.slot(),
            (ObservedRules) executable.runtime(call.function()),
            values(call.args()),
            follow.mustHold(),
            plain,
            next);
      }
      Expression.RuleValue rule = (Expression.RuleValue) follow.callee();
      ObservedRules rules = (ObservedRules) executable.runtime(rule.rules());
      return new ObservedFollow(follow.slot(), rules, null, false, null, next);
    }

    private Code walk(Op.WalkDocument walk, Code next) {
      int n = walk.steps().size();
      ValueNode[] keys = new ValueNode[n];
      int[] slots = new int[n];
      for (int i = 0; i < n; i++) {
        Expression key = walk.steps().get(i).key();
        keys[i] = key == null ? ConstantNode.NULL : value(key);
        slots[i] = walk.steps().get(i).slot();
      }
      return new WalkDocumentNode(executable, walk.node(), keys, slots, walk.resultSlot(), next);
    }

    private Code with(Op.With with, Code next) {
      WithNode.Exit exit = new WithNode.Exit(next);
      Code inner = chain(with.block().ops(), exit);
      WithNode.Change[] changes = new WithNode.Change[with.overlays().size()];
      for (int i = 0; i < changes.length; i++) {
        Op.Overlay overlay = with.overlays().get(i);
        Replacement replacement = null;
        if (overlay.replacement() != null) {
          var function = overlay.replacement().function();
          replacement =
              new Replacement(
                  null,
                  function == null ? null : executable.runtime(function),
                  overlay.replacement().builtin());
        }
        changes[i] =
            new WithNode.Change(
                overlay,
                List.of(values(overlay.path())),
                overlay.value() == null ? null : value(overlay.value()),
                replacement);
      }
      return new WithNode(changes, inner);
    }

    private ValueNode[] values(List<Expression> expressions) {
      ValueNode[] nodes = new ValueNode[expressions.size()];
      for (int i = 0; i < nodes.length; i++) {
        nodes[i] = value(expressions.get(i));
      }
      return nodes;
    }

    private ValueNode value(Expression expression) {
      if (expression instanceof Expression.Constant constant) {
        return new ConstantNode(constant.value());
      } else if (expression instanceof Expression.Local local) {
        return new LocalNode(local.slot());
      } else if (expression instanceof Expression.Input) {
        return InputNode.INSTANCE;
      } else if (expression instanceof Expression.Member member) {
        return member(member);
      } else if (expression instanceof Expression.Document document) {
        return new DocumentValueNode(executable, document.node(), values(document.keys()));
      } else if (expression instanceof Expression.RuleValue rule) {
        return rule.keys().isEmpty()
            ? new RuleValueNode(executable.runtime(rule.rules()))
            : new RuleMemberNode(executable.runtime(rule.rules()), values(rule.keys()));
      } else if (expression instanceof Expression.FunctionCall call) {
        return new FunctionCallNode(
            executable.runtime(call.function()), values(call.args()), call.span());
      } else if (expression instanceof Expression.BuiltinCall call
          && call.builtin().descriptor().name().equals("print")) {
        return new UnsupportedNode("print", call.span());
      } else if (expression instanceof Expression.BuiltinCall call) {
        ValueNode node = new BuiltinCallNode(call.builtin(), values(call.args()), call.span());
        return observed && TOLD.contains(call.builtin().descriptor().name())
            ? new ObservedNote(value(call.args().get(0)), node)
            : node;
      } else if (expression instanceof Expression.MakeArray array) {
        return new MakeArrayNode(values(array.elements()));
      } else if (expression instanceof Expression.MakeSet set) {
        return new MakeSetNode(values(set.elements()));
      } else if (expression instanceof Expression.MakeObject object) {
        return new MakeObjectNode(values(object.keys()), values(object.values()), object.span());
      } else if (expression instanceof Expression.Comprehension comprehension) {
        ValueNode node =
            new ComprehensionNode(
                comprehension.kind(), comprehension.accumulator(), block(comprehension.block()));
        return remembered(comprehension, node);
      }
      return new HoldsNode(block(((Expression.Holds) expression).block()));
    }

    private ValueNode remembered(Expression.Comprehension comprehension, ValueNode node) {
      if (comprehension.closed()) {
        return executable.optimizations().closedComprehensions() ? new RememberedNode(node) : node;
      }
      SlotUse use = SlotUse.of(comprehension);
      BitSet captured = use.captured();
      return !observed
              && executable.optimizations().keyedComprehensions()
              && captured.cardinality() == 1
              && !executable.prints(use)
          ? new KeyedComprehensionNode(node, captured.nextSetBit(0))
          : node;
    }

    private ValueNode member(Expression.Member member) {
      if (member.key() instanceof Expression.Constant key) {
        return new ConstantMemberNode(value(member.container()), key.value());
      }
      return new MemberNode(value(member.container()), value(member.key()));
    }
  }
}
