package org.w3id.materia.server.openapi;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.w3id.materia.server.http.AllowedMethods;
import org.w3id.materia.server.rest.ServedOperation;

/** {@code [base]/api-docs}: the OpenAPI document. {@code [base]/swagger-ui/}: a page that shows it. */
public final class OpenApiHandler extends Handler.Abstract {
    private static final String DOCUMENT = "/fhir/api-docs";
    private static final String PAGE = "/fhir/swagger-ui/";

    /** The page runs the scripts that come with it, and asks this server alone. Swagger UI styles its elements in place. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; connect-src 'self';"
            + " img-src 'self' data:; style-src 'self' 'unsafe-inline'; base-uri 'none'; form-action 'none';"
            + " frame-ancestors 'none'";

    private final SwaggerUi page = new SwaggerUi();
    private final Function<Request, byte[]> capabilities;
    private final List<ServedOperation> operations;

    /**
     * @param capabilities JSON of the capability statement, for the base that the request has
     * @param operations those that are served
     */
    public OpenApiHandler(Function<Request, byte[]> capabilities, List<ServedOperation> operations) {
        this.operations = List.copyOf(operations);
        this.capabilities = capabilities;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String path = Request.getPathInContext(request);
        if (path.equals(PAGE.substring(0, PAGE.length() - 1))) {
            // Relative, so that it leads there from behind any proxy.
            response.setStatus(HttpStatus.FOUND_302);
            response.getHeaders().put(HttpHeader.LOCATION, "swagger-ui/");
            callback.succeeded();
            return true;
        }
        String file = path.equals(PAGE) ? "index.html" : path.startsWith(PAGE) ? path.substring(PAGE.length()) : "";
        Optional<byte[]> body = path.equals(DOCUMENT)
                ? Optional.of(OpenApiDocument.of(capabilities.apply(request), operations))
                : page.read(file);
        if (body.isEmpty()) {
            return false;
        }
        if (!AllowedMethods.isReading(request, response, callback)) {
            return true;
        }
        if (path.equals(DOCUMENT)) {
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        } else {
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, SwaggerUi.mediaType(file));
            response.getHeaders().put("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        }
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-cache");
        response.write(true, ByteBuffer.wrap(body.get()), callback);
        return true;
    }
}
