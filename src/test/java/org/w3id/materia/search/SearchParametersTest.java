package org.w3id.materia.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;
import org.hl7.fhir.r4.model.SearchParameter;
import org.junit.jupiter.api.Test;
import org.w3id.materia.search.definition.PublishedParameters;
import org.w3id.materia.search.definition.SearchDefinition;
import org.w3id.materia.search.definition.ServedParameters;

class SearchParametersTest {
    @Test
    void aParameterIsWhatItsResourceSays() {
        SearchDefinition subject = Examples.PARAMETERS
                .find("MedicinalProductIndication", "subject")
                .orElseThrow();
        assertThat(subject.type()).isEqualTo(SearchParamType.REFERENCE);
        assertThat(subject.url()).isEqualTo("http://hl7.org/fhir/SearchParameter/MedicinalProductIndication-subject");
        assertThat(subject.targets()).containsExactly("Medication", "MedicinalProduct");
        SearchDefinition name = Examples.PARAMETERS.find("Substance", "name").orElseThrow();
        assertThat(name.url()).isEqualTo("https://w3id.org/materia/fhir/SearchParameter/name");
        assertThat(name.type()).isEqualTo(SearchParamType.STRING);
    }

    @Test
    void everyTypeHasIdAndTimeOfUpdate() {
        assertThat(Examples.PARAMETERS.types())
                .isNotEmpty()
                .allMatch(type -> Examples.PARAMETERS.find(type, "_id").isPresent()
                        && Examples.PARAMETERS.find(type, "_lastUpdated").isPresent());
        assertThat(Examples.PARAMETERS.of("Binary"))
                .extracting(SearchDefinition::code)
                .containsExactlyInAnyOrder(
                        "_id", "_lastUpdated", "_profile", "_tag", "_security", "_source", "_content");
    }

    @Test
    void aParameterOfOneTypeIsNotThatOfAnother() {
        assertThat(Examples.PARAMETERS.find("MedicinalProductIndication", "code"))
                .isEmpty();
        assertThat(Examples.PARAMETERS.find("Patient", "_id")).isEmpty();
        assertThatThrownBy(() -> Examples.PARAMETERS.of("Patient")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void hl7sResourcesAreThoseOfTheServedParameters() {
        assertThat(Examples.PARAMETERS.hl7Resources(Examples.CONTEXT))
                .allMatch(p -> p.getUrl().startsWith("http://hl7.org/fhir/SearchParameter/"))
                .extracting(SearchParameter::getCode)
                .contains("_id", "_lastUpdated", "_text", "subject", "implicated", "url")
                .doesNotContain("phonetic", "_query");
    }

    /** Those that are not wanted are passed over by their names; here all are read. */
    @Test
    void noneThatIsWantedIsPassedOver() throws IOException {
        Set<String> types = new HashSet<>(ServedParameters.TYPES);
        types.addAll(Set.of("Resource", "DomainResource"));
        Set<String> wanted = new HashSet<>();
        try (InputStream bundle = getClass().getResourceAsStream("/org/hl7/fhir/r4/model/sp/search-parameters.json")) {
            for (JsonNode entry : new ObjectMapper().readTree(bundle).get("entry")) {
                JsonNode parameter = entry.get("resource");
                boolean served = false;
                for (JsonNode base : parameter.get("base")) {
                    served |= types.contains(base.asText());
                }
                if (served && !parameter.get("code").asText().equals("_query")) {
                    wanted.add(parameter.get("url").asText());
                }
            }
        }
        assertThat(PublishedParameters.ofHl7())
                .hasSize(wanted.size())
                .allMatch(parameter -> wanted.contains(parameter.get("url").asText()));
    }
}
