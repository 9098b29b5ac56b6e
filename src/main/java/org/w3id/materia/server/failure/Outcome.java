package org.w3id.materia.server.failure;

import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpStatus;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.w3id.materia.model.Failure;

/**
 * What a client is told of a failure: the one place where a category becomes an HTTP status.
 *
 * @param status HTTP status
 * @param issue FHIR's kind of issue
 * @param message for a person; never a stack trace or a name of a class
 */
public record Outcome(int status, IssueType issue, String message) {
    /** Seconds after which a client may ask again what could not be answered for the moment. */
    public static final int TRY_AGAIN = 5;

    /** What a request may have and no answer in XML (XML 1.0, 2.2 Char): a message that repeats it would end as a fault. */
    private static final Pattern OF_NO_XML =
            Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uD800-\\uDFFF\\uFFFE\\uFFFF]");

    /** Numbers that HAPI gives its messages, and names of classes: they mean nothing to a client. The place in an XML body does. */
    private static final Pattern OF_THE_PROGRAM = Pattern.compile(
            "HAPI-\\d+: | \\{unknown-source}| \\(bound as `[^`]*`\\)|: not allowed as per `[^`]*`|\\b(?:[a-z]\\w*\\.)*[A-Z]\\w*Exception(?: at \\[\\[row,col[^\\]]*\\]:"
                    + " (\\[\\d+,\\d+\\])\\])?: ");

    public Outcome {
        message = OF_NO_XML.matcher(message).replaceAll("\uFFFD");
        message = OF_THE_PROGRAM
                .matcher(message)
                .replaceAll(m -> m.group(1) == null ? "" : "at row and column " + m.group(1) + ": ");
    }

    /**
     * @param thrown what ended the request, as it came out of HAPI
     * @param requestId under which the log has the details of a fault
     */
    public static Outcome of(Throwable thrown, String requestId) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof Failure failure) {
                return of(failure);
            }
            if (t instanceof HttpException http && http.getCode() < 500) {
                return of(http.getCode(), http.getReason()); // Found while reading the body: HAPI wraps it as a fault.
            }
        }
        if (thrown instanceof BaseServerResponseException known && known.getStatusCode() < 500) {
            return of(known.getStatusCode(), known.getMessage());
        }
        if (isOfMalformedBody(thrown)) {
            return of(Failure.invalid("The body is not a FHIR resource as R4 defines it."));
        }
        return new Outcome(
                HttpStatus.INTERNAL_SERVER_ERROR_500,
                IssueType.EXCEPTION,
                "A fault of the server. The log has its details under the id " + requestId + ".");
    }

    /** HAPI's parser answers some malformed input with faults of its own. */
    private static boolean isOfMalformedBody(Throwable thrown) {
        return Arrays.stream(thrown.getStackTrace())
                .anyMatch(frame -> frame.getClassName().equals("ca.uhn.fhir.rest.server.method.ResourceParameter")
                        && frame.getMethodName().equals("loadResourceFromRequest"));
    }

    private static Outcome of(Failure failure) {
        return switch (failure.category()) {
            case INVALID -> new Outcome(HttpStatus.BAD_REQUEST_400, IssueType.INVALID, failure.getMessage());
            case NOT_SUPPORTED -> new Outcome(HttpStatus.BAD_REQUEST_400, IssueType.NOTSUPPORTED, failure.getMessage());
            case NOT_FOUND -> new Outcome(HttpStatus.NOT_FOUND_404, IssueType.NOTFOUND, failure.getMessage());
            case GONE -> new Outcome(HttpStatus.GONE_410, IssueType.NOTFOUND, failure.getMessage());
            case DELETED -> new Outcome(HttpStatus.GONE_410, IssueType.DELETED, failure.getMessage());
            case TOO_COSTLY ->
                new Outcome(HttpStatus.UNPROCESSABLE_ENTITY_422, IssueType.TOOCOSTLY, failure.getMessage());
            case BUSY -> new Outcome(HttpStatus.TOO_MANY_REQUESTS_429, IssueType.THROTTLED, failure.getMessage());
            case UNAVAILABLE -> of(HttpStatus.SERVICE_UNAVAILABLE_503, failure.getMessage());
        };
    }

    /** Of a status that HTTP itself, or HAPI's routing, decided. */
    public static Outcome of(int status, String message) {
        IssueType issue =
                switch (status) {
                    case HttpStatus.FORBIDDEN_403 -> IssueType.FORBIDDEN;
                    case HttpStatus.NOT_FOUND_404, HttpStatus.GONE_410 -> IssueType.NOTFOUND;
                    case HttpStatus.METHOD_NOT_ALLOWED_405,
                            HttpStatus.NOT_ACCEPTABLE_406,
                            HttpStatus.UNSUPPORTED_MEDIA_TYPE_415,
                            HttpStatus.NOT_IMPLEMENTED_501 -> IssueType.NOTSUPPORTED;
                    case HttpStatus.PAYLOAD_TOO_LARGE_413,
                            HttpStatus.URI_TOO_LONG_414,
                            HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431 -> IssueType.TOOLONG;
                    case HttpStatus.SERVICE_UNAVAILABLE_503 -> IssueType.TRANSIENT;
                    default -> status >= 500 ? IssueType.EXCEPTION : IssueType.INVALID;
                };
        return new Outcome(status, issue, message);
    }

    boolean isFault() {
        return status >= 500 && !isTemporary();
    }

    /** Whether the same request may be answered {@link #TRY_AGAIN} seconds later. */
    public boolean isTemporary() {
        return status == HttpStatus.SERVICE_UNAVAILABLE_503;
    }

    /** One issue, an error, with the message as its diagnostics. */
    public OperationOutcome resource() {
        OperationOutcome outcome = new OperationOutcome();
        outcome.addIssue().setSeverity(IssueSeverity.ERROR).setCode(issue).setDiagnostics(message);
        return outcome;
    }
}
