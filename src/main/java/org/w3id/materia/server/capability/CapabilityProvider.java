package org.w3id.materia.server.capability;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.annotation.Metadata;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.w3id.materia.store.KnowledgeBase;
import org.w3id.materia.store.Snapshot;

/** {@code metadata} (FHIR R4, 3.1.0.10): made once for each generation of the knowledge base, and kept encoded. */
public final class CapabilityProvider {
    private record Made(long generation, String serverBase, EncodedCapabilities statement) {}

    private final FhirContext context;
    private final KnowledgeBase knowledge;
    private final Capabilities capabilities;
    private final AtomicReference<Made> latest = new AtomicReference<>();

    public CapabilityProvider(FhirContext context, KnowledgeBase knowledge, Capabilities capabilities) {
        this.context = context;
        this.knowledge = knowledge;
        this.capabilities = capabilities;
    }

    /** What this server does, or with {@code mode=terminology} as a terminology service. HAPI's own cache is off: it would not see an import. */
    @Metadata(cacheMillis = 0)
    public CapabilityStatement capabilities(ServletRequestDetails details) {
        String[] mode = details.getParameters().get("mode");
        return mode != null && mode[0].equals("terminology")
                ? new EncodedCapabilities(context.newJsonParser()
                        .encodeResourceToString(capabilities.terminology())
                        .getBytes(StandardCharsets.UTF_8))
                : encoded(details.getFhirServerBase());
    }

    /** The statement as it is sent. */
    public EncodedCapabilities encoded(String base) {
        try (Snapshot snapshot = knowledge.snapshot()) {
            Made made = latest.get();
            if (made == null
                    || made.generation() != snapshot.generation()
                    || !made.serverBase().equals(base)) {
                CapabilityStatement statement = capabilities.statement(snapshot, base);
                String json = context.newJsonParser().encodeResourceToString(statement);
                made = new Made(
                        snapshot.generation(), base, new EncodedCapabilities(json.getBytes(StandardCharsets.UTF_8)));
                latest.set(made);
            }
            return made.statement();
        }
    }

    /** HAPI looks for this method and hands itself in; what is served is known without. */
    public void setRestfulServer(RestfulServer server) {}
}
