package org.w3id.materia.server.bulk;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.w3id.materia.bulk.ExportJob;
import org.w3id.materia.bulk.Exports;
import org.w3id.materia.model.Failure;
import org.w3id.materia.server.http.AllowedMethods;

/** Routes what belongs to bulk exports, and lets everything else pass. */
public final class ExportHandler extends Handler.Abstract {
    private static final String KICK_OFF = "/fhir/$export";
    private static final Pattern JOB = Pattern.compile("/fhir/bulk/([0-9a-f-]{36})");
    private static final Pattern FILE = Pattern.compile("/fhir/bulk/([0-9a-f-]{36})/([A-Za-z]+\\.ndjson)");

    /** Seconds after which a client that was refused because of limits may try again. */
    private static final int TRY_AGAIN = 120;

    private final Exports exports;
    private final KickOff kickOff;
    private final ExportStatus status;
    private final ExportFiles files;
    private final Function<Request, String> base;
    private final FailureAnswer failures;

    /**
     * @param base URL of the FHIR base, as the client sees it, without a slash at the end
     * @param failures tells the client what is wrong
     * @param requiresToken whether files are for those alone who have a token
     */
    public ExportHandler(
            Exports exports,
            KickOff kickOff,
            Function<Request, String> base,
            FailureAnswer failures,
            boolean requiresToken) {
        this.exports = exports;
        this.base = base;
        this.kickOff = kickOff;
        this.failures = failures;
        status = new ExportStatus(exports, requiresToken);
        files = new ExportFiles(exports);
        installBean(files);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = Request.getPathInContext(request);
        Matcher job = JOB.matcher(path);
        Matcher file = FILE.matcher(path);
        try {
            if (path.equals(KICK_OFF)) {
                if (AllowedMethods.has(request, response, callback, List.of("GET", "POST"))) {
                    begin(request, response, callback);
                }
            } else if (job.matches()) {
                if (AllowedMethods.has(request, response, callback, List.of("GET", "HEAD", "DELETE"))) {
                    answer(job.group(1), request, response, callback);
                }
            } else if (file.matches()) {
                if (AllowedMethods.has(request, response, callback, List.of("GET", "HEAD"))) {
                    files.send(file.group(1), file.group(2), request, response, callback);
                }
            } else {
                return false;
            }
        } catch (Failure failure) {
            if (failure.category() == Failure.Category.BUSY) {
                response.getHeaders().put(HttpHeader.RETRY_AFTER, TRY_AGAIN);
            }
            failures.send(failure, response, callback);
        }
        return true;
    }

    private void begin(Request request, Response response, Callback callback) throws Exception {
        ExportJob job = exports.submit(kickOff.request(request, base.apply(request)));
        String url = base.apply(request) + "/bulk/" + job.id();
        response.setStatus(HttpStatus.ACCEPTED_202);
        response.getHeaders().put(HttpHeader.CONTENT_LOCATION, url);
        inform("The export has begun. How far it is, and then its files, are at " + url + ".", response, callback);
    }

    private void answer(String id, Request request, Response response, Callback callback) {
        if (request.getMethod().equals("DELETE")) {
            exports.remove(id);
            response.setStatus(HttpStatus.ACCEPTED_202);
            inform("The export is ended and removed.", response, callback);
        } else {
            status.send(exports.job(id), base.apply(request), response, callback);
        }
    }

    private static void inform(String message, Response response, Callback callback) {
        OutcomeText.of("information", "informational", message).send(response, callback);
    }
}
