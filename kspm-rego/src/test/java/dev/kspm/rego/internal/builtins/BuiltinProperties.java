package dev.kspm.rego.internal.builtins;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kspm.rego.builtin.Builtin;
import dev.kspm.rego.builtin.BuiltinException;
import dev.kspm.rego.policy.LimitExceeded;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.BooleanValue;
import dev.kspm.rego.value.NullValue;
import dev.kspm.rego.value.NumberValue;
import dev.kspm.rego.value.SetValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of the builtins, and that none of them throws what it should not. */
class BuiltinProperties {
  private final Builtins builtins = Builtins.standard();

  private Value call(String name, Value... args) {
    Builtin.OfFunction builtin =
        (Builtin.OfFunction) Objects.requireNonNull(builtins.find(name), name);
    return Objects.requireNonNull(builtin.function().call(new TestContext(), args));
  }

  private boolean truth(String name, Value... args) {
    return call(name, args) == BooleanValue.TRUE;
  }

  private static Arbitrary<Value> random(Function<RandomValues, Value> make) {
    return Arbitraries.longs().map(seed -> make.apply(new RandomValues(seed)));
  }

  @Provide
  Arbitrary<Value> strings() {
    return random(RandomValues::string);
  }

  @Provide
  Arbitrary<Value> integers() {
    return random(RandomValues::integer);
  }

  @Provide
  Arbitrary<Value> values() {
    return random(values -> values.any(3));
  }

  @Provide
  Arbitrary<Value> sets() {
    return random(values -> values.set(3));
  }

  @Provide
  Arbitrary<Value> arrays() {
    return random(values -> values.array(3));
  }

  @Provide
  Arbitrary<List<Value>> arguments() {
    return Arbitraries.longs()
        .map(
            seed -> {
              RandomValues values = new RandomValues(seed);
              return List.of(values.any(3), values.any(3), values.any(2), values.any(2));
            });
  }

  /** Nothing but a refusal or a limit comes out of a builtin, whatever goes in. */
  @Property(tries = 20_000)
  void noBuiltinThrowsAnythingElse(
      @ForAll("callable") Builtin builtin, @ForAll("arguments") List<Value> values) {
    Value[] args = values.subList(0, builtin.descriptor().arity()).toArray(new Value[0]);
    TestContext context = new TestContext();
    try {
      if (builtin instanceof Builtin.OfRelation relation) {
        relation.relation().call(context, args, result -> true);
        relation.relation().callWithFirst(context, args, values.get(3), result -> true);
      } else if (builtin instanceof Builtin.OfFunction function) {
        function.function().call(context, args);
      }
    } catch (BuiltinException | LimitExceeded refused) {
      assertThat(refused.getMessage()).isNotBlank();
    }
  }

  @Provide
  Arbitrary<Builtin> callable() {
    return Arbitraries.of(
        builtins.all().stream().filter(b -> builtins.callable(b.descriptor().name())).toList());
  }

  @Property
  void whatIsEncodedDecodesAgain(@ForAll("strings") Value text) {
    assertThat(call("base64.decode", call("base64.encode", text))).isEqualTo(text);
    assertThat(call("base64url.decode", call("base64url.encode", text))).isEqualTo(text);
    assertThat(call("base64url.decode", call("base64url.encode_no_pad", text))).isEqualTo(text);
    assertThat(call("hex.decode", call("hex.encode", text))).isEqualTo(text);
    assertThat(call("urlquery.decode", call("urlquery.encode", text))).isEqualTo(text);
    assertThat(call("json.unmarshal", call("json.marshal", text))).isEqualTo(text);
    assertThat(truth("base64.is_valid", call("base64.encode", text))).isTrue();
    assertThat(truth("json.is_valid", call("json.marshal", text))).isTrue();
  }

  @Property
  void setsKeepTheirLaws(
      @ForAll("sets") Value a, @ForAll("sets") Value b, @ForAll("sets") Value c) {
    assertThat(call("and", a, b)).isEqualTo(call("and", b, a));
    assertThat(call("or", a, b)).isEqualTo(call("or", b, a));
    assertThat(call("or", a, call("or", b, c))).isEqualTo(call("or", call("or", a, b), c));
    assertThat(call("or", call("minus", a, b), call("and", a, b))).isEqualTo(a);
    assertThat(call("and", call("minus", a, b), b)).isEqualTo(SetValue.EMPTY);
    assertThat(truth("object.subset", call("or", a, b), a)).isTrue();
    assertThat(call("union", SetValue.of(a, b, c))).isEqualTo(call("or", a, call("or", b, c)));
  }

  @Property
  void sortedIsSortedAlready(@ForAll("arrays") Value array) {
    Value sorted = call("sort", array);
    assertThat(call("sort", sorted)).isEqualTo(sorted);
    assertThat(call("count", sorted)).isEqualTo(call("count", array));
    if (((ArrayValue) array).size() > 0) {
      assertThat(call("min", array)).isEqualTo(((ArrayValue) sorted).get(0));
    }
  }

  @Property
  void reversingTwiceChangesNothing(@ForAll("arrays") Value array, @ForAll("strings") Value text) {
    assertThat(call("array.reverse", call("array.reverse", array))).isEqualTo(array);
    assertThat(call("strings.reverse", call("strings.reverse", text))).isEqualTo(text);
  }

  @Property
  void integersAreExact(@ForAll("integers") Value a, @ForAll("integers") Value b) {
    assertThat(call("plus", a, b)).isEqualTo(call("plus", b, a));
    assertThat(call("mul", a, b)).isEqualTo(call("mul", b, a));
    assertThat(call("minus", call("plus", a, b), b)).isEqualTo(a);
    assertThat(call("bits.negate", call("bits.negate", a))).isEqualTo(a);
    assertThat(call("bits.xor", call("bits.xor", a, b), b)).isEqualTo(a);
    BigInteger exact =
        ((NumberValue) a).exact().toBigInteger().multiply(((NumberValue) b).exact().toBigInteger());
    assertThat(call("mul", a, b)).isEqualTo(NumberValue.of(exact));
  }

  @Property
  void comparisonsAgree(@ForAll("values") Value a, @ForAll("values") Value b) {
    assertThat(truth("lt", a, b)).isEqualTo(truth("gt", b, a));
    assertThat(truth("lte", a, b)).isEqualTo(truth("lt", a, b) || truth("equal", a, b));
    assertThat(truth("equal", a, b)).isNotEqualTo(truth("neq", a, b));
  }

  @Property
  void splittingAndJoiningAreInverse(@ForAll("strings") Value text) {
    Value comma = StringValue.of(",");
    assertThat(call("concat", comma, call("split", text, comma))).isEqualTo(text);
  }

  @Property
  void moreIsNotLessInAnyUnit(@ForAll("small") int a, @ForAll("small") int b) {
    for (String unit : List.of("", "k", "Ki", "M", "Gi")) {
      Value x = call("units.parse_bytes", StringValue.of(a + unit));
      Value y = call("units.parse_bytes", StringValue.of(b + unit));
      assertThat(truth("lte", x, y)).isEqualTo(a <= b);
    }
  }

  @Provide
  Arbitrary<Integer> small() {
    return Arbitraries.integers().between(0, 100_000);
  }

  @Property
  void quotedTextMatchesItself(@ForAll("strings") Value text) {
    assertThat(truth("glob.match", call("glob.quote_meta", text), NullValue.NULL, text)).isTrue();
    Value pattern = StringValue.of("^" + GoRegex.quoteMeta(((StringValue) text).value()) + "$");
    assertThat(truth("regex.match", pattern, text)).isTrue();
  }

  @Property
  void anInstantThatIsWrittenReadsTheSame(@ForAll long nanos) {
    Value written = call("time.format", NumberValue.of(nanos));
    assertThat(call("time.parse_rfc3339_ns", written)).isEqualTo(NumberValue.of(nanos));
  }
}
