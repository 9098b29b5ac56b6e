package org.w3id.materia.terminology.release.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.NamingSystem;
import org.w3id.materia.model.Finding;
import org.w3id.materia.model.Finding.Severity;
import org.w3id.materia.terminology.release.ReleaseFile;
import org.w3id.materia.terminology.release.ReleaseSink;
import org.w3id.materia.terminology.specification.MandatoryElements;

/** Takes the resources of a release: those of terminology go to the sink, others are counted. */
final class FhirResources {
    private static final Set<String> TERMINOLOGY = Set.of("CodeSystem", "ValueSet", "ConceptMap", "NamingSystem");
    private static final int LARGEST_KEPT_WHOLE = 5_000;

    private final FhirContext context = FhirContext.forR4Cached();
    private final ReleaseSink sink;
    private int others;

    FhirResources(ReleaseSink sink) {
        this.sink = sink;
    }

    ReleaseSink sink() {
        return sink;
    }

    /** Whether resources of a type are taken; null where the type is not said. */
    static boolean takes(String type) {
        return type != null && (TERMINOLOGY.contains(type) || type.equals("Bundle"));
    }

    /** Counts a resource that is none of terminology. */
    void other() {
        others++;
    }

    /** Reads a resource; what HAPI cannot read is reported with the line at which the resource begins. */
    void json(String json, ReleaseFile file, int line) throws IOException {
        parse(context.newJsonParser(), json, file, line);
    }

    void xml(String xml, ReleaseFile file, int line) throws IOException {
        parse(context.newXmlParser(), xml, file, line);
    }

    /** The header of a code system whose concepts are read apart; null where it cannot be read, which is reported. */
    CodeSystem header(String json, ReleaseFile file, int line) {
        try {
            IParser parser = context.newJsonParser();
            parser.setParserErrorHandler(new ElementsNotUnderstood(file, line, sink));
            CodeSystem header = parser.parseResource(CodeSystem.class, json);
            return isUsable(header, file, line) ? header : null;
        } catch (RuntimeException e) {
            // As in parse.
            sink.finding(broken(file, line, reason(e)));
            return null;
        }
    }

    /** Says how many resources were of no concern. */
    void end(String release) {
        if (others > 0) {
            sink.finding(new Finding(
                    Severity.INFORMATION,
                    release,
                    0,
                    "not-terminology",
                    others + " resources are no CodeSystem, ValueSet, ConceptMap or NamingSystem, and are left out."));
        }
    }

    static Finding broken(ReleaseFile file, int line, String reason) {
        return new Finding(Severity.ERROR, file.path(), line, "resource-not-understood", reason);
    }

    private void parse(IParser parser, String text, ReleaseFile file, int line) throws IOException {
        parser.setParserErrorHandler(new ElementsNotUnderstood(file, line, sink));
        IBaseResource resource;
        try {
            resource = parser.parseResource(text);
        } catch (RuntimeException e) {
            // HAPI's parser answers malformed input with DataFormatException and with whatever happens to it.
            sink.finding(broken(file, line, reason(e)));
            return;
        }
        take(resource, file, line);
    }

    private void take(IBaseResource resource, ReleaseFile file, int line) throws IOException {
        if (resource instanceof Bundle bundle) {
            for (Bundle.BundleEntryComponent entry : bundle.getEntry()) {
                if (entry.hasResource()) {
                    take(entry.getResource(), file, line);
                }
            }
        } else if (resource instanceof MetadataResource metadata && TERMINOLOGY.contains(metadata.fhirType())) {
            if (isUsable(metadata, file, line)) {
                take(metadata, file, line);
            }
        } else {
            others++;
        }
    }

    private void take(MetadataResource resource, ReleaseFile file, int line) throws IOException {
        boolean large = resource instanceof CodeSystem system
                && system.getContent() != CodeSystem.CodeSystemContentMode.SUPPLEMENT
                && CodeSystemConcepts.count(system.getConcept()) > LARGEST_KEPT_WHOLE;
        if (large) {
            CodeSystem system = (CodeSystem) resource;
            CodeSystemConcepts concepts = new CodeSystemConcepts(system, file, sink);
            CodeSystem header = system.copy();
            header.setConcept(null);
            sink.system(header);
            concepts.all(system.getConcept(), null, line);
        } else {
            sink.resource(resource);
        }
    }

    private boolean isUsable(MetadataResource resource, ReleaseFile file, int line) {
        if (!resource.hasUrl() && !(resource instanceof NamingSystem)) {
            sink.finding(broken(file, line, "The " + resource.fhirType() + " has no url, so nothing can refer to it."));
            return false;
        }
        Optional<String> missing = MandatoryElements.firstMissing(resource);
        missing.ifPresent(path -> sink.finding(
                broken(file, line, "In '" + resource.getUrl() + "' there is no " + path + ", which is mandatory.")));
        return missing.isEmpty();
    }

    private static String reason(RuntimeException e) {
        String message = e.getMessage() == null ? e.toString() : e.getMessage();
        return message.lines().findFirst().orElse(message);
    }
}
