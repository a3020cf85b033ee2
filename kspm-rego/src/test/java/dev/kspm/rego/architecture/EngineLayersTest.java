package dev.kspm.rego.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import dev.kspm.rego.RegoEngine;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The stages of the engine: which package may import which, and where foreign libraries end. */
class EngineLayersTest {
  private static final String ROOT = "dev.kspm.rego";

  /** From a package to what it may import of the engine; the root, which wires all, has no line. */
  private static final Map<String, Set<String>> MAY_IMPORT = new TreeMap<>();

  static {
    allow("value", "");
    allow("diagnostic", "value");
    allow("policy", "value diagnostic");
    allow("builtin", "value policy");
    allow("testing", ". value diagnostic policy");
    allow("internal.ast", "value diagnostic policy");
    allow("internal.parser", "internal.ast internal.yaml value diagnostic policy");
    allow("internal.schema", "value");
    allow("internal.compiler", "internal.ast internal.schema builtin value diagnostic policy");
    allow("internal.plan", "internal.compiler internal.ast builtin value diagnostic policy");
    allow("internal.exec", "internal.plan builtin value diagnostic policy");
    allow("internal.exec.bytecode", "internal.plan internal.exec builtin value diagnostic policy");
    allow(
        "internal.builtins",
        "internal.parser internal.ast internal.json internal.yaml internal.schema builtin value"
            + " diagnostic policy");
    allow("internal.json", "value diagnostic policy");
    allow("internal.yaml", "internal.json value diagnostic policy");
    allow(
        "internal.bundle",
        "internal.parser internal.ast internal.json internal.yaml value diagnostic policy");
  }

  private static final JavaClasses CODE =
      new ClassFileImporter().withImportOption(EngineLayersTest::isMain).importPackages(ROOT);

  private static void allow(String home, String imports) {
    MAY_IMPORT.put(home, new TreeSet<>(Arrays.asList(imports.split(" "))));
  }

  private static boolean isMain(Location location) {
    String tests =
        EngineLayersTest.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    return ImportOption.Predefined.DO_NOT_INCLUDE_TESTS.includes(location)
        && !location.contains(tests);
  }

  private static String packageOf(JavaClass one) {
    String name = one.getPackageName();
    return name.equals(ROOT) ? "." : name.substring(ROOT.length() + 1);
  }

  static Stream<String> packages() {
    return CODE.stream().map(EngineLayersTest::packageOf).distinct().sorted();
  }

  @ParameterizedTest
  @MethodSource("packages")
  void importsOnlyWhatItsStageNeeds(String home) {
    if (home.equals(".")) {
      assertThat(MAY_IMPORT).as("the root may import everything").doesNotContainKey(home);
      return;
    }
    assertThat(MAY_IMPORT).as("every package has its line").containsKey(home);
    Set<String> wrong = new TreeSet<>();
    for (JavaClass one : CODE) {
      if (packageOf(one).equals(home)) {
        for (Dependency dependency : one.getDirectDependenciesFromSelf()) {
          JavaClass target = dependency.getTargetClass().getBaseComponentType();
          if (CODE.contain(target.getName())
              && !packageOf(target).equals(home)
              && !MAY_IMPORT.get(home).contains(packageOf(target))) {
            wrong.add(dependency.getDescription());
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("dev.kspm.(**)").should().beFreeOfCycles().check(CODE);
  }

  @Test
  void signaturesOfTheApiShowNothingOfTheInside() {
    Set<String> shown = new TreeSet<>();
    for (JavaClass one : CODE) {
      if (!packageOf(one).startsWith("internal")) {
        shown.addAll(
            ApiSignatures.of(one, target -> target.getName().startsWith(ROOT + ".internal")));
      }
    }
    assertThat(shown).isEmpty();
  }

  @Test
  void jacksonIsOneAdapterIn() {
    // The door's Json takes a parser of Jackson and hands it on.
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".internal.json..")
        .and()
        .doNotHaveFullyQualifiedName(ROOT + ".Json")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.fasterxml..")
        .check(CODE);
  }

  @Test
  void foreignYamlIsKnownToTheYamlReaderOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".internal.yaml..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.snakeyaml..", "org.yaml..")
        .check(CODE);
  }

  @Test
  void foreignPatternsAndAddressesAreKnownToBuiltinsOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + ".internal.builtins..", ROOT + ".internal.schema..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.google.re2j..", "inet.ipaddr..")
        .check(CODE);
  }

  @Test
  void policiesNeverMeetPatternsThatBacktrack() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".internal.builtins..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.util.regex..")
        .check(CODE);
  }

  @Test
  void theEngineIsLookedAt() {
    assertThat(CODE.contain(RegoEngine.class)).isTrue();
    assertThat(CODE.contain(EngineLayersTest.class)).isFalse();
  }
}
