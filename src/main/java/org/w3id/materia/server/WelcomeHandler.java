package org.w3id.materia.server;

import java.util.TreeMap;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.w3id.materia.store.KnowledgeBase;
import org.w3id.materia.store.Snapshot;

/** {@code /developers}: the page for people who write programs. */
final class WelcomeHandler extends PageHandler {
    private final KnowledgeBase knowledge;
    private final BaseAddress base;
    private final WelcomePage page;

    WelcomeHandler(KnowledgeBase knowledge, BaseAddress base, ServerConfiguration.Release release) {
        this.base = base;
        this.knowledge = knowledge;
        this.page = new WelcomePage(release.version());
    }

    @Override
    boolean has(String path) {
        return path.equals("/developers");
    }

    @Override
    String page(Request request, Response response) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/html;charset=utf-8");
        try (Snapshot snapshot = knowledge.snapshot()) {
            return page.of(base.of(request), new TreeMap<>(snapshot.counts()), WelcomeExamples.of(snapshot));
        }
    }
}
