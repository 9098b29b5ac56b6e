package org.w3id.materia.server;

import java.util.List;
import java.util.TreeMap;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.w3id.materia.store.KnowledgeBase;
import org.w3id.materia.store.Snapshot;

/** Answers {@code /} with the page for people. */
final class WelcomeHandler extends Handler.Abstract {
    private final KnowledgeBase knowledge;
    private final WelcomePage page;

    WelcomeHandler(KnowledgeBase knowledge, ServerConfiguration.Release release) {
        this.knowledge = knowledge;
        this.page = new WelcomePage(release.version());
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (!Request.getPathInContext(request).equals("/")
                || !List.of("GET", "HEAD").contains(request.getMethod())) {
            return false;
        }
        String html;
        try (Snapshot snapshot = knowledge.snapshot()) {
            html = page.of(new TreeMap<>(snapshot.counts()), WelcomePage.exampleFrom(snapshot));
        }
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/html;charset=utf-8");
        Content.Sink.write(response, true, html, callback);
        return true;
    }
}
