package org.w3id.materia;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
            "safety",
            "bulk",
            "ingest",
            "server",
            "cli");

    private static final SliceAssignment EACH_PACKAGE = new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            if (!type.getPackageName().startsWith(ROOT)) {
                return SliceIdentifier.ignore();
            }
            return SliceIdentifier.of(type.getPackageName().substring(ROOT.length()));
        }

        @Override
        public String getDescription() {
            return "each package";
        }
    };

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
            .doNotHaveFullyQualifiedName(ROOT + "extract.fact.DoseStatement")
            .should()
            .callConstructor(
                    org.w3id.materia.extract.fact.DoseStatement.class,
                    org.w3id.materia.extract.fact.DoseStatement.Scope.class,
                    org.w3id.materia.extract.fact.DoseStatement.Dose.class,
                    List.class,
                    String.class,
                    List.class,
                    org.w3id.materia.extract.outline.Evidence.class);

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
    static final ArchRule commonmarkStaysInMonograph = only("org.commonmark..", "monograph.markup..");

    @ArchTest
    static final ArchRule luceneStaysInItsStore = only("org.apache.lucene..", "store.lucene..", "store.index..");

    @ArchTest
    static final ArchRule restStaysInTheServer = only("ca.uhn.fhir.rest.server..", "server..", "cli..");

    @ArchTest
    static final ArchRule jettyStaysInTheServer = only("org.eclipse.jetty..", "server..");

    @ArchTest
    static final ArchRule servletsStayInTheServer = only("jakarta.servlet..", "server..");

    @ArchTest
    static final ArchRule theCommandLineLibraryStaysInTheCommandLine = only("picocli..", "cli..");

    /** Pages show the text of a monograph where its facts stand; how it is written in Markdown only {@code monograph} knows. */
    @ArchTest
    static final ArchRule onlyPagesReadMonographsInTheServer = noClasses()
            .that()
            .resideInAPackage(ROOT + "server..")
            .and()
            .resideOutsideOfPackage(ROOT + "server.pages..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + "monograph..");

    @ArchTest
    static final ArchRule theServerExtractsNothing = noClasses()
            .that()
            .resideInAPackage(ROOT + "server..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + "extract..");

    @ArchTest
    static final ArchRule templatesAreOfThePagesAlone = only("io.pebbletemplates..", "server.pages..");

    @ArchTest
    static final ArchRule luceneIsKnownToTheWiringAlone = knownToTheWiringAlone("store.lucene..");

    @ArchTest
    static final ArchRule openSearchIsKnownToTheWiringAlone = knownToTheWiringAlone("store.opensearch..");

    private static ArchRule knownToTheWiringAlone(String store) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + store, ROOT + "cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + store);
    }

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

    /** Also a package and those below it: it is either what they build on, or what is built of them. */
    @ArchTest
    static final ArchRule parentsAndChildrenDoNotReferToEachOtherInACircle =
            slices().assignedFrom(EACH_PACKAGE).should().beFreeOfCycles();

    /** One finds a class by its package's name only where the package is no heap. */
    @ArchTest
    static void packagesAreSmall(com.tngtech.archunit.core.domain.JavaClasses classes) {
        Map<String, Long> files = classes.stream()
                .filter(c -> c.isTopLevelClass() && !c.getSimpleName().equals("package-info"))
                .collect(groupingBy(c -> c.getPackageName().substring(ROOT.length()), TreeMap::new, counting()));
        assertThat(files).allSatisfy((name, count) -> assertThat(count).as(name).isLessThanOrEqualTo(25));
    }

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
