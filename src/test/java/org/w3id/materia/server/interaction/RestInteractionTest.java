package org.w3id.materia.server.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestInteractionTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            GET    | /fhir                                        | search-system    | -           | -
            GET    | /fhir/                                       | search-system    | -           | -
            POST   | /fhir                                        | batch            | -           | -
            POST   | /fhir/                                       | batch            | -           | -
            POST   | /fhir/_search                                | search-system    | -           | -
            GET    | /fhir/_history                               | history-system   | -           | -
            GET    | /fhir/metadata                               | capabilities     | -           | -
            GET    | /fhir/Medication                             | search-type      | Medication  | -
            GET    | /fhir/Medication/                            | search-type      | Medication  | -
            POST   | /fhir/Medication/_search                     | search-type      | Medication  | -
            GET    | /fhir/Medication/_history                    | history-type     | Medication  | -
            GET    | /fhir/Medication/a                           | read             | Medication  | -
            GET    | /fhir/Medication/a/_history                  | history-instance | Medication  | -
            GET    | /fhir/Medication/a/_history/1                | vread            | Medication  | -
            GET    | /fhir/ValueSet/$expand                       | operation        | ValueSet    | $expand
            GET    | /fhir/ValueSet/a/$expand                     | operation        | ValueSet    | $expand
            POST   | /fhir/$versions                              | operation        | -           | $versions
            GET    | /fhir/$export                                | export           | -           | $export
            GET    | /fhir/bulk/4711                              | export-status    | -           | -
            GET    | /fhir/bulk/4711/Medication.ndjson            | export-file      | Medication  | -
            GET    | /fhir/changes                                | changes          | -           | -
            GET    | /fhir/api-docs                               | description      | -           | -
            GET    | /fhir/.well-known/smart-configuration        | description      | -           | -
            GET    | /fhirs/Medication                            | page             | -           | -
            GET    | /cds-services                                | cds-discovery    | -           | -
            POST   | /cds-services/order-sign                     | cds-hook         | -           | -
            GET    | /infobutton                                  | infobutton       | -           | -
            GET    | /health/ready                                | health           | -           | -
            GET    | /metrics                                     | metrics          | -           | -
            GET    | /                                            | page             | -           | -
            GET    | /medicines/a                                 | page             | -           | -
            """)
    void methodAndPathTellWhatIsAsked(String method, String path, String kind, String type, String operation) {
        RestInteraction interaction = RestInteraction.of(method, path);

        assertThat(interaction.kind().label()).isEqualTo(kind);
        assertThat(interaction.type()).isEqualTo(type);
        assertThat(interaction.operation()).isEqualTo(operation);
    }
}
