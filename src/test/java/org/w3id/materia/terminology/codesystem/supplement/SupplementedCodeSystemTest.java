package org.w3id.materia.terminology.codesystem.supplement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.CodeSystemContentMode;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.CodeSystem.PropertyType;
import org.hl7.fhir.r4.model.CodeType;
import org.w3id.materia.terminology.codesystem.CodeSystemProvider;
import org.w3id.materia.terminology.codesystem.CodeSystemProvider.Filter;
import org.w3id.materia.terminology.codesystem.CodeSystemProvider.Selection;
import org.w3id.materia.terminology.codesystem.Concept;
import org.w3id.materia.terminology.codesystem.ConceptProperty;
import org.w3id.materia.terminology.codesystem.ConceptQuery;
import org.w3id.materia.terminology.codesystem.Designation;
import org.w3id.materia.terminology.codesystem.TextFilter;
import org.w3id.materia.terminology.codesystem.resource.ResourceCodeSystem;

/** A code system that is not in memory says with its supplements what one in memory says. */
class SupplementedCodeSystemTest {
    private static final String SYSTEM = "http://trees.example";
    private static final int CONCEPTS = 12;

    private final CodeSystem trees = trees();
    private final List<CodeSystem> supplements = List.of(german(), heights());
    private final CodeSystemProvider inMemory = new ResourceCodeSystem(trees, supplements);
    private final CodeSystemProvider supplemented =
            new PreparedSupplements().applied(new ResourceCodeSystem(trees, List.of()), supplements);

    private static CodeSystem trees() {
        CodeSystem system = new CodeSystem();
        system.setUrl(SYSTEM).setContent(CodeSystemContentMode.COMPLETE);
        system.addProperty().setCode("kind").setType(PropertyType.CODE);
        for (int i = 0; i < CONCEPTS; i++) {
            ConceptDefinitionComponent concept =
                    system.addConcept().setCode("t" + i).setDisplay(i % 2 == 0 ? "Oak " + i : "Elm " + i);
            if (i % 3 == 0) {
                concept.addProperty().setCode("kind").setValue(new CodeType("wild"));
            }
        }
        system.getConcept().get(1).addConcept().setCode("t1a").setDisplay("Elm of elms");
        return system;
    }

    private static CodeSystem supplement(String name) {
        CodeSystem supplement = new CodeSystem();
        supplement.setUrl(SYSTEM + '/' + name).setVersion("1").setContent(CodeSystemContentMode.SUPPLEMENT);
        supplement.setSupplements(SYSTEM);
        return supplement;
    }

    /** Names of every second concept, of one that is not there, and of one below another. */
    private static CodeSystem german() {
        CodeSystem german = supplement("de");
        for (int i = 0; i < CONCEPTS; i += 2) {
            german.addConcept()
                    .setCode("t" + i)
                    .addDesignation()
                    .setLanguage("de")
                    .setValue("Eiche " + i);
        }
        german.addConcept().setCode("none").addDesignation().setLanguage("de").setValue("Eiche");
        german.addConcept().setCode("t1").addConcept().setCode("t1a").setDisplay("Ulme");
        return german;
    }

    /** A property of its own, and one that the code system has as well. */
    private static CodeSystem heights() {
        CodeSystem heights = supplement("heights");
        heights.addProperty().setCode("height").setType(PropertyType.CODE);
        for (int i = 0; i < 6; i++) {
            ConceptDefinitionComponent concept = heights.addConcept().setCode("t" + i);
            concept.addProperty().setCode("height").setValue(new CodeType(i < 3 ? "high" : "low"));
            if (i % 2 == 1) {
                concept.addProperty().setCode("kind").setValue(new CodeType("planted"));
            }
        }
        return heights;
    }

    @Property
    void findsTheSame(@ForAll("queries") ConceptQuery query) {
        Selection expected = inMemory.select(query, 0, 100);
        Selection found = supplemented.select(query, 0, 100);
        assertThat(codes(found)).containsExactlyInAnyOrderElementsOf(codes(expected));
        assertThat(found.total()).isEqualTo(expected.total());
    }

    @Property
    void pagesAreTheWhole(@ForAll("queries") ConceptQuery query, @ForAll @IntRange(min = 1, max = 5) int size) {
        Selection whole = supplemented.select(query, 0, 100);
        List<String> pages = new ArrayList<>();
        for (int offset = 0; offset < whole.total(); offset += size) {
            Selection page = supplemented.select(query, offset, size);
            assertThat(page.total()).isEqualTo(whole.total());
            assertThat(page.concepts()).hasSize(Math.min(size, whole.total() - offset));
            pages.addAll(codes(page));
        }
        assertThat(pages).isEqualTo(codes(whole));
    }

    @Example
    void conceptsAreTheSameWhereverTheyAreMet() {
        assertThat(supplemented.header()).isEqualTo(inMemory.header());
        for (Concept expected : inMemory.concepts()) {
            assertSame(supplemented.locate(expected.code()).orElseThrow(), expected);
        }
        List<Concept> all = new ArrayList<>();
        supplemented.concepts().forEach(all::add);
        assertThat(all).hasSize(supplemented.size());
        for (Concept concept : all) {
            Concept expected = inMemory.locate(concept.code()).orElseThrow();
            assertSame(concept, expected);
            assertThat(supplemented.children(concept)).hasSameSizeAs(inMemory.children(expected));
        }
        Concept elm = supplemented.locate("t1").orElseThrow();
        Concept below = supplemented.children(elm).get(0);
        assertThat(below.designations()).extracting(Designation::value).contains("Ulme");
        assertSame(supplemented.parents(below).get(0), inMemory.locate("t1").orElseThrow());
        assertThat(supplemented.isAncestor(elm, below)).isTrue();
    }

    private static void assertSame(Concept concept, Concept expected) {
        assertThat(concept.code()).isEqualTo(expected.code());
        assertThat(concept.designations())
                .extracting(Designation::value, Designation::language, Designation::supplement)
                .isEqualTo(expected.designations().stream()
                        .map(d -> org.assertj.core.groups.Tuple.tuple(d.value(), d.language(), d.supplement()))
                        .toList());
        assertThat(concept.properties())
                .extracting(ConceptProperty::code, ConceptProperty::text)
                .isEqualTo(expected.properties().stream()
                        .map(p -> org.assertj.core.groups.Tuple.tuple(p.code(), p.text()))
                        .toList());
    }

    private static List<String> codes(Selection selection) {
        return selection.concepts().stream().map(Concept::code).toList();
    }

    @Provide
    Arbitrary<ConceptQuery> queries() {
        Arbitrary<Filter> byValue = Combinators.combine(
                        Arbitraries.of("kind", "height"),
                        Arbitraries.of("=", "in", "not-in", "regex"),
                        Arbitraries.of("wild", "planted", "high", "low"))
                .as(Filter::new);
        Arbitrary<Filter> byExistence = Combinators.combine(
                        Arbitraries.of("kind", "height"), Arbitraries.of("true", "false"))
                .as((property, value) -> new Filter(property, "exists", value));
        Arbitrary<List<Filter>> filters =
                Arbitraries.oneOf(byValue, byExistence).list().ofMaxSize(2);
        Arbitrary<TextFilter> text =
                Arbitraries.of("", "", "oak", "eiche", "ulm", "elm 1").map(TextFilter::new);
        return Combinators.combine(filters, text).as((f, t) -> new ConceptQuery(f, t, false, false));
    }
}
