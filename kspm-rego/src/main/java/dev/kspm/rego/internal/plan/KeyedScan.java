package dev.kspm.rego.internal.plan;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A loop that goes on only with members for which some expression equals a value that is known
 * before the loop: {@code some b in ys; a.key == b.key}.
 *
 * @param scan the loop
 * @param before what binds variables between the loop and the comparison
 * @param key is compared, and depends on the member alone
 * @param wanted is compared with it, and does not depend on the member
 */
public record KeyedScan(Op.Scan scan, List<Op.Bind> before, Expression key, Expression wanted) {
  public KeyedScan {
    before = List.copyOf(before);
  }

  /**
   * The loop at a position of a block in this form, or {@code null} when it has none. Nothing but
   * lookups happens up to the comparison, so that leaving out a member changes nothing else.
   */
  public static @Nullable KeyedScan at(List<Op> ops, int position) {
    Op.Scan scan = (Op.Scan) ops.get(position);
    if (scan.valueSlot() < 0) {
      return null;
    }
    BitSet member = new BitSet();
    member.set(scan.valueSlot());
    if (scan.keySlot() >= 0) {
      member.set(scan.keySlot());
    }
    int next = position + 1;
    List<Op.Bind> before = new java.util.ArrayList<>();
    for (; next < ops.size(); next++) {
      Op op = ops.get(next);
      if (op instanceof Op.Bind bind && isLookup(bind.value())) {
        before.add(bind);
        member.set(bind.slot());
      } else {
        break;
      }
    }
    if (next == ops.size()
        || !(ops.get(next) instanceof Op.Equal equal)
        || !isLookup(equal.left())
        || !isLookup(equal.right())) {
      return null;
    } else if (isOnly(equal.left(), member) && isFree(equal.right(), member)) {
      return new KeyedScan(scan, before, equal.left(), equal.right());
    } else if (isOnly(equal.right(), member) && isFree(equal.left(), member)) {
      return new KeyedScan(scan, before, equal.right(), equal.left());
    }
    return null;
  }

  private static boolean isLookup(Expression expression) {
    return expression instanceof Expression.Local
        || expression instanceof Expression.Constant
        || expression instanceof Expression.Input
        || expression instanceof Expression.Member member
            && isLookup(member.container())
            && isLookup(member.key());
  }

  private static boolean isOnly(Expression expression, BitSet member) {
    BitSet used = SlotUse.of(expression).captured();
    boolean any = !used.isEmpty();
    used.andNot(member);
    return any && used.isEmpty() && !readsInput(expression);
  }

  private static boolean isFree(Expression expression, BitSet member) {
    return !SlotUse.of(expression).captured().intersects(member);
  }

  private static boolean readsInput(Expression expression) {
    return expression instanceof Expression.Input
        || expression instanceof Expression.Member member
            && (readsInput(member.container()) || readsInput(member.key()));
  }
}
