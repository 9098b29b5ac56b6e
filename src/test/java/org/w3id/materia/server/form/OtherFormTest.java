package org.w3id.materia.server.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.materia.fhir.conformance.ConformanceResources;
import org.w3id.materia.model.Failure;
import org.w3id.materia.model.TimeBudget;
import org.w3id.materia.server.form.MediaType.Wire;

class OtherFormTest {
    private static final String BASE = "http://localhost/fhir";
    private static final FhirContext CONTEXT = FhirContext.forR4Cached();

    /** Our conformance resources hold narrative, extensions, what is contained, and references. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aBundleInXmlIsByteForByteWhatHapiWritesOfTheWhole(boolean pretty) {
        Bundle bundle = bundle();
        String whole = CONTEXT.newXmlParser().setPrettyPrint(pretty).encodeResourceToString(bundle);

        assertThat(text(form(Wire.XML, pretty).of(json(bundle)))).isEqualTo(whole);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void alsoOneWithoutEntries(boolean pretty) {
        Bundle bundle = new Bundle().setType(BundleType.SEARCHSET).setTotal(0);
        String whole = CONTEXT.newXmlParser().setPrettyPrint(pretty).encodeResourceToString(bundle);

        assertThat(text(form(Wire.XML, pretty).of(json(bundle)))).isEqualTo(whole);
    }

    @Test
    void indentedJsonSaysTheSameInTheSameDigits() throws IOException {
        byte[] json = "{\"resourceType\":\"Observation\",\"valueQuantity\":{\"value\":0.0500,\"unit\":\"é\"}}"
                .getBytes(StandardCharsets.UTF_8);
        String indented = text(form(Wire.JSON, true).of(json));

        assertThat(indented).contains("\n    \"value\": 0.0500,\n");
        assertThat(new ObjectMapper().readTree(indented)).isEqualTo(new ObjectMapper().readTree(json));
        assertThat(form(Wire.JSON, false).of(json)).isEqualTo(json);
    }

    /** Each entry looks at the time, so that nobody waits for five hundred of them who may no longer have them. */
    @Test
    void xmlEndsWithItsTime() {
        byte[] json = json(bundle());
        assertThatThrownBy(() -> TimeBudget.within(
                        Duration.ofNanos(1), () -> form(Wire.XML, false).of(json)))
                .isInstanceOfSatisfying(
                        Failure.class, f -> assertThat(f.category()).isEqualTo(Failure.Category.TOO_COSTLY));
    }

    @Test
    void aLargeBundleIsNoTurtle() {
        Bundle large = new Bundle().setType(BundleType.SEARCHSET);
        Patient patient = new Patient();
        patient.addName().setText("a".repeat(3_000_000));
        large.addEntry().setResource(patient);

        assertThatThrownBy(() -> form(Wire.TURTLE, false).of(json(large)))
                .isInstanceOfSatisfying(
                        Failure.class, f -> assertThat(f.category()).isEqualTo(Failure.Category.TOO_COSTLY));
    }

    private static Bundle bundle() {
        Bundle bundle = new Bundle().setType(BundleType.SEARCHSET).setTotal(7);
        bundle.addLink().setRelation("self").setUrl(BASE + "/StructureDefinition?a=b&c=<");
        for (Object each : ConformanceResources.load().all()) {
            Resource resource = (Resource) each;
            bundle.addEntry()
                    .setFullUrl(BASE + "/" + resource.fhirType() + "/"
                            + resource.getIdElement().getIdPart())
                    .setResource(resource)
                    .getSearch()
                    .setMode(SearchEntryMode.MATCH);
        }
        return bundle;
    }

    private static byte[] json(Bundle bundle) {
        return CONTEXT.newJsonParser().encodeResourceToString(bundle).getBytes(StandardCharsets.UTF_8);
    }

    private static OtherForm form(Wire wire, boolean pretty) {
        return new OtherForm(CONTEXT, wire, pretty, BASE);
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
