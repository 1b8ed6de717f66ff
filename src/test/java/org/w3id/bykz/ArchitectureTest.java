package org.w3id.bykz;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Who may import whom. The writing half (texts to quads) and the reading half (quads to readers)
 * meet in a file, never in code; a package sees only what stands left of it in its half.
 */
class ArchitectureTest {
  private static final String ROOT = "org.w3id.bykz";
  private static final String RDF4J = "org.eclipse.rdf4j..";
  private static final String JENA = "org.apache.jena..";
  private static final String JSON = "com.fasterxml.jackson.core..";
  private static final String JSON_LD = "com.apicatalog.jsonld..";
  private static final String[] PAGES = {
    "org.jsoup..", "org.apache.commons.csv..", "org.netpreserve.jwarc.."
  };
  private static final String TLS = "javax.net.ssl..";
  private static final String MORPHOLOGY = "morfologik..";
  private static final String TEMPLATES = "gg.jte..";
  private static final String XML = "javax.xml.stream..";
  private static final String[] HTTP = {"jakarta.servlet..", "org.eclipse.jetty.."};

  /** A package, the packages and the libraries it may import beside itself and the JDK. */
  private record Room(String name, List<String> rooms, List<String> libraries) {
    String packageName() {
      return name.isEmpty() ? ROOT : ROOT + "." + name;
    }

    String[] mayImport() {
      return Stream.of(
              Stream.of("java..", packageName()),
              rooms.stream().map(room -> ROOT + "." + room),
              libraries.stream())
          .flatMap(packages -> packages)
          .toArray(String[]::new);
    }
  }

  private static final List<Room> TABLE =
      List.of(
          room("text", rooms()),
          room("loader", rooms("text"), JSON, PAGES[0], PAGES[1], PAGES[2], TLS),
          room("lexicon", rooms("text", "loader"), MORPHOLOGY),
          room("mention", rooms("text", "loader", "lexicon")),
          room("claim", rooms("text", "loader", "lexicon", "mention"), JSON),
          room("evaluate", rooms("text", "loader", "lexicon", "mention", "claim"), JSON),
          room("curation", rooms("text", "claim")),
          room(
              "rdf",
              rooms("text", "loader", "lexicon", "mention", "claim", "evaluate", "curation"),
              RDF4J),
          room(
              "",
              rooms(
                  "text", "loader", "lexicon", "mention", "claim", "evaluate", "curation", "rdf")),
          room(
              "spark",
              rooms("text", "loader", "claim", "curation", "rdf"),
              ROOT,
              JSON,
              "org.apache.spark..",
              "org.apache.hadoop..",
              "org.apache.parquet..",
              "scala..",
              "picocli.."),
          room("store", rooms(), JENA, JSON_LD),
          room("query", rooms("store"), JENA),
          room("publish", rooms("store", "query"), JENA),
          room("view", rooms("store", "query"), JENA),
          room(
              "web",
              rooms("store", "query", "publish", "view"),
              JENA,
              HTTP[0],
              HTTP[1],
              TEMPLATES,
              XML));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @TestFactory
  Stream<DynamicTest> importsOnlyWhatTheTableAllows() {
    return TABLE.stream()
        .map(
            room ->
                dynamicTest(
                    room.packageName(),
                    () ->
                        classes()
                            .that()
                            .resideInAPackage(room.packageName())
                            .should()
                            .onlyDependOnClassesThat()
                            .resideInAnyPackage(room.mayImport())
                            .allowEmptyShould(true)
                            .check(CLASSES)));
  }

  @Test
  void hasNoPackageOutsideTheTable() {
    assertThat(CLASSES.stream().map(JavaClass::getPackageName))
        .isSubsetOf(
            Stream.concat(TABLE.stream().map(Room::packageName), Stream.of(ROOT + ".cli"))
                .toList());
  }

  @Test
  void keepsJenaAndRdf4jInDifferentClasses() {
    noClasses()
        .that(importJena())
        .should()
        .dependOnClassesThat()
        .resideInAPackage(RDF4J)
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void hasNoCycles() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void exitsInTheEntryClassesAlone() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(ROOT + ".cli.App")
        .and()
        .doNotHaveFullyQualifiedName(ROOT + ".spark.ExtractionJob")
        .should()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "halt", int.class)
        .check(CLASSES);
  }

  @Test
  void saysWhatEachPackageIsFor() throws IOException {
    try (Stream<Path> paths = Files.walk(Path.of("src/main/java"))) {
      assertThat(paths.filter(ArchitectureTest::holdsJava))
          .allSatisfy(folder -> assertThat(folder.resolve("package-info.java")).exists());
    }
  }

  private static boolean holdsJava(Path folder) {
    String[] sources = folder.toFile().list((parent, name) -> name.endsWith(".java"));
    return sources != null && sources.length > 0;
  }

  private static DescribedPredicate<JavaClass> importJena() {
    return DescribedPredicate.describe(
        "import Jena",
        type ->
            type.getDirectDependenciesFromSelf().stream()
                .anyMatch(
                    dependency ->
                        dependency
                            .getTargetClass()
                            .getPackageName()
                            .startsWith("org.apache.jena.")));
  }

  private static Room room(String name, List<String> rooms, String... libraries) {
    return new Room(name, rooms, List.of(libraries));
  }

  private static List<String> rooms(String... names) {
    return List.of(names);
  }
}
