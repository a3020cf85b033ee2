package dev.kspm.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import java.util.AbstractCollection;
import java.util.AbstractMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What imports what, in all modules together, and what no code may do. */
class ArchitectureTest {
  private static final JavaClasses CODE =
      new ClassFileImporter().withImportOption(ArchitectureTest::isMain).importPackages("dev.kspm");

  private static boolean isMain(Location location) {
    return new ImportOption.DoNotIncludeTests().includes(location)
        && !location.contains("-test/")
        && !location.contains("benchmarks");
  }

  @Test
  void everyModuleIsLookedAt() {
    for (String home :
        List.of(
            "rego.internal.exec",
            "rego.value",
            "resource",
            "frameworks",
            "connectors.documents",
            "reports",
            "cli")) {
      assertThat(CODE).anyMatch(one -> one.getPackageName().startsWith("dev.kspm." + home));
    }
  }

  @Test
  void importsRunOneWay() {
    layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage("dev.kspm..")
        .layer("cli")
        .definedBy("dev.kspm.cli..")
        .layer("reports")
        .definedBy("dev.kspm.reports..")
        .layer("connectors")
        .definedBy("dev.kspm.connectors..")
        .layer("frameworks")
        .definedBy("dev.kspm.frameworks..")
        .layer("core")
        .definedBy(inCore())
        .layer("rego")
        .definedBy("dev.kspm.rego..")
        .whereLayer("cli")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("reports")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("connectors")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("frameworks")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("core")
        .mayOnlyBeAccessedByLayers("cli", "reports", "connectors", "frameworks")
        .check(CODE);
  }

  @Test
  void connectorsKnowOnlyDocumentsOfEachOther() {
    slices()
        .matching("dev.kspm.connectors.(*)..")
        .should()
        .notDependOnEachOther()
        .ignoreDependency(
            resideInAPackage("dev.kspm.connectors.."),
            resideInAPackage("dev.kspm.connectors.documents.."))
        .allowEmptyShould(true)
        .check(CODE);
  }

  @Test
  void theInsideOfTheEngineIsItsOwn() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.kspm.rego..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.kspm.rego.internal..")
        .check(CODE);
  }

  @Test
  void packagesOfTheEngineHaveNoCycles() {
    slices().matching("dev.kspm.rego.internal.(*)..").should().beFreeOfCycles().check(CODE);
  }

  @Test
  void packagesOfTheCoreHaveNoCycles() {
    slices()
        .matching("dev.kspm.(resource|rule|framework|evaluation|finding|score|codec)..")
        .should()
        .beFreeOfCycles()
        .check(CODE);
  }

  @Test
  void valuesKnowNothingOfTheEngine() {
    noClasses()
        .that()
        .resideInAnyPackage("dev.kspm.rego.value..", "dev.kspm.rego.diagnostic..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.kspm.rego.internal..", "dev.kspm.rego.policy..")
        .check(CODE);
  }

  @Test
  void databindIsUsedInOnePackageOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.kspm.codec..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.fasterxml.jackson.databind..")
        .check(CODE);
  }

  @Test
  void onlyTheCommandLineTalksToStandardStreams() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.kspm.cli..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .accessField(System.class, "in")
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .check(CODE);
  }

  @Test
  void nothingDependsOnTheDefaultLocaleCharsetOrZone() {
    noClasses()
        .should()
        .callMethod(String.class, "toLowerCase")
        .orShould()
        .callMethod(String.class, "toUpperCase")
        .orShould()
        .callMethod(String.class, "format", String.class, Object[].class)
        .orShould()
        .callMethod(String.class, "formatted", Object[].class)
        .orShould()
        .callMethod(String.class, "getBytes")
        .orShould()
        .callConstructor(String.class, byte[].class)
        .orShould()
        .callConstructor(String.class, byte[].class, int.class, int.class)
        .orShould()
        .callMethod(java.io.ByteArrayOutputStream.class, "toString")
        .orShould()
        .callConstructor(java.io.InputStreamReader.class, java.io.InputStream.class)
        .orShould()
        .callConstructor(java.io.OutputStreamWriter.class, java.io.OutputStream.class)
        .orShould()
        .callConstructor(java.io.PrintStream.class, java.io.OutputStream.class)
        .orShould()
        .callConstructor(java.io.PrintStream.class, java.io.OutputStream.class, boolean.class)
        .orShould()
        .callConstructor(java.io.PrintWriter.class, java.io.OutputStream.class)
        .orShould()
        .callConstructor(java.io.PrintWriter.class, java.io.OutputStream.class, boolean.class)
        .orShould()
        .callConstructor(java.util.Scanner.class, java.io.InputStream.class)
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching("java\\.io\\.File(Reader|Writer)|java\\.text\\..*")
        .orShould()
        .callMethod(java.time.format.DateTimeFormatter.class, "ofPattern", String.class)
        .orShould()
        .callMethod(java.util.Locale.class, "getDefault")
        .orShould()
        .callMethod(java.nio.charset.Charset.class, "defaultCharset")
        .orShould()
        .callMethod(java.time.ZoneId.class, "systemDefault")
        .check(CODE);
  }

  @Test
  void nothingIsKeptInThreadsOrInMutableStatics() {
    noClasses().should().dependOnClassesThat().areAssignableTo(ThreadLocal.class).check(CODE);
    fields().that().areStatic().should().beFinal().check(CODE);
    noFields()
        .that()
        .areStatic()
        .should()
        .haveRawType(
            resideInAnyPackage("java.util.concurrent..")
                .or(assignableTo(AbstractCollection.class))
                .or(assignableTo(AbstractMap.class))
                .or(assignableTo(CharSequence.class).and(not(type(String.class))))
                .or(type(java.util.BitSet.class)))
        .check(CODE);
  }

  @Test
  void logsGoThroughSlf4j() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.util.logging..", "org.apache.logging..", "ch.qos.logback..")
        .orShould()
        .callMethod(Throwable.class, "printStackTrace")
        .check(CODE);
  }

  @Test
  void serviceProvidersAreNotFoundByAccident() {
    classes()
        .that()
        .implement("dev.kspm.spi.KspmPlugin")
        .should()
        .bePublic()
        .allowEmptyShould(true)
        .check(CODE);
  }

  @Test
  void everyPackageIsNullMarked() {
    Set<String> unmarked = new TreeSet<>();
    for (JavaClass one : CODE) {
      JavaPackage home = one.getPackage();
      boolean marked =
          home.tryGetPackageInfo().isPresent() && home.isAnnotatedWith(NullMarked.class);
      if (!marked) {
        unmarked.add(home.getName());
      }
    }
    assertThat(unmarked).isEmpty();
  }

  private static DescribedPredicate<JavaClass> inCore() {
    return new DescribedPredicate<>("are in core") {
      @Override
      public boolean test(JavaClass target) {
        String home = target.getPackageName();
        return home.equals("dev.kspm")
            || (home.startsWith("dev.kspm.")
                && !home.matches("dev\\.kspm\\.(rego|cli|reports|connectors|frameworks)(\\..*)?"));
      }
    };
  }
}
