package org.w3id.materia.server.capability;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementKind;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceOperationComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceSearchParamComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestSecurityComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.ConditionalReadStatus;
import org.hl7.fhir.r4.model.CapabilityStatement.ResourceVersionPolicy;
import org.hl7.fhir.r4.model.CapabilityStatement.RestfulCapabilityMode;
import org.hl7.fhir.r4.model.CapabilityStatement.SystemRestfulInteraction;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Enumerations.FHIRVersion;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.TerminologyCapabilities;
import org.w3id.materia.search.definition.SearchDefinition;
import org.w3id.materia.search.definition.SearchParameters;
import org.w3id.materia.server.config.ServedContent;
import org.w3id.materia.server.config.ServerConfiguration;
import org.w3id.materia.server.rest.ServedOperation;
import org.w3id.materia.server.rest.SupportedProfiles;
import org.w3id.materia.server.search.Include;
import org.w3id.materia.server.terminology.TerminologyStatement;
import org.w3id.materia.store.Snapshot;
import org.w3id.materia.terminology.operation.library.TerminologyLibrary;

/** Writes the capability statement from what is served, and from nothing else (FHIR R4, CapabilityStatement). */
public final class Capabilities {
    private static final String DESCRIPTION =
            "Drug monographs as coded, computable FHIR, in which every statement points at the sentence it came from."
                    + " Read-only.";

    private static final List<TypeRestfulInteraction> INTERACTIONS = List.of(
            TypeRestfulInteraction.READ,
            TypeRestfulInteraction.VREAD,
            TypeRestfulInteraction.HISTORYINSTANCE,
            TypeRestfulInteraction.HISTORYTYPE,
            TypeRestfulInteraction.SEARCHTYPE);
    private static final List<SystemRestfulInteraction> SYSTEM_INTERACTIONS = List.of(
            SystemRestfulInteraction.BATCH,
            SystemRestfulInteraction.TRANSACTION,
            SystemRestfulInteraction.HISTORYSYSTEM,
            SystemRestfulInteraction.SEARCHSYSTEM);

    private final SearchParameters parameters;
    private final Supplier<TerminologyLibrary> terminology;
    private final List<ServedOperation> operations;
    private final ServerConfiguration.Release release;
    private final boolean restricted;

    public Capabilities(ServedContent content, List<ServedOperation> operations, ServerConfiguration configuration) {
        this.parameters = content.parameters();
        this.terminology = content.terminology();
        this.operations = operations;
        this.release = configuration.release();
        this.restricted = configuration.access().isPresent();
    }

    CapabilityStatement statement(Snapshot snapshot, String serverBase) {
        CapabilityStatement statement = new CapabilityStatement();
        statement.setUrl(serverBase + "/metadata");
        statement.setVersion(release.version());
        statement.setName("Materia").setTitle("Materia");
        statement.setStatus(PublicationStatus.ACTIVE).setDateElement(day()).setPublisher("Materia");
        statement.setDescription(DESCRIPTION);
        statement.setKind(CapabilityStatementKind.INSTANCE);
        statement.getSoftware().setName("Materia").setVersion(release.version()).setReleaseDateElement(day());
        statement.getImplementation().setDescription(DESCRIPTION).setUrl(serverBase);
        statement.setFhirVersion(FHIRVersion._4_0_1);
        statement.addInstantiates("http://hl7.org/fhir/uv/bulkdata/CapabilityStatement/bulk-data");
        for (String format :
                List.of("application/fhir+json", "application/fhir+xml", "text/turtle", "json", "xml", "ttl")) {
            statement.addFormat(format);
        }
        CapabilityStatementRestComponent rest = statement.addRest().setMode(RestfulCapabilityMode.SERVER);
        rest.setDocumentation(
                "Unknown search parameters are refused, unless the client sends 'Prefer: handling=lenient'. Page links"
                        + " keep to the content that the search began with; one that is too old is answered 410."
                        + " [base]/changes tells changes as they happen, as server-sent events.");
        secure(rest.getSecurity().setCors(true));
        Map<String, List<String>> profiles = SupportedProfiles.byType(snapshot);
        for (String type : parameters.types()) {
            describe(rest.addResource().setType(type), profiles.getOrDefault(type, List.of()));
        }
        SYSTEM_INTERACTIONS.forEach(i -> rest.addInteraction().setCode(i));
        terminologyTypes().forEach(type -> operationsOf(type)
                .forEach(o -> describe(o, resourceOf(rest, type).addOperation())));
        TerminologyStatement.describe(statement);
        ofEveryType().forEach(p -> describe(p, rest.addSearchParam()));
        operations.stream().filter(o -> o.places().system()).forEach(o -> describe(o, rest.addOperation()));
        return statement;
    }

    private void secure(CapabilityStatementRestSecurityComponent security) {
        if (!restricted) {
            security.setDescription("Open for reading; nothing can be written.");
            return;
        }
        security.setDescription("Open for reading to those who have a token with scopes of SMART Backend Services;"
                + " [base]/.well-known/smart-configuration tells which and from where. Nothing can be written.");
        security.addService()
                .addCoding()
                .setSystem("http://terminology.hl7.org/CodeSystem/restful-security-service")
                .setCode("SMART-on-FHIR")
                .setDisplay("SMART-on-FHIR");
    }

    /** What this server does as a terminology service. */
    TerminologyCapabilities terminology() {
        return TerminologyStatement.of(
                terminology.get(), release.version(), release.date().toString());
    }

    /** Types that have operations and no resources here. */
    private List<String> terminologyTypes() {
        return operations.stream()
                .flatMap(o -> o.places().types().stream())
                .filter(type -> !parameters.types().contains(type) && !type.equals("CapabilityStatement"))
                .distinct()
                .toList();
    }

    private List<ServedOperation> operationsOf(String type) {
        return operations.stream()
                .filter(o -> o.places().types().contains(type))
                .toList();
    }

    private static CapabilityStatementRestResourceComponent resourceOf(
            CapabilityStatementRestComponent rest, String type) {
        return rest.getResource().stream()
                .filter(r -> r.getType().equals(type))
                .findFirst()
                .orElseGet(() -> rest.addResource().setType(type));
    }

    /** What a search of the whole server can use. */
    private List<SearchDefinition> ofEveryType() {
        String any = parameters.types().iterator().next();
        return parameters.of(any).stream()
                .filter(p -> parameters.types().stream().allMatch(type -> parameters
                        .find(type, p.code())
                        .filter(other -> other.url().equals(p.url()))
                        .isPresent()))
                .toList();
    }

    private void describe(CapabilityStatementRestResourceComponent resource, List<String> profiles) {
        String type = resource.getType();
        resource.setProfile("http://hl7.org/fhir/StructureDefinition/" + type);
        profiles.forEach(resource::addSupportedProfile);
        INTERACTIONS.forEach(i -> resource.addInteraction().setCode(i));
        resource.setVersioning(ResourceVersionPolicy.VERSIONED);
        resource.setReadHistory(true);
        resource.setConditionalRead(ConditionalReadStatus.FULLSUPPORT);
        Include.references(type, parameters).forEach(code -> resource.addSearchInclude(type + ":" + code));
        Include.referring(type, parameters).forEach(resource::addSearchRevInclude);
        parameters.of(type).forEach(parameter -> describe(parameter, resource.addSearchParam()));
        operations.stream()
                .filter(o -> o.places().types().contains(type)
                        || o.places().instances().contains(type))
                .forEach(o -> describe(o, resource.addOperation()));
    }

    private static void describe(ServedOperation operation, CapabilityStatementRestResourceOperationComponent to) {
        to.setName(operation.name()).setDefinition(operation.definition()).setDocumentation(operation.documentation());
    }

    private static void describe(SearchDefinition parameter, CapabilityStatementRestResourceSearchParamComponent to) {
        to.setName(parameter.code())
                .setDefinition(parameter.url())
                .setType(parameter.type())
                .setDocumentation(parameter.description());
    }

    /** A date alone: the hour of a release says nothing. */
    private DateTimeType day() {
        return new DateTimeType(release.date().toString());
    }
}
