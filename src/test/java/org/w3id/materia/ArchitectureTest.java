package org.w3id.materia;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** The packages' direction of dependence, and which library may appear where. */
@AnalyzeClasses(packages = "org.w3id.materia", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "org.w3id.materia.";

    /** From the first stage to the last: a package may use those before it, never those behind it. */
    private static final List<String> ORDER = List.of(
            "model",
            "monograph",
            "language",
            "extract",
            "coding",
            "terminology",
            "fhir",
            "store",
            "search",
            "bulk",
            "ingest",
            "server",
            "cli");

    @ArchTest
    static void dependenceFollowsTheWayOfTheData(com.tngtech.archunit.core.domain.JavaClasses classes) {
        for (int i = 0; i < ORDER.size() - 1; i++) {
            String[] behind = ORDER.subList(i + 1, ORDER.size()).stream()
                    .map(p -> ROOT + p + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + ORDER.get(i) + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(behind)
                    .allowEmptyShould(true)
                    .check(classes);
        }
    }

    /** A dose comes only out of a closed account: nothing else makes a statement of one. */
    @ArchTest
    static final ArchRule onlyTheReaderOfDosesMakesDoseStatements = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(ROOT + "extract.dosing.DoseStatements")
            .and()
            .doNotHaveFullyQualifiedName(ROOT + "extract.DoseStatement")
            .should()
            .callConstructor(
                    org.w3id.materia.extract.DoseStatement.class,
                    org.w3id.materia.extract.DoseStatement.Scope.class,
                    org.w3id.materia.extract.DoseStatement.Dose.class,
                    List.class,
                    String.class,
                    List.class,
                    org.w3id.materia.extract.Evidence.class);

    @ArchTest
    static final ArchRule terminologyKnowsNoMonographs = noClasses()
            .that()
            .resideInAPackage(ROOT + "terminology..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + "monograph..", ROOT + "extract..");

    @ArchTest
    static final ArchRule everyClassHasAPlaceInTheOrder = classes()
            .should()
            .resideInAnyPackage(ORDER.stream().map(p -> ROOT + p + "..").toArray(String[]::new));

    @ArchTest
    static final ArchRule modelTouchesOnlyTheJdk = classes()
            .that()
            .resideInAPackage(ROOT + "model..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", ROOT + "model..");

    @ArchTest
    static final ArchRule commonmarkStaysInMonograph = only("org.commonmark..", "monograph..");

    @ArchTest
    static final ArchRule luceneStaysInItsStore = only("org.apache.lucene..", "store.lucene..");

    @ArchTest
    static final ArchRule restStaysInTheServer = only("ca.uhn.fhir.rest.server..", "server..", "cli..");

    @ArchTest
    static final ArchRule jettyStaysInTheServer = only("org.eclipse.jetty..", "server..");

    @ArchTest
    static final ArchRule servletsStayInTheServer = only("jakarta.servlet..", "server..");

    @ArchTest
    static final ArchRule theCommandLineLibraryStaysInTheCommandLine = only("picocli..", "cli..");

    @ArchTest
    static final ArchRule luceneIsKnownToTheWiringAlone = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + "store.lucene..", ROOT + "cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + "store.lucene..");

    @ArchTest
    static final ArchRule fhirTypesStartAtFhir = noClasses()
            .that()
            .resideInAnyPackage(ROOT + "model..", ROOT + "monograph..", ROOT + "extract..", ROOT + "coding..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.hl7.fhir..", "ca.uhn.fhir..");

    /** Packages of one family; what stands in the family's own package is shared by them all. */
    @ArchTest
    static final ArchRule siblingsDoNotReferToEachOtherInACircle =
            slices().matching(ROOT + "(*).(*)..").should().beFreeOfCycles();

    private static ArchRule only(String library, String... packages) {
        String[] allowed = java.util.Arrays.stream(packages).map(p -> ROOT + p).toArray(String[]::new);
        return noClasses()
                .that()
                .resideOutsideOfPackages(allowed)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .allowEmptyShould(true);
    }
}
