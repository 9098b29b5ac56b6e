package org.w3id.materia.server.pages;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.w3id.materia.server.pages.find.FindPage;
import org.w3id.materia.server.pages.find.FindReader;
import org.w3id.materia.server.pages.find.NamesByLetter;
import org.w3id.materia.server.pages.find.Question;
import org.w3id.materia.server.pages.medicine.MedicinePage;

/** Pages from what they show. */
final class PageWriter {
    private final Templates templates = new Templates();
    private final String assets;

    /** @param assets version of the style sheet and the script */
    PageWriter(String assets) {
        this.assets = assets;
    }

    /** @param filled whether there ever was an import */
    Answer home(List<NamesByLetter.Letter> letters, boolean filled) {
        return html(200, "home.html", "", Map.of("letters", letters, "filled", filled));
    }

    Answer medicine(MedicinePage page) {
        return html(200, "medicine.html", "../", Map.of("page", page));
    }

    /** @param base URL of the FHIR base, for queries to copy */
    Answer answers(FindPage.Answers answers, String base) {
        return find(answers.question().inWords(), answers.question().inWords(), answers, null, base);
    }

    Answer meant(String words, FindReader.Meant meant, String base) {
        return find(words, words, null, meant, base);
    }

    Answer questions(String base) {
        return find("Questions", "", null, null, base);
    }

    private Answer find(String title, String asked, FindPage.Answers answers, FindReader.Meant meant, String base) {
        Map<String, Object> values = new HashMap<>();
        values.put("title", title);
        values.put("asked", asked);
        values.put("answers", answers);
        values.put("meant", meant);
        values.put("base", base);
        values.put("kinds", Question.Kind.values());
        return html(200, "find.html", "", values);
    }

    /**
     * A page that says what is wrong.
     *
     * @param root where the pages begin, from the page that is answered
     */
    Answer problem(int status, String root, String title, String message) {
        return html(status, "problem.html", root, Map.of("title", title, "message", message));
    }

    /** A FHIR answer for people. */
    String fhir(String root, Map<String, Object> values) {
        return html(200, "fhir.html", root, values).body();
    }

    /** A page of the editors' report. */
    String review(String template, String root, Map<String, Object> values) {
        return html(200, template, root, values).body();
    }

    private Answer html(int status, String template, String root, Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>();
        all.put("asked", "");
        all.putAll(values);
        all.put("root", root);
        all.put("assets", assets);
        return Answer.html(status, templates.render(template, all));
    }
}
