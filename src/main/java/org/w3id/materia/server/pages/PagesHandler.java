package org.w3id.materia.server.pages;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.w3id.materia.model.Failure;
import org.w3id.materia.safety.stated.MedicineResources;
import org.w3id.materia.server.http.AllowedMethods;
import org.w3id.materia.server.pages.find.AnswerReader;
import org.w3id.materia.server.pages.find.Csv;
import org.w3id.materia.server.pages.find.FhirSearch;
import org.w3id.materia.server.pages.find.FindPage;
import org.w3id.materia.server.pages.find.FindReader;
import org.w3id.materia.server.pages.find.Finder;
import org.w3id.materia.server.pages.find.NamesByLetter;
import org.w3id.materia.server.pages.find.OpenedClasses;
import org.w3id.materia.server.pages.find.Question;
import org.w3id.materia.server.pages.find.Suggestions;
import org.w3id.materia.server.pages.medicine.MedicineReader;
import org.w3id.materia.store.KnowledgeBase;
import org.w3id.materia.store.Snapshot;

/** The pages for people: {@code /}, {@code /medicines/[id]}, {@code /find}, and what they are made of. */
public final class PagesHandler extends Handler.Abstract {
    /** The pages run the one script and take the one style sheet that come from here, and ask this server alone. */
    static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " connect-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final String ASSETS = "/pages/";
    private static final String MEDICINES = "/medicines/";
    private static final int LONGEST_QUESTION = 200;

    private final FhirContext context;
    private final KnowledgeBase knowledge;
    private final FhirSearch search;
    private final OpenedClasses classes;
    private final Function<Request, String> base;
    private final Assets assets = new Assets();
    private final NamesByLetter names = new NamesByLetter();
    private final PageWriter writer = new PageWriter(assets.version());

    /**
     * @param context of FHIR R4
     * @param base URL of the FHIR base, as the client of a request sees it
     */
    public PagesHandler(
            FhirContext context,
            KnowledgeBase knowledge,
            FhirSearch search,
            OpenedClasses classes,
            Function<Request, String> base) {
        this.context = context;
        this.knowledge = knowledge;
        this.search = search;
        this.classes = classes;
        this.base = base;
    }

    /** Pages of the same look for FHIR answers. */
    public FhirPages fhirPages() {
        return new FhirPages(writer);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String path = Request.getPathInContext(request);
        if (!isOurs(path)) {
            return false;
        }
        if (!AllowedMethods.isReading(request, response, callback)) {
            return true;
        }
        send(answer(path, request), response, callback);
        return true;
    }

    private boolean isOurs(String path) {
        return path.equals("/")
                || path.equals("/find")
                || path.equals("/suggest")
                || path.startsWith(MEDICINES)
                || path.startsWith(ASSETS)
                        && assets.find(path.substring(ASSETS.length())).isPresent();
    }

    private Answer answer(String path, Request request) {
        if (path.startsWith(ASSETS)) {
            Assets.Asset asset = assets.find(path.substring(ASSETS.length())).orElseThrow();
            return Answer.text(asset.contentType(), asset.content()).with("Cache-Control", "public, max-age=86400");
        }
        String root = path.startsWith(MEDICINES) ? "../" : "";
        try (Snapshot snapshot = knowledge.snapshot()) {
            if (path.equals("/")) {
                return writer.home(names.of(snapshot), snapshot.generation() > 0);
            }
            if (snapshot.generation() == 0) {
                return writer.problem(
                                HttpStatus.SERVICE_UNAVAILABLE_503,
                                root,
                                "Not yet",
                                "The first import of the monographs is under way: what they say is not known yet.")
                        .with("Retry-After", "10");
            }
            return path.startsWith(MEDICINES)
                    ? medicine(path.substring(MEDICINES.length()), snapshot)
                    : found(path, request, snapshot);
        } catch (Failure e) {
            return writer.problem(HttpStatus.BAD_REQUEST_400, root, "That cannot be asked", e.getMessage());
        }
    }

    private Answer medicine(String id, Snapshot snapshot) {
        return new MedicineReader(context, snapshot)
                .read(id)
                .map(writer::medicine)
                .orElseGet(() -> writer.problem(
                        HttpStatus.NOT_FOUND_404,
                        "../",
                        "No such medicine",
                        "There is no medicine with the id '" + id + "' here."));
    }

    /** @throws Failure where what is asked is too long, or cannot be searched for */
    private Answer found(String path, Request request, Snapshot snapshot) {
        Map<String, String> parameters = parameters(request);
        Finder finder = new Finder(context, search, request);
        String words = parameters.getOrDefault("q", "").strip();
        if (path.equals("/suggest")) {
            return Answer.text("application/json", new Suggestions(finder).json(words));
        }
        Optional<Question> question = Question.inForm(parameters).or(() -> Question.inWords(words));
        if (question.isPresent()) {
            FindPage.Answers answers =
                    new AnswerReader(finder, classes, new MedicineResources(context, snapshot)).answers(question.get());
            return "csv".equals(parameters.get("as"))
                    ? Answer.text("text/csv;charset=utf-8;header=present", Csv.of(answers.rows()))
                            .with("Content-Disposition", "attachment; filename=\"answers.csv\"")
                    : writer.answers(answers, base.apply(request));
        }
        if (words.isEmpty()) {
            return writer.questions(base.apply(request));
        }
        FindReader.Meant meant = new FindReader(finder, classes).read(words);
        String exact = meant.exactly(words);
        return exact.isEmpty()
                ? writer.meant(words, meant, base.apply(request))
                : Answer.elsewhere("medicines/" + exact);
    }

    private static Map<String, String> parameters(Request request) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (request.getHttpURI().getQuery() != null) {
            for (Fields.Field field : Request.extractQueryParameters(request, StandardCharsets.UTF_8)) {
                if (field.getValue().length() > LONGEST_QUESTION) {
                    throw Failure.invalid("A question has " + LONGEST_QUESTION + " characters at most.");
                }
                parameters.put(field.getName(), field.getValue());
            }
        }
        return parameters;
    }

    private static void send(Answer answer, Response response, Callback callback) {
        response.setStatus(answer.status());
        HttpFields.Mutable headers = response.getHeaders();
        headers.put(HttpHeader.CONTENT_TYPE, answer.contentType());
        headers.put("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        headers.put(HttpHeader.CACHE_CONTROL, "no-cache");
        answer.headers().forEach(headers::put);
        response.write(true, StandardCharsets.UTF_8.encode(answer.body()), callback);
    }
}
