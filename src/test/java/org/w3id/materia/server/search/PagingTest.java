package org.w3id.materia.server.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3id.materia.server.Medicines;
import org.w3id.materia.server.TestServer;
import org.w3id.materia.store.KnowledgeBase;

@Tag("server")
class PagingTest {
    private static final String SEARCH = "fhir/MedicationKnowledge?name=medicine%20%26%20co&_count=7";
    private TestServer server;

    @BeforeEach
    void start() {
        server = TestServer.with(medicines(1, 45));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void pagesJoinedAreTheWhole() {
        List<String> joined = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        for (Bundle page = get(SEARCH); page != null; page = next(page)) {
            assertThat(page.getTotal()).isEqualTo(45);
            joined.addAll(SearchTest.ids(page));
            sizes.add(page.getEntry().size());
        }
        assertThat(joined).isEqualTo(SearchTest.ids(get(SEARCH.replace("_count=7", "_count=500"))));
        assertThat(joined).hasSize(45).doesNotHaveDuplicates();
        assertThat(sizes).containsExactly(7, 7, 7, 7, 7, 7, 3);
    }

    /** While a client pages, half of the medicines go, others come, and the rest change. */
    @Test
    void pagesKeepToTheContentThatTheSearchBeganWith() {
        List<String> joined = new ArrayList<>();
        for (Bundle page = get(SEARCH); page != null; page = next(page)) {
            joined.addAll(SearchTest.ids(page));
            if (joined.size() == 14) {
                server.put("test", medicines(20, 90));
            }
        }
        assertThat(joined)
                .isEqualTo(IntStream.rangeClosed(1, 45).mapToObj(PagingTest::id).toList());
        assertThat(get(SEARCH).getTotal()).isEqualTo(71);
    }

    @Test
    void aPageLinkOfAGenerationThatIsGoneSaysSo() {
        String next = path(get(SEARCH).getLink("next").getUrl());
        for (int i = 0; i <= KnowledgeBase.KEPT; i++) {
            server.put("test", medicines(20, 90 + i));
        }
        HttpResponse<String> response = server.get(next);
        assertThat(response.statusCode()).isEqualTo(410);
        assertThat(TestServer.issue(response).getCode()).isEqualTo(IssueType.NOTFOUND);
        assertThat(TestServer.issue(response).getDiagnostics())
                .contains("Begin the search again: " + server.base() + "/MedicationKnowledge?name=");
    }

    @Test
    void linksNameTheSearchAndThePage() {
        Bundle first = get(SEARCH);
        assertThat(first.getLink("self").getUrl()).isEqualTo(server.server.address() + SEARCH);
        assertThat(first.getLink("first")).isNull();
        Bundle second = next(first);
        assertThat(second.getLink("self").getUrl())
                .isEqualTo(first.getLink("next").getUrl());
        assertThat(second.getLink("first").getUrl())
                .isEqualTo(first.getLink("self").getUrl());
    }

    @Test
    void aPageIsTwentyUnlessAskedOtherwiseAndFiveHundredAtMost() {
        assertThat(get("fhir/MedicationKnowledge").getEntry()).hasSize(20);
        server.put("test", medicines(1, 501));
        assertThat(get("fhir/MedicationKnowledge?_count=9999999999").getEntry()).hasSize(500);
    }

    @Test
    void hapisClientFollowsTheLinks() {
        var client = TestServer.CONTEXT.newRestfulGenericClient(server.base());
        Bundle page = client.search()
                .byUrl(server.server.address() + SEARCH)
                .returnBundle(Bundle.class)
                .execute();
        int seen = page.getEntry().size();
        while (page.getLink("next") != null) {
            page = client.loadPage().next(page).execute();
            seen += page.getEntry().size();
        }
        assertThat(seen).isEqualTo(45);
    }

    private Bundle next(Bundle page) {
        return page.getLink("next") == null
                ? null
                : get(path(page.getLink("next").getUrl()));
    }

    private Bundle get(String path) {
        HttpResponse<String> response = server.get(path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return SearchTest.parse(response.body());
    }

    private String path(String url) {
        assertThat(url).startsWith(server.server.address().toString());
        return url.substring(server.server.address().toString().length());
    }

    private static Resource[] medicines(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(i -> Medicines.knowledge(id(i), "Medicine & Co " + i))
                .toArray(Resource[]::new);
    }

    private static String id(int i) {
        return String.format("m%03d", i);
    }
}
