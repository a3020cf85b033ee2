package dev.kspm.rego.internal.builtins;

import dev.kspm.rego.builtin.BuiltinContext;
import dev.kspm.rego.builtin.BuiltinException;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.BooleanValue;
import dev.kspm.rego.value.NumberValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.SetValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One value from a collection. */
final class Aggregates {
  /** What OPA multiplies non-integers in, unlike all other arithmetic. */
  private static final int PRODUCT_PRECISION = 53;

  private Aggregates() {}

  static void define(Definitions in) {
    in.category("aggregates");
    in.function(
        "count",
        "(collection: any<string, array[any], object[any: any], set[any]>) => n: number",
        "The number of elements, members or code points.",
        Aggregates::count);
    in.function(
        "sum",
        "(collection: any<array[number], set[number]>) => n: number",
        "The sum of numbers.",
        Aggregates::sum);
    in.function(
        "product",
        "(collection: any<array[number], set[number]>) => n: number",
        "The product of numbers.",
        Aggregates::product);
    in.function(
        "max",
        "(collection: any<array[any], set[any]>) => n: any",
        "The last of the elements in the order of values.",
        Aggregates::max);
    in.function(
        "min",
        "(collection: any<array[any], set[any]>) => n: any",
        "The first of the elements in the order of values.",
        Aggregates::min);
    in.function(
        "sort",
        "(collection: any<array[any], set[any]>) => n: array[any]",
        "The elements in the order of values.",
        Aggregates::sort);
    in.deprecated()
        .function(
            "all",
            "(any<array[any], set[any]>) => boolean",
            "Whether all elements are true.",
            Aggregates::all);
    in.deprecated()
        .function(
            "any",
            "(any<array[any], set[any]>) => boolean",
            "Whether an element is true.",
            Aggregates::any);
  }

  private static Value count(BuiltinContext context, Value[] args) {
    Value of = args[0];
    if (of instanceof ArrayValue array) {
      return NumberValue.of(array.size());
    } else if (of instanceof ObjectValue object) {
      return NumberValue.of(object.size());
    } else if (of instanceof SetValue set) {
      return NumberValue.of(set.size());
    } else if (of instanceof StringValue string) {
      String text = string.value();
      context.work(text.length() >> 6);
      return NumberValue.of(text.codePointCount(0, text.length()));
    }
    throw Operands.wrong(1, "one of {array, object, set, string}", of);
  }

  private static Iterable<Value> elements(BuiltinContext context, Value[] args) {
    return elements(context, args, "one of {set, array}");
  }

  private static Iterable<Value> elements(BuiltinContext context, Value[] args, String wanted) {
    if (args[0] instanceof ArrayValue array) {
      context.work(array.size() >> 2);
      return array;
    } else if (args[0] instanceof SetValue set) {
      context.work(set.size() >> 2);
      return set;
    }
    throw Operands.wrong(1, wanted, args[0]);
  }

  private static NumberValue numberIn(Value[] args, Value element) {
    if (element instanceof NumberValue number) {
      return number;
    }
    String collection = args[0].type().regoName();
    throw BuiltinException.type(
        "operand 1 must be "
            + collection
            + " of numbers but got "
            + collection
            + " containing "
            + element.type().regoName());
  }

  private static Value sum(BuiltinContext context, Value[] args) {
    NumberValue sum = Numbers.ZERO;
    BinaryFloat real = null;
    for (Value element : elements(context, args)) {
      NumberValue number = numberIn(args, element);
      if (real == null && (number.isLong() || number.isInteger())) {
        sum = Arithmetic.add(context, sum, number);
      } else {
        Numbers.charge(context, number);
        real = (real == null ? Numbers.toFloat(sum) : real).add(Numbers.toFloat(number));
      }
    }
    return real == null ? sum : Numbers.of(context, real);
  }

  private static Value product(BuiltinContext context, Value[] args) {
    NumberValue product = Numbers.ONE;
    for (Value element : elements(context, args)) {
      NumberValue number = numberIn(args, element);
      if (!number.isLong() && !number.isInteger()) {
        return realProduct(context, args);
      }
      product = Arithmetic.multiply(context, product, number);
    }
    return product;
  }

  private static Value realProduct(BuiltinContext context, Value[] args) {
    BinaryFloat product = BinaryFloat.of(Numbers.ONE.exact(), PRODUCT_PRECISION);
    for (Value element : elements(context, args)) {
      NumberValue number = numberIn(args, element);
      Numbers.charge(context, number);
      product = product.multiply(Numbers.toFloat(number));
    }
    return Numbers.of(context, product);
  }

  private static @Nullable Value max(BuiltinContext context, Value[] args) {
    if (args[0] instanceof SetValue set) {
      return set.size() == 0 ? null : set.elementAt(set.size() - 1);
    }
    Value most = null;
    for (Value element : elements(context, args)) {
      if (most == null || element.compareTo(most) >= 0) {
        most = element;
      }
    }
    return most;
  }

  private static @Nullable Value min(BuiltinContext context, Value[] args) {
    if (args[0] instanceof SetValue set) {
      return set.size() == 0 ? null : set.elementAt(0);
    }
    Value least = null;
    for (Value element : elements(context, args)) {
      if (least == null || element.compareTo(least) <= 0) {
        least = element;
      }
    }
    return least;
  }

  private static Value sort(BuiltinContext context, Value[] args) {
    if (args[0] instanceof ArrayValue array) {
      int n = array.size();
      context.build(n);
      context.work(4L * n);
      Value[] elements = new Value[n];
      for (int i = 0; i < n; i++) {
        elements[i] = array.get(i);
      }
      Arrays.sort(elements);
      return ArrayValue.of(elements);
    } else if (args[0] instanceof SetValue set) {
      return Sets.toArray(context, set);
    }
    throw Operands.wrong(1, "one of {set, array}", args[0]);
  }

  private static Value all(BuiltinContext context, Value[] args) {
    for (Value element : elements(context, args, "one of {array, set}")) {
      if (element != BooleanValue.TRUE) {
        return BooleanValue.FALSE;
      }
    }
    return BooleanValue.TRUE;
  }

  private static Value any(BuiltinContext context, Value[] args) {
    for (Value element : elements(context, args, "one of {array, set}")) {
      if (element == BooleanValue.TRUE) {
        return BooleanValue.TRUE;
      }
    }
    return BooleanValue.FALSE;
  }
}
