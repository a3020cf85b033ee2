package dev.kspm.rego.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kspm.rego.EngineVariants;
import dev.kspm.rego.PreparedQuery;
import dev.kspm.rego.RegoEngine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every evaluation case of OPA as a test of its own, and each in the three variants in which OPA's
 * runner evaluates it. A case that is listed as failing must fail, any other must pass.
 */
class EvaluationCasesTest {
  private static final Verdicts VERDICTS = new Verdicts("evaluation");

  private final RegoEngine engine = Engines.forConformance().build();
  private final RegoEngine plain = EngineVariants.unoptimized(Engines.forConformance());

  @TestFactory
  Stream<DynamicTest> v1() {
    return inAllVariants("v1");
  }

  @TestFactory
  Stream<DynamicTest> v0() {
    return inAllVariants("v0");
  }

  @TestFactory
  Stream<DynamicTest> system() {
    return inAllVariants("system");
  }

  @TestFactory
  Stream<DynamicTest> wasm() {
    OpaCases cases = OpaCases.of("wasm");
    List<DynamicTest> tests = new ArrayList<>(cases.complete().toList());
    cases.stream()
        .filter(c -> !WasmOnly.contains(c.id()))
        .map(
            c ->
                test(
                    "wasm",
                    c,
                    Variant.PLAIN,
                    () -> c.run(c.prepare(Engines.forWasm(), Variant.PLAIN), Variant.PLAIN)))
        .forEach(tests::add);
    long left = cases.stream().filter(c -> WasmOnly.contains(c.id())).count();
    tests.addAll(
        Collections.nCopies(
            left == 0 ? 0 : 1,
            DynamicTest.dynamicTest(
                "only what is particular to Wasm is left out",
                () -> assertThat(left).isEqualTo(WasmOnly.size()))));
    return tests.stream();
  }

  /** What is only done for speed changes no answer. */
  @TestFactory
  Stream<DynamicTest> unoptimized() {
    return Stream.of("v0", "v1")
        .flatMap(
            folder ->
                OpaCases.of(folder).stream()
                    .map(
                        c ->
                            test(
                                folder + " without optimisations",
                                c,
                                Variant.PLAIN,
                                () -> c.run(c.prepare(plain, Variant.PLAIN), Variant.PLAIN))));
  }

  private Stream<DynamicTest> inAllVariants(String folder) {
    OpaCases cases = OpaCases.of(folder);
    return Stream.concat(cases.complete(), cases.stream().flatMap(c -> variants(folder, c)));
  }

  /** What is compiled for the plain variant serves the one with a cache, too. */
  private Stream<DynamicTest> variants(String folder, EvaluationCase c) {
    Prepared prepared = new Prepared();
    return Stream.of(Variant.values())
        .map(
            variant ->
                test(folder + variant, c, variant, () -> c.run(prepared.of(c, variant), variant)));
  }

  private static DynamicTest test(String corpus, EvaluationCase c, Variant variant, Runnable run) {
    return VERDICTS.test(
        corpus, c.id(), c.id() + " " + c.note() + variant, c::missingBuiltins, run);
  }

  private final class Prepared {
    private @Nullable PreparedQuery last;

    PreparedQuery of(EvaluationCase c, Variant variant) {
      PreparedQuery known = last;
      if (variant == Variant.CACHE && known != null) {
        last = null;
        return known;
      }
      PreparedQuery fresh = c.prepare(engine, variant);
      last = variant == Variant.PLAIN ? fresh : null;
      return fresh;
    }
  }

  @AfterAll
  static void report() {
    VERDICTS.report();
  }
}
