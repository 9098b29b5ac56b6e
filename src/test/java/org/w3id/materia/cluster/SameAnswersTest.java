package org.w3id.materia.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.materia.cli.SampleServer;
import org.w3id.materia.search.GeneratedSearches;
import org.w3id.materia.server.TestServer;
import org.w3id.materia.store.ImportSession;
import org.w3id.materia.store.KnowledgeBase;
import org.w3id.materia.store.Source;
import org.w3id.materia.store.TestStores;
import org.w3id.materia.store.lucene.LuceneKnowledgeBase;

/**
 * A server over the embedded store and one over a cluster hold the same, and are asked the same: what they answer is equal byte for byte,
 * but for their addresses, where in links a page begins, numbers that are drawn for each request, and when it was answered.
 */
@Tag("cluster")
@Tag("server")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SameAnswersTest {
    /** Of this moment is every commit. */
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-02-03T10:20:30.456Z"));

    /** Of the generated searches, one in so many is asked; all of them with {@code -Dmateria.test.searches=1}. */
    private static final int ONE_IN = Integer.getInteger("materia.test.searches", 97);

    private static final int MOST_PAGES = 4;
    private static final List<String> HEADERS = List.of(
            "Content-Type", "Last-Modified", "Location", "Cache-Control", "Vary", "Retry-After", "X-Progress", "Allow");

    /** The number of the generation; drawn numbers; the second of an answer, where what is stored is dated to the millisecond. */
    private static final Pattern OF_ONE_SERVER = Pattern.compile("_cursor=[^\"&<]*"
            + "|\\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b"
            + "|\"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\+00:00\"");

    private static final Pattern TURTLE_ENDS = Pattern.compile("[;,.\\s]+$");

    private static final Pattern NEXT = Pattern.compile(
            "\\{\"relation\":\"next\",\"url\":\"([^\"]*)\"|<relation value=\"next\"/><url value=\"([^\"]*)\"");
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TempDir
    static Path data;

    private static TestServer embedded;
    private static TestServer cluster;

    private record Answers(String asked, HttpResponse<byte[]> embedded, HttpResponse<byte[]> cluster) {}

    @BeforeAll
    static void start() throws Exception {
        TestStores.requireCluster();
        KnowledgeBase inDirectory = LuceneKnowledgeBase.open(data.resolve("embedded"), CLOCK);
        KnowledgeBase inCluster = TestStores.openInCluster(data.resolve("cluster"), CLOCK);
        SampleServer.fill(new BothKnowledgeBases(inDirectory, inCluster), data);
        embedded = server(inDirectory);
        cluster = server(inCluster);
    }

    private static TestServer server(KnowledgeBase knowledge) {
        TestServer server = new TestServer(knowledge, Optional.empty(), 1 << 20);
        server.ready.set(true);
        return server;
    }

    @AfterAll
    static void stop() {
        embedded.close();
        cluster.close();
    }

    @Order(1)
    @Test
    void thePostmanCollectionIsAnsweredAlike() throws Exception {
        List<PostmanRequests.Exchange> ours = new PostmanRequests(CLIENT, address(embedded)).run();
        List<PostmanRequests.Exchange> theirs = new PostmanRequests(CLIENT, address(cluster)).run();
        List<Answers> all = new ArrayList<>();
        for (int i = 0; i < ours.size(); i++) {
            all.add(new Answers(
                    ours.get(i).name(), ours.get(i).answer(), theirs.get(i).answer()));
        }
        assertThat(all).hasSizeGreaterThan(150);
        requireEqual(all);
    }

    @Order(2)
    @Test
    void generatedSearchesAreAnsweredAlikePageByPage() throws Exception {
        GeneratedSearches searches = new GeneratedSearches(TestServer.PARAMETERS);
        searches.addGenerated();
        put(searches);
        try (Stream<Path> files = Files.list(Path.of("fhir-resources/monographs"))) {
            searches.addConverted(files.sorted().toList());
        }
        List<Answers> all = new ArrayList<>();
        int number = 0;
        for (String request : searches.requests()) {
            if (number++ % ONE_IN == 0) {
                ask(request, all);
            }
        }
        long found = all.stream()
                .filter(each -> each.embedded().statusCode() == 200)
                .filter(each -> text(each.embedded()).contains("\"entry\":"))
                .count();
        System.out.printf(
                "%d pages, %d with hits, of %d of %d searches%n", all.size(), found, (number - 1) / ONE_IN + 1, number);
        requireEqual(all);
        assertThat(found).isGreaterThan(all.size() / 3);
    }

    private static void put(GeneratedSearches searches) {
        KnowledgeBase both = new BothKnowledgeBases(embedded.knowledge, cluster.knowledge);
        try (ImportSession session = both.beginImport()) {
            for (int i = 0; i < searches.sources().size(); i++) {
                session.put(
                        new Source("generated " + i, "1"), searches.sources().get(i));
            }
            session.commit();
        }
    }

    private static void ask(String request, List<Answers> to) throws IOException, InterruptedException {
        String ofEmbedded = address(embedded) + "/fhir/" + request;
        String ofCluster = address(cluster) + "/fhir/" + request;
        for (int page = 1; page <= MOST_PAGES; page++) {
            Answers answers = new Answers(request + ", page " + page, get(ofEmbedded), get(ofCluster));
            to.add(answers);
            Optional<String> next = next(answers.embedded());
            Optional<String> other = next(answers.cluster());
            if (next.isEmpty() || other.isEmpty()) {
                return; // Where only one has a page more, the bodies differ.
            }
            ofEmbedded = next.get();
            ofCluster = other.get();
        }
    }

    private static HttpResponse<byte[]> get(String url) throws IOException, InterruptedException {
        return CLIENT.send(HttpRequest.newBuilder(uri(url)).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static void requireEqual(List<Answers> all) {
        List<String> differences = new ArrayList<>();
        for (Answers each : all) {
            String ours = plain(each.embedded(), address(embedded));
            String theirs = plain(each.cluster(), address(cluster));
            if (!ours.equals(theirs)) {
                differences.add(each.asked() + difference(ours, theirs));
            }
        }
        assertThat(differences).isEmpty();
    }

    private static String difference(String ours, String theirs) {
        int place = 0;
        while (place < Math.min(ours.length(), theirs.length()) && ours.charAt(place) == theirs.charAt(place)) {
            place++;
        }
        return "\n  embedded " + around(ours, place) + "\n  cluster  " + around(theirs, place) + "\n";
    }

    private static String around(String text, int place) {
        return text.substring(Math.max(0, place - 120), Math.min(text.length(), place + 120));
    }

    /** Status, headers and body, without what no two servers have in common. */
    private static String plain(HttpResponse<byte[]> answer, String address) {
        HttpHeaders headers = answer.headers();
        String type = headers.firstValue("Content-Type").orElse("");
        String told = HEADERS.stream()
                .filter(name -> !(name.equals("Last-Modified") && type.endsWith("ndjson"))) // When the export ended.
                .map(name -> name + ": " + headers.allValues(name))
                .collect(Collectors.joining("\n"));
        String body = type.startsWith("text/turtle") ? inOrder(text(answer)) : text(answer);
        return OF_ONE_SERVER
                .matcher((answer.statusCode() + "\n" + told + "\n" + body).replace(address, "http://server"))
                .replaceAll("…");
    }

    /** HAPI writes the statements of Turtle in another order with every answer. */
    private static String inOrder(String turtle) {
        return turtle.lines()
                .map(line -> TURTLE_ENDS.matcher(line.strip()).replaceAll(""))
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    /** Each byte as one character: some bodies are compressed. */
    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.ISO_8859_1);
    }

    private static String address(TestServer server) {
        return server.server.address().toString().replaceFirst("/$", "");
    }

    /** Where the next page is. */
    static Optional<String> next(HttpResponse<byte[]> answer) {
        Matcher next = NEXT.matcher(text(answer));
        return next.find()
                ? Optional.of(
                        next.group(1) != null ? next.group(1) : next.group(2).replace("&amp;", "&"))
                : Optional.empty();
    }

    /** As browsers do: what may not stand in a URL is written by its number. */
    static URI uri(String url) {
        return URI.create(url.replace(" ", "%20").replace("|", "%7C").replace("\\", "%5C"));
    }
}
