package dev.kspm.rego;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.Value;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Engines and policies that nobody holds any more leave no object, class or thread behind. */
class NothingLeftBehindTest {
  private static final int ENGINES = 100;
  private static final int RELOADS = 1_000;

  /** Classes that the JVM makes by the way, such as those of reflection. */
  private static final long FEW_CLASSES = 50;

  private static final Value INPUT = Json.read("{\"x\": \"a1\", \"list\": [1, 2, 3]}");

  private static PolicySource source(int version) {
    return PolicySource.of(
        "p.rego",
        """
        package p
        version := %d
        hoisted := {n | some n in numbers.range(1, 20)}
        found contains n if { some n in input.list; n in hoisted }
        matched if regex.match(`^a[0-9]%s$`, input.x)
        f(x) := x + version
        all := [f(n) | some n in input.list]
        """
            .formatted(version, "?".repeat(version % 3)));
  }

  private static void use(CompiledPolicy policy, int version) {
    assertThat(policy.prepare("data.p.version").evaluate(INPUT).value())
        .hasToString(Integer.toString(version));
    assertThat(policy.prepare("data.p").evaluate(INPUT).isDefined()).isTrue();
  }

  @Test
  void enginesAndPoliciesThatAreReplacedAreGone() {
    List<WeakReference<Object>> gone = new ArrayList<>();
    List<RegoEngine> engines = new ArrayList<>();
    for (int i = 0; i < ENGINES; i++) {
      engines.add(RegoEngine.create());
    }
    warmUp(engines.get(0));
    int threads = ManagementFactory.getThreadMXBean().getThreadCount();
    long classes = loadedClasses();

    CompiledPolicy[] current = new CompiledPolicy[ENGINES];
    for (int i = 0; i < RELOADS; i++) {
      int at = i % ENGINES;
      current[at] = engines.get(at).compile(List.of(source(i)));
      use(current[at], i);
      gone.add(new WeakReference<>(current[at]));
    }

    assertThat(ManagementFactory.getThreadMXBean().getThreadCount())
        .as("threads")
        .isLessThanOrEqualTo(threads);
    collect(gone.subList(0, RELOADS - ENGINES));
    assertThat(gone.subList(RELOADS - ENGINES, RELOADS))
        .as("policies in use")
        .allMatch(reference -> reference.get() != null);
    assertThat(loadedClasses() - classes).as("classes").isLessThan(FEW_CLASSES);

    engines.forEach(engine -> gone.add(new WeakReference<>(engine)));
    engines.clear();
    use(current[0], RELOADS - ENGINES);
    Arrays.fill(current, null);
    collect(gone);
  }

  @Test
  void extensionsDoNotStayWithTheirBase() {
    CompiledPolicy base = RegoEngine.create().compile(List.of(source(1)));
    List<WeakReference<Object>> gone = new ArrayList<>();
    for (int i = 0; i < ENGINES; i++) {
      PolicySource own = PolicySource.of("own.rego", "package own\nv := data.p.version + " + i);
      CompiledPolicy extended = base.extend(List.of(own), ObjectValue.EMPTY);
      assertThat(extended.prepare("data.own.v").evaluate(INPUT).value())
          .hasToString(Integer.toString(1 + i));
      gone.add(new WeakReference<>(extended));
    }
    collect(gone);
    use(base, 1);
  }

  /** Loads the classes that any policy needs. */
  private static void warmUp(RegoEngine engine) {
    for (int i = 0; i < 20; i++) {
      use(engine.compile(List.of(source(i))), i);
    }
  }

  private static long loadedClasses() {
    return ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
  }

  /** Collects garbage until nothing is left of what is referred to, or fails. */
  private static void collect(List<WeakReference<Object>> references) {
    for (int round = 0; round < 20 && !allCleared(references); round++) {
      System.gc();
    }
    assertThat(references).as("still reachable").allMatch(reference -> reference.get() == null);
  }

  private static boolean allCleared(List<WeakReference<Object>> references) {
    return references.stream().allMatch(reference -> reference.get() == null);
  }
}
