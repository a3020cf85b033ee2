package dev.kspm.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import dev.kspm.Kspm;
import dev.kspm.finding.FindingStore;
import dev.kspm.resource.ResourceConnector;
import dev.kspm.resource.ResourceSink;
import dev.kspm.spi.KspmPlugin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The way from a resource to a finding: which package may import which, and what SPIs show. */
class CoreLayersTest {
  private static final String ROOT = "dev.kspm";

  /** From a package to what it may import of the core; the root, which wires all, has no line. */
  private static final Map<String, Set<String>> MAY_IMPORT = new TreeMap<>();

  static {
    allow("codec", "");
    allow("resource", "codec");
    allow("rule", "codec");
    allow("framework", "codec rule");
    allow("evaluation", "codec resource rule");
    allow("finding", "codec resource rule framework evaluation");
    allow("finding.memory", "finding resource rule evaluation");
    allow("score", "rule framework evaluation finding");
    allow("notification", "finding resource rule score");
    allow("ticket", "finding resource rule score");
    allow("spi", "resource rule framework finding notification ticket");
  }

  private static final JavaClasses CODE =
      new ClassFileImporter().withImportOption(CoreLayersTest::isMain).importPackages(ROOT);

  private static void allow(String home, String imports) {
    MAY_IMPORT.put(home, new TreeSet<>(Arrays.asList(imports.split(" "))));
  }

  private static boolean isMain(Location location) {
    String tests =
        CoreLayersTest.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    return ImportOption.Predefined.DO_NOT_INCLUDE_TESTS.includes(location)
        && !location.contains(tests)
        && !location.contains("/dev/kspm/rego/");
  }

  private static String packageOf(JavaClass one) {
    String name = one.getPackageName();
    return name.equals(ROOT) ? "." : name.substring(ROOT.length() + 1);
  }

  static Stream<String> packages() {
    return CODE.stream().map(CoreLayersTest::packageOf).distinct().sorted();
  }

  @ParameterizedTest
  @MethodSource("packages")
  void importsOnlyWhatComesBefore(String home) {
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
    slices().matching("dev.(**)").should().beFreeOfCycles().check(CODE);
  }

  @ParameterizedTest
  @ValueSource(
      classes = {KspmPlugin.class, ResourceConnector.class, ResourceSink.class, FindingStore.class})
  void interfacesOfPluginsShowOnlyTheModelAndTheJdk(Class<?> spi) {
    Set<String> foreign = new TreeSet<>();
    for (JavaMethod method : CODE.get(spi).getMethods()) {
      for (JavaClass shown : shown(method)) {
        String name = shown.getName();
        boolean ours = name.startsWith(ROOT + ".") && !name.contains(".internal.");
        if (!ours && !name.startsWith("java.") && !shown.isPrimitive()) {
          foreign.add(method.getFullName() + " shows " + name);
        }
      }
    }
    assertThat(CODE.get(spi).isInterface()).isTrue();
    assertThat(foreign).isEmpty();
  }

  private static Set<JavaClass> shown(JavaMethod method) {
    Set<JavaClass> shown = new LinkedHashSet<>();
    List<JavaType> types = new ArrayList<>(method.getParameterTypes());
    types.add(method.getReturnType());
    types.addAll(method.getExceptionTypes());
    for (JavaType type : types) {
      type.getAllInvolvedRawTypes().forEach(raw -> shown.add(raw.getBaseComponentType()));
    }
    return shown;
  }

  @Test
  void databindAndYamlAreKnownToTheCodecOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".codec..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.fasterxml..", "org.snakeyaml..")
        .check(CODE);
  }

  @Test
  void scoresAreExact() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".score..")
        .should()
        .dependOnClassesThat()
        .haveNameMatching("(java\\.lang\\.)?([dD]ouble|[fF]loat)")
        .check(CODE);
  }

  @Test
  void modelTypesAreFinal() {
    classes()
        .that()
        .areTopLevelClasses()
        .and()
        .areNotInterfaces()
        .and()
        .doNotHaveModifier(JavaModifier.ABSTRACT)
        .and()
        .areNotAssignableTo(Throwable.class)
        .and()
        .doNotHaveSimpleName("package-info")
        .should()
        .haveModifier(JavaModifier.FINAL)
        .check(CODE);
  }

  @Test
  void theCoreIsLookedAt() {
    assertThat(CODE.contain(Kspm.class)).isTrue();
    assertThat(CODE.contain(CoreLayersTest.class)).isFalse();
    assertThat(CODE.contain("dev.kspm.rego.RegoEngine")).isFalse();
  }
}
