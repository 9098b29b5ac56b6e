package org.w3id.materia.terminology.operation.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.CodeSystemContentMode;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.UriType;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ValueSetExpansionContainsComponent;
import org.junit.jupiter.api.Test;
import org.w3id.materia.terminology.operation.ExpandOperation;
import org.w3id.materia.terminology.operation.LookupOperation;
import org.w3id.materia.terminology.operation.issue.TerminologyFailure;
import org.w3id.materia.terminology.operation.request.TerminologyRequest;

/** A loaded release and what the program brings, of the same URL: the publisher has gone over from dates to numbers. */
class JoinedLibrariesTest {
    private static final String SYSTEM = "http://example.org/moods";
    private static final String VALUE_SET = "http://example.org/all-moods";

    private final TerminologyLibrary library = new JoinedLibraries(List.of(
            new ResourceLibrary(
                    List.of(system("2.0.0", "second"), system("3.0.0", "third"), valueSet("3.0.0", "title of 3"))),
            new ResourceLibrary(List.of(system("2018-08-12", "dated"), valueSet("2018-08-12", "title of 2018")))));

    private static CodeSystem system(String version, String code) {
        CodeSystem system = new CodeSystem()
                .setUrl(SYSTEM)
                .setVersion(version)
                .setName("Moods")
                .setContent(CodeSystemContentMode.COMPLETE);
        system.addConcept().setCode(code).setDisplay(code);
        return system;
    }

    private static ValueSet valueSet(String version, String title) {
        ValueSet valueSet = new ValueSet().setUrl(VALUE_SET).setVersion(version).setTitle(title);
        valueSet.getCompose().addInclude().setSystem(SYSTEM);
        return valueSet;
    }

    @Test
    void theNewestOfTheFirstLibraryIsWhatARequestGets() {
        ValueSet expansion = expand(VALUE_SET);
        assertThat(expansion.getTitle()).isEqualTo("title of 3");
        assertThat(codes(expansion)).containsExactly("third");
    }

    @Test
    void everyVersionCanBeAskedFor() {
        assertThat(expand(VALUE_SET + "|2018-08-12").getTitle()).isEqualTo("title of 2018");
        assertThat(display("second", "2.0.0")).isEqualTo("second");
        assertThat(display("dated", "2018-08-12")).isEqualTo("dated");
        assertThat(display("third", null)).isEqualTo("third");
        assertThat(display("second", "2.x")).isEqualTo("second");
        assertThatThrownBy(() -> display("dated", null))
                .isInstanceOf(TerminologyFailure.class)
                .hasMessageContaining("3.0.0");
    }

    private ValueSet expand(String canonical) {
        Parameters parameters = new Parameters().addParameter("url", new UriType(canonical));
        return new ExpandOperation(library, new TerminologyRequest(parameters, null, false)).run();
    }

    private String display(String code, String version) {
        Parameters parameters = new Parameters().addParameter("system", new UriType(SYSTEM));
        parameters.addParameter("code", code);
        if (version != null) {
            parameters.addParameter("version", version);
        }
        return new LookupOperation(library, new TerminologyRequest(parameters, null, false))
                .run()
                .getParameter("display")
                .getValue()
                .primitiveValue();
    }

    private static List<String> codes(ValueSet expansion) {
        return expansion.getExpansion().getContains().stream()
                .map(ValueSetExpansionContainsComponent::getCode)
                .toList();
    }
}
