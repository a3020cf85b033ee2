package dev.kspm;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.kspm", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule PACKAGES_HAVE_NO_CYCLES =
      slices().matching("dev.kspm.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule DATABIND_IS_IN_ONE_PACKAGE =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.kspm.codec..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.fasterxml.jackson.databind..");

  @ArchTest
  static final ArchRule THE_MODEL_KNOWS_NOTHING_OF_ITS_USE =
      noClasses()
          .that()
          .resideInAnyPackage("dev.kspm.resource..", "dev.kspm.rule..", "dev.kspm.framework..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.kspm.evaluation..", "dev.kspm.finding..", "dev.kspm.score..", "dev.kspm.spi..");

  @ArchTest
  static final ArchRule THE_ENGINES_INSIDE_IS_ITS_OWN =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.kspm.rego..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.kspm.rego.internal..");

  @ArchTest
  static final ArchRule NOBODY_PRINTS =
      noClasses()
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");
}
