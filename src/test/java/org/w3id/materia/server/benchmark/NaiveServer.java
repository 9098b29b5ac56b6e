package org.w3id.materia.server.benchmark;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.server.FifoMemoryPagingProvider;
import ca.uhn.fhir.rest.server.RestfulServer;
import java.nio.file.Path;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;

/** The same content from HAPI's plain server over hash maps, as HAPI's documentation shows it. */
public final class NaiveServer {
    private static final int PAGED_SEARCHES = 100;

    private NaiveServer() {}

    /** Arguments: port, folder of NDJSON files as {@code convert} writes them. */
    public static void main(String[] args) throws Exception {
        FhirContext context = FhirContext.forR4();
        NaiveContent content = new NaiveContent(context, Path.of(args[1]));
        RestfulServer fhir = new RestfulServer(context);
        fhir.setPagingProvider(new FifoMemoryPagingProvider(PAGED_SEARCHES));
        fhir.registerProviders(
                new NaiveMedicationKnowledge(content),
                new NaiveMedication(content),
                new NaiveIndication(content),
                new NaiveDetectedIssue(content));
        ServletContextHandler servlets = new ServletContextHandler("/fhir");
        servlets.addServlet(new ServletHolder(fhir), "/*");
        Server server = LocalServer.on(Integer.parseInt(args[0]));
        server.setHandler(servlets);
        server.start();
        server.join();
    }
}
