package org.w3id.materia.server.http;

import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;

/** Serves operators' pages on the connector that is named for them, and nothing else there; elsewhere, what stands behind it. */
public final class ManagementPort extends Handler.Wrapper {
    /** Of the connector. */
    public static final String NAME = "management";

    private final Handler pages;

    /** @param pages what is served there */
    public ManagementPort(Handler content, Handler pages) {
        super(content);
        this.pages = new RequestIdHandler(new SecurityHeadersHandler(pages));
        installBean(this.pages);
    }

    @Override
    public void setServer(Server server) {
        super.setServer(server);
        pages.setServer(server);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (!NAME.equals(request.getConnectionMetaData().getConnector().getName())) {
            return super.handle(request, response, callback);
        }
        if (!pages.handle(request, response, callback)) {
            Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
        }
        return true;
    }
}
