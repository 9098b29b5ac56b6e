package org.w3id.materia.server.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import org.eclipse.jetty.server.Request;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAction;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentComponent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentNetworkType;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventEntityComponent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventOutcome;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.w3id.materia.server.access.Grant;
import org.w3id.materia.server.http.RequestId;
import org.w3id.materia.server.interaction.Kind;
import org.w3id.materia.server.interaction.RestInteraction;

/** Makes the AuditEvent of a request: a read by BALP's pattern Read, all else, which asks for something, by Query. */
final class AuditEvents {
    private static final String PROFILES = "https://profiles.ihe.net/ITI/BALP/StructureDefinition/";
    private static final String EVENT_TYPE = "http://terminology.hl7.org/CodeSystem/audit-event-type";
    private static final String INTERACTION = "http://hl7.org/fhir/restful-interaction";
    private static final String DICOM = "http://dicom.nema.org/resources/ontology/DCM";
    private static final String ENTITY_TYPE = "http://terminology.hl7.org/CodeSystem/audit-entity-type";
    private static final String ENTITY_ROLE = "http://terminology.hl7.org/CodeSystem/object-role";
    private static final String OWN_ENTITY_TYPE = "https://profiles.ihe.net/ITI/BALP/CodeSystem/BasicAuditEntityType";

    private final boolean queries;

    /** @param queries whether they are told whole; else the path alone */
    AuditEvents(boolean queries) {
        this.queries = queries;
    }

    AuditEvent of(Request request, int status, Instant now) {
        RestInteraction interaction = RestInteraction.of(request);
        boolean read = interaction.kind() == Kind.READ || interaction.kind() == Kind.VREAD;
        AuditEvent event = new AuditEvent();
        if (status < 400) {
            // The profiles are of successes alone; failures are told in the same form, and claim none.
            event.getMeta().addProfile(PROFILES + (read ? "IHE.BasicAudit.Read" : "IHE.BasicAudit.Query"));
        }
        event.setType(new Coding(EVENT_TYPE, "rest", "Restful Operation"));
        String code = code(interaction.kind());
        event.addSubtype(new Coding(INTERACTION, code, code));
        event.setAction(read ? AuditEventAction.R : AuditEventAction.E);
        event.setRecorded(Date.from(now));
        event.setOutcome(
                status >= 500 ? AuditEventOutcome._8 : status >= 400 ? AuditEventOutcome._4 : AuditEventOutcome._0);
        Coding source = new Coding(DICOM, "110153", "Source Role ID");
        Coding destination = new Coding(DICOM, "110152", "Destination Role ID");
        // Who asks is the source of a question, and the destination of what is read.
        event.addAgent(client(request, read ? destination : source));
        event.addAgent(server(request, read ? source : destination));
        event.getSource().setObserver(new Reference().setDisplay("Materia"));
        event.addEntity(read ? resource(request) : query(request));
        event.addEntity(transaction(request));
        return event;
    }

    /** Of FHIR's interactions; what stands beside them is an operation to it. */
    private static String code(Kind kind) {
        return switch (kind) {
            case READ, VREAD, HISTORY_INSTANCE, HISTORY_TYPE, HISTORY_SYSTEM, SEARCH_TYPE, SEARCH_SYSTEM, BATCH ->
                kind.label();
            default -> "operation";
        };
    }

    private static AuditEventAgentComponent client(Request request, Coding role) {
        AuditEventAgentComponent agent = new AuditEventAgentComponent();
        agent.getType().addCoding(role);
        agent.setRequestor(true);
        String address = Request.getRemoteAddr(request);
        if (request.getAttribute(Grant.ATTRIBUTE) instanceof Grant grant) {
            agent.getWho().setIdentifier(new Identifier().setValue(grant.client()));
        } else {
            agent.getWho().setDisplay(address);
        }
        agent.getNetwork().setAddress(address).setType(AuditEventAgentNetworkType._2);
        return agent;
    }

    private static AuditEventAgentComponent server(Request request, Coding role) {
        AuditEventAgentComponent agent = new AuditEventAgentComponent();
        agent.getType().addCoding(role);
        agent.setRequestor(false);
        agent.getWho().setDisplay("Materia");
        agent.getNetwork().setAddress(Request.getLocalAddr(request)).setType(AuditEventAgentNetworkType._2);
        return agent;
    }

    private static AuditEventEntityComponent resource(Request request) {
        AuditEventEntityComponent entity = entity("4", "Domain Resource");
        String path = Request.getPathInContext(request);
        return entity.setWhat(new Reference(path.substring("/fhir/".length())));
    }

    private AuditEventEntityComponent query(Request request) {
        String line = request.getMethod() + " "
                + (queries
                        ? request.getHttpURI().getPathQuery()
                        : request.getHttpURI().getPath());
        return entity("24", "Query").setQuery(line.getBytes(StandardCharsets.UTF_8));
    }

    private static AuditEventEntityComponent entity(String role, String display) {
        AuditEventEntityComponent entity = new AuditEventEntityComponent();
        entity.setType(new Coding(ENTITY_TYPE, "2", "System Object"));
        entity.setRole(new Coding(ENTITY_ROLE, role, display));
        return entity;
    }

    private static AuditEventEntityComponent transaction(Request request) {
        AuditEventEntityComponent entity = new AuditEventEntityComponent();
        entity.setType(new Coding(OWN_ENTITY_TYPE, "XrequestId", null));
        entity.setWhat(new Reference().setIdentifier(new Identifier().setValue(RequestId.of(request))));
        return entity;
    }
}
