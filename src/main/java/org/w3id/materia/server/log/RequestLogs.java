package org.w3id.materia.server.log;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.server.RequestLog;
import org.w3id.materia.server.config.Observability.RequestLogForm;

/** Puts together those who hear of each request once it is answered. */
public final class RequestLogs {
    private RequestLogs() {}

    /** @param others who hear of each request too, before the log */
    public static RequestLog of(RequestLogForm form, List<RequestLog> others) {
        List<RequestLog> all = new ArrayList<>(others);
        switch (form) {
            case TEXT -> all.add(new TextRequestLog());
            case JSON -> all.add(new JsonRequestLog());
            case NONE -> {}
        }
        return new RequestLog.Collection(all.toArray(RequestLog[]::new));
    }
}
