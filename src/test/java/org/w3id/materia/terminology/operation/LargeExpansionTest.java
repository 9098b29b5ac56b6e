package org.w3id.materia.terminology.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.CodeSystemContentMode;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.UriType;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.FilterOperator;
import org.hl7.fhir.r4.model.ValueSet.ValueSetExpansionContainsComponent;
import org.junit.jupiter.api.Test;
import org.w3id.materia.terminology.operation.issue.TerminologyFailure;
import org.w3id.materia.terminology.operation.library.ResourceLibrary;
import org.w3id.materia.terminology.operation.library.TerminologyLibrary;
import org.w3id.materia.terminology.operation.request.TerminologyRequest;

/** Expansions of a code system with more codes than an expansion may have. */
class LargeExpansionTest {
    private static final String SYSTEM = "http://example.org/large";
    private static final String EVEN = SYSTEM + "/even-but-two";

    private final TerminologyLibrary library = new ResourceLibrary(List.of(system(), evenButTwo()));

    /** 3,000 codes, of which every thousandth is the parent of those up to the next one. */
    private static CodeSystem system() {
        CodeSystem system = new CodeSystem().setUrl(SYSTEM).setContent(CodeSystemContentMode.COMPLETE);
        system.addProperty().setCode("remainder");
        for (int i = 0; i < 3000; i++) {
            var concept = i % 1000 == 0
                    ? system.addConcept()
                    : system.getConcept().get(i / 1000).addConcept();
            concept.setCode("c" + i).setDisplay("number " + i);
            concept.addProperty().setCode("remainder").setValue(new StringType(Integer.toString(i % 2)));
        }
        return system;
    }

    private static ValueSet evenButTwo() {
        ValueSet valueSet = new ValueSet().setUrl(EVEN);
        valueSet.getCompose()
                .addInclude()
                .setSystem(SYSTEM)
                .addFilter()
                .setProperty("remainder")
                .setOp(FilterOperator.EQUAL)
                .setValue("0");
        valueSet.getCompose().addExclude().setSystem(SYSTEM).addConcept().setCode("c0");
        valueSet.getCompose().getExclude().get(0).addConcept().setCode("c2");
        return valueSet;
    }

    @Test
    void everythingIsTooCostly() {
        assertThatThrownBy(() -> expand(SYSTEM + "?fhir_vs", new Parameters()))
                .isInstanceOf(TerminologyFailure.class)
                .hasMessageContaining("1000");
    }

    @Test
    void pagesHaveTheTotalAndFollowEachOther() {
        ValueSet first = expand(SYSTEM + "?fhir_vs", page(0, 3));
        ValueSet second = expand(SYSTEM + "?fhir_vs", page(3, 3));

        assertThat(first.getExpansion().getTotal()).isEqualTo(3000);
        assertThat(codes(first)).containsExactly("c0", "c1", "c2");
        assertThat(codes(second)).containsExactly("c3", "c4", "c5");
        assertThat(second.getExpansion().getOffset()).isEqualTo(3);
    }

    @Test
    void textFindsWhatBeginsWithIt() {
        ValueSet found = expand(SYSTEM + "?fhir_vs", page(0, 2).addParameter("filter", "299"));

        assertThat(found.getExpansion().getTotal()).isEqualTo(11);
        assertThat(codes(found)).containsExactly("c299", "c2990");
    }

    @Test
    void pagesAreOfWhatIsLeftWhereSomethingIsExcluded() {
        ValueSet found = expand(EVEN, page(1, 2));

        assertThat(found.getExpansion().getTotal()).isEqualTo(1498);
        assertThat(codes(found)).containsExactly("c6", "c8");
    }

    @Test
    void fewBelowAConceptAreGivenWhole() {
        assertThat(codes(expand(SYSTEM + "?fhir_vs=isa/c2999", new Parameters())))
                .containsExactly("c2999");
        assertThat(expand(SYSTEM + "?fhir_vs=isa/c1000", new Parameters())
                        .getExpansion()
                        .getTotal())
                .isEqualTo(1000);
    }

    private static Parameters page(int offset, int count) {
        Parameters parameters = new Parameters();
        parameters.addParameter().setName("offset").setValue(new IntegerType(offset));
        parameters.addParameter().setName("count").setValue(new IntegerType(count));
        return parameters;
    }

    private static List<String> codes(ValueSet valueSet) {
        return valueSet.getExpansion().getContains().stream()
                .map(ValueSetExpansionContainsComponent::getCode)
                .toList();
    }

    private ValueSet expand(String url, Parameters parameters) {
        parameters.addParameter().setName("url").setValue(new UriType(url));
        return new ExpandOperation(library, new TerminologyRequest(parameters, null, false)).run();
    }
}
