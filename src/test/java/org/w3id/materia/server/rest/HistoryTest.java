package org.w3id.materia.server.rest;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.rest.client.api.IGenericClient;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleLinkComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3id.materia.server.Medicines;
import org.w3id.materia.server.TestServer;
import org.w3id.materia.server.search.SearchTest;

/** Medication a is put, changed and removed; b is put and stays. */
@Tag("server")
class HistoryTest {
    private TestServer server;
    private String first;
    private String second;

    @BeforeEach
    void start() {
        server = TestServer.with(Medicines.medication("a", "Amoxicillin"), Medicines.medication("b", "Boric acid"));
        first = version("a");
        server.put(
                "test", Medicines.medication("a", "Amoxicillin trihydrate"), Medicines.medication("b", "Boric acid"));
        second = version("a");
        server.put("test", Medicines.medication("b", "Boric acid"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whatWasRemovedIsGoneAndNotUnknown() {
        HttpResponse<String> gone = server.get("fhir/Medication/a");
        assertThat(gone.statusCode()).isEqualTo(410);
        assertThat(TestServer.issue(gone).getCode()).isEqualTo(IssueType.DELETED);
        assertThat(TestServer.issue(gone).getDiagnostics()).contains("Medication/a/_history");
        assertThat(server.get("fhir/Medication/never").statusCode()).isEqualTo(404);
        assertThat(SearchTest.ids(SearchTest.parse(server.get("fhir/Medication").body())))
                .containsExactly("b");
    }

    @Test
    void everyVersionCanBeRead() {
        assertThat(name(server.get("fhir/Medication/a/_history/" + first))).isEqualTo("Amoxicillin");
        assertThat(name(server.get("fhir/Medication/a/_history/" + second))).isEqualTo("Amoxicillin trihydrate");
        assertThat(name(server.get("fhir/Medication/b/_history/" + version("b"))))
                .isEqualTo("Boric acid");
        HttpResponse<String> read = server.get("fhir/Medication/a/_history/" + first);
        assertThat(read.headers().firstValue("ETag")).contains("W/\"" + first + "\"");
        assertThat(server.get("fhir/Medication/a/_history/none").statusCode()).isEqualTo(404);
        assertThat(server.get("fhir/Medication/never/_history/" + first).statusCode())
                .isEqualTo(404);
    }

    @Test
    void theHistoryOfAResourceHasItsVersionsAndItsEnd() {
        Bundle history = get("fhir/Medication/a/_history");
        assertThat(history.getType()).isEqualTo(BundleType.HISTORY);
        assertThat(history.getTotal()).isEqualTo(3);
        assertThat(history.getEntry().stream()
                        .map(e -> e.getRequest().getMethod().toCode()))
                .containsExactly("DELETE", "PUT", "POST");
        assertThat(history.getEntry().stream().map(e -> e.getRequest().getUrl()))
                .containsExactly("Medication/a", "Medication/a", "Medication");
        assertThat(history.getEntry().stream().map(e -> e.getResponse().getStatus()))
                .containsExactly("204 No Content", "200 OK", "201 Created");
        assertThat(history.getEntry().get(0).hasResource()).isFalse();
        assertThat(history.getEntry().subList(1, 3).stream().map(HistoryTest::name))
                .containsExactly("Amoxicillin trihydrate", "Amoxicillin");
        assertThat(history.getEntry().get(1).getResponse().getEtag()).isEqualTo("W/\"" + second + "\"");
        for (BundleEntryComponent entry : history.getEntry()) {
            assertThat(entry.getFullUrl()).isEqualTo(server.base() + "/Medication/a");
            assertThat(entry.getResponse().hasLastModified()).isTrue();
        }
    }

    @Test
    void typesAndTheServerHaveAHistoryToo() {
        assertThat(get("fhir/Medication/_history").getTotal()).isEqualTo(4);
        assertThat(get("fhir/_history").getTotal()).isEqualTo(4);
        assertThat(get("fhir/Composition/_history").getTotal()).isZero();
        assertThat(get("fhir/Medication/b/_history").getTotal()).isEqualTo(1);
        assertThat(get("fhir/Medication/_history?_since=2999-01-01T00:00:00Z").getTotal())
                .isZero();
        assertThat(get("fhir/Medication/_history?_since=2026-01-01T00:00:00Z").getTotal())
                .isEqualTo(4);
    }

    @Test
    void pagesJoinedAreTheWholeHistory() {
        List<String> whole = entries(get("fhir/_history"));
        List<String> joined = new ArrayList<>();
        Bundle page = get("fhir/_history?_count=1");
        while (true) {
            joined.addAll(entries(page));
            BundleLinkComponent next = page.getLink("next");
            if (next == null) {
                break;
            }
            page = get(
                    next.getUrl().substring(server.server.address().toString().length()));
        }
        assertThat(joined).isEqualTo(whole).hasSize(4);
    }

    @Test
    void hapisClientReadsHistories() {
        IGenericClient client = TestServer.CONTEXT.newRestfulGenericClient(server.base());
        assertThat(client.history()
                        .onInstance("Medication/a")
                        .returnBundle(Bundle.class)
                        .execute()
                        .getEntry())
                .hasSize(3);
        assertThat(client.history()
                        .onServer()
                        .returnBundle(Bundle.class)
                        .execute()
                        .getEntry())
                .hasSize(4);
        assertThat(client.read()
                        .resource(Medication.class)
                        .withIdAndVersion("a", first)
                        .execute()
                        .getCode()
                        .getText())
                .isEqualTo("Amoxicillin");
    }

    @Test
    void whatIsUnknownHasNoHistory() {
        assertThat(server.get("fhir/Medication/never/_history").statusCode()).isEqualTo(404);
        assertThat(server.get("fhir/Patient/_history").statusCode()).isEqualTo(404);
        assertThat(server.get("fhir/Medication/_history?_since=yesterday").statusCode())
                .isEqualTo(400);
        assertThat(server.get("fhir/Medication/_history?name=x").statusCode()).isEqualTo(400);
        assertThat(server.get("fhir/Medication/a/_history?_count=x").statusCode())
                .isEqualTo(400);
    }

    @Test
    void whoAsksAgainIsToldOnlyOfWhatIsNew() {
        String path = "fhir/Medication/_history?_since=2020-01-01T00:00:00Z";
        String tag = server.get(path).headers().firstValue("ETag").orElseThrow();
        assertThat(server.get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(server.get(path + "&_pretty=true", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
        server.put("another", Medicines.medication("new", "Newly imported"));
        HttpResponse<String> changed = server.get(path, "If-None-Match", tag);
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.headers().firstValue("ETag")).isPresent().isNotEqualTo(java.util.Optional.of(tag));
    }

    private static List<String> entries(Bundle bundle) {
        return bundle.getEntry().stream()
                .map(e -> e.getRequest().getMethod() + " " + e.getFullUrl() + " "
                        + e.getResponse().getEtag())
                .toList();
    }

    private static String name(BundleEntryComponent entry) {
        return ((Medication) entry.getResource()).getCode().getText();
    }

    private static String name(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return TestServer.CONTEXT
                .newJsonParser()
                .parseResource(Medication.class, response.body())
                .getCode()
                .getText();
    }

    private String version(String id) {
        String tag =
                server.get("fhir/Medication/" + id).headers().firstValue("ETag").orElseThrow();
        return tag.substring(3, tag.length() - 1);
    }

    private Bundle get(String path) {
        HttpResponse<String> response = server.get(path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return SearchTest.parse(response.body());
    }
}
