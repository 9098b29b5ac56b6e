package org.w3id.materia.server.terminology;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ValueSetExpansionParameterComponent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3id.materia.server.Colours;
import org.w3id.materia.server.TestServer;
import org.w3id.materia.terminology.operation.request.ParameterTable;

/** What the table of an operation says of a parameter holds, by GET and by POST. */
@Tag("server")
class ParameterTablesTest {
    private static final Map<String, ParameterTable> TABLES =
            new TerminologyAnswers(TestServer.CONTEXT, () -> null).tables();

    /** A request of each operation that is right as it is, where a query can be. */
    private static final Map<String, String> REQUESTS = Map.of(
            "ValueSet/$expand", "url=" + Colours.WARM,
            "ValueSet/$validate-code", "url=" + Colours.WARM + "&system=" + Colours.SYSTEM + "&code=red",
            "CodeSystem/$validate-code", "url=" + Colours.SYSTEM + "&code=red",
            "CodeSystem/$lookup", "system=" + Colours.SYSTEM + "&code=red",
            "CodeSystem/$subsumes", "system=" + Colours.SYSTEM + "&codeA=red&codeB=blue",
            "ConceptMap/$translate", "system=" + Colours.SYSTEM + "&code=red");

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.withTerminology(Colours.codeSystem(), Colours.warm(), Colours.signals());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static Stream<String> operations() {
        return TABLES.keySet().stream().sorted();
    }

    static Stream<Arguments> understood() {
        return pairs(table -> table.understood().stream());
    }

    static Stream<Arguments> refused() {
        return pairs(table -> table.refused().stream());
    }

    private interface Part {
        Stream<String> of(ParameterTable table);
    }

    private static Stream<Arguments> pairs(Part part) {
        return operations()
                .flatMap(operation ->
                        part.of(TABLES.get(operation)).sorted().map(name -> Arguments.of(operation, name)));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void misspeltParameterIsTold(String operation) {
        String query = REQUESTS.getOrDefault(operation, "") + "&dispalyLanguage=de";
        for (HttpResponse<String> answer : answers(operation, query)) {
            assertThat(answer.statusCode()).isEqualTo(400);
            OperationOutcomeIssueComponent issue = issue(answer);
            assertThat(issue.getCode()).isEqualTo(IssueType.INVALID);
            assertThat(issue.getDetails().getText())
                    .startsWith("There is no parameter 'dispalyLanguage' here. There are: ")
                    .contains("tx-resource");
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void misspeltParameterIsPassedOverWhereTheClientSaysSo(String operation) {
        String query = REQUESTS.getOrDefault(operation, "");
        String more = query + "&dispalyLanguage=de";
        for (HttpResponse<String> answer : answers(operation, more, "Prefer", "handling=lenient")) {
            assertThat(answer.statusCode()).isEqualTo(REQUESTS.containsKey(operation) ? 200 : 400);
            assertThat(answer.body()).doesNotContain("There is no parameter");
        }
    }

    @ParameterizedTest
    @MethodSource("understood")
    void parameterOfTheTableIsKnown(String operation, String name) {
        String query = REQUESTS.getOrDefault(operation, "") + '&' + name + "=x";
        assertThat(answers(operation, query))
                .extracting(HttpResponse::body)
                .noneMatch(body -> body.contains("There is no parameter"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void parameterThatCannotBeHonouredIsRefused(String operation, String name) {
        String query = REQUESTS.getOrDefault(operation, "") + '&' + name + "=x";
        for (HttpResponse<String> answer : List.of(
                get(operation, query), post(operation, query), get(operation, query, "Prefer", "handling=lenient"))) {
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(issue(answer).getCode()).isEqualTo(IssueType.NOTSUPPORTED);
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void supplementThatIsNotThereIsNeverPassedOver(String operation) {
        String query = REQUESTS.getOrDefault(operation, "") + "&useSupplement=http://none.example/supplement";
        boolean known = TABLES.get(operation).understood().contains("useSupplement");
        for (HttpResponse<String> answer : answers(operation, query)) {
            assertThat(answer.statusCode()).isEqualTo(known && REQUESTS.containsKey(operation) ? 404 : 400);
            assertThat(issue(answer).getDetails().getText()).isNotBlank();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "filter, crim",
        "displayLanguage, de",
        "designation, urn:ietf:bcp:47|de",
        "offset, 0",
        "count, 2",
        "excludeNested, true",
        "activeOnly, true",
        "includeDesignations, true",
        "includeDefinition, false",
        "excludeNotForUI, true",
        "excludePostCoordinated, false",
    })
    void expansionRepeats(String name, String value) {
        assertThat(TABLES.get("ValueSet/$expand").echoed()).contains(name).hasSize(11);
        String query = REQUESTS.get("ValueSet/$expand") + '&' + name + '=' + value.replace("|", "%7C");
        for (HttpResponse<String> answer : List.of(get("ValueSet/$expand", query), post("ValueSet/$expand", query))) {
            ValueSet expanded = TestServer.CONTEXT.newJsonParser().parseResource(ValueSet.class, answer.body());
            assertThat(expanded.getExpansion().getParameter())
                    .filteredOn(p -> p.getName().equals(name))
                    .extracting(ValueSetExpansionParameterComponent::getValue)
                    .extracting(v -> v.primitiveValue())
                    .containsExactly(value);
        }
    }

    /** By GET and by POST, where the operation can be called by both. */
    private static List<HttpResponse<String>> answers(String operation, String query, String... headers) {
        HttpResponse<String> posted = post(operation, query, headers);
        return operation.equals("$closure") ? List.of(posted) : List.of(get(operation, query, headers), posted);
    }

    private static HttpResponse<String> get(String operation, String query, String... headers) {
        return server.get("fhir/" + operation + '?' + query, headers);
    }

    private static HttpResponse<String> post(String operation, String query, String... headers) {
        Parameters parameters = new Parameters();
        Arrays.stream(query.split("&"))
                .filter(p -> !p.isEmpty())
                .map(p -> p.replace("%7C", "|").split("=", 2))
                .forEach(p -> parameters.addParameter().setName(p[0]).setValue(new StringType(p[1])));
        String[] all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = "application/fhir+json";
        String body = TestServer.CONTEXT.newJsonParser().encodeResourceToString(parameters);
        return server.send("POST", "fhir/" + operation, HttpRequest.BodyPublishers.ofString(body), all);
    }

    private static OperationOutcomeIssueComponent issue(HttpResponse<String> answer) {
        OperationOutcome outcome =
                TestServer.CONTEXT.newJsonParser().parseResource(OperationOutcome.class, answer.body());
        assertThat(outcome.getIssue()).hasSize(1);
        return outcome.getIssueFirstRep();
    }
}
