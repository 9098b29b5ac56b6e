package org.w3id.materia.server.welcome;

import java.util.TreeMap;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.w3id.materia.server.config.ServerConfiguration;
import org.w3id.materia.server.http.BaseAddress;
import org.w3id.materia.server.http.PageHandler;
import org.w3id.materia.store.KnowledgeBase;
import org.w3id.materia.store.Snapshot;

/** {@code /developers}: the page for people who write programs. */
public final class WelcomeHandler extends PageHandler {
    private final KnowledgeBase knowledge;
    private final BaseAddress base;
    private final WelcomePage page;

    public WelcomeHandler(KnowledgeBase knowledge, BaseAddress base, ServerConfiguration.Release release) {
        this.base = base;
        this.knowledge = knowledge;
        this.page = new WelcomePage(release.version());
    }

    @Override
    protected boolean has(String path) {
        return path.equals("/developers");
    }

    @Override
    protected String page(Request request, Response response) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/html;charset=utf-8");
        try (Snapshot snapshot = knowledge.snapshot()) {
            return page.of(base.of(request), new TreeMap<>(snapshot.counts()), WelcomeExamples.of(snapshot));
        }
    }
}
