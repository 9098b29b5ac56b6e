package org.w3id.materia.cli;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.api.ServerValidationModeEnum;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Type;
import org.hl7.fhir.r4.model.UriType;

/** Asks a server for codes, which are written as a short name of the system and the code: "rxnorm 161". */
final class CodeClient {
    private static final String REASON = "https://w3id.org/materia/fhir/StructureDefinition/coding-reason";
    private static final Map<String, String> SYSTEMS = Map.of(
            "rxnorm", "http://www.nlm.nih.gov/research/umls/rxnorm",
            "unii", "http://fdasis.nlm.nih.gov",
            "atc", "http://www.whocc.no/atc",
            "medicine", "https://w3id.org/materia/fhir/CodeSystem/medicine",
            "mesh", "http://id.nlm.nih.gov/mesh",
            "sct", "http://snomed.info/sct",
            "umls", "http://www.nlm.nih.gov/research/umls",
            "doid", "http://purl.obolibrary.org/obo/doid.owl");

    private final IGenericClient client;

    CodeClient(String base) {
        FhirContext context = FhirContext.forR4();
        context.getRestfulClientFactory().setServerValidationMode(ServerValidationModeEnum.NEVER);
        client = context.newRestfulGenericClient(base);
    }

    /** System, code, display and reason of each coding of a resource's {@code code}. */
    List<String> codings(String resource) {
        Resource read = (Resource) client.read()
                .resource(resource.split("/")[0])
                .withId(resource.split("/")[1])
                .execute();
        Property code = read.getNamedProperty("code");
        return ((CodeableConcept) code.getValues().get(0))
                .getCoding().stream()
                        .filter(c -> c.hasExtension(REASON)) // All but the medicine's own.
                        .map(c -> written(c) + " " + c.getDisplay() + " "
                                + c.getExtensionByUrl(REASON).getValue().primitiveValue())
                        .toList();
    }

    /** Ids of what a search finds. */
    List<String> found(String search) {
        Bundle found = client.search().byUrl(search).returnBundle(Bundle.class).execute();
        return found.getEntry().stream()
                .map(e -> e.getResource().getIdElement().getIdPart())
                .toList();
    }

    /** Relation and code of each match of a translation. */
    List<String> translations(String code, String system, boolean reverse) {
        return matches(code, system, reverse).stream()
                .map(m -> m.get("equivalence") + " " + m.get("code"))
                .toList();
    }

    /** The parts of each match of a translation, {@code code} and {@code display} of its concept among them. */
    List<Map<String, String>> matches(String code, String system, boolean reverse) {
        Parameters in = concept(code);
        in.addParameter().setName("targetsystem").setValue(new UriType(SYSTEMS.get(system)));
        if (reverse) {
            in.addParameter().setName("reverse").setValue(new BooleanType(true));
        }
        return client
                .operation()
                .onType("ConceptMap")
                .named("$translate")
                .withParameters(in)
                .execute()
                .getParameter()
                .stream()
                .filter(p -> p.getName().equals("match"))
                .map(CodeClient::match)
                .toList();
    }

    private static Map<String, String> match(ParametersParameterComponent match) {
        Map<String, String> parts = new LinkedHashMap<>();
        match.getPart().forEach(p -> parts.put(p.getName(), p.getValue().primitiveValue()));
        Coding concept = (Coding) part(match, "concept");
        parts.put("code", concept.getCode());
        parts.put("display", concept.getDisplay());
        return parts;
    }

    /** System and code of each property {@code translation} of a lookup. */
    List<String> lookedUp(String code) {
        Parameters in = concept(code);
        in.addParameter().setName("property").setValue(new CodeType("translation"));
        return client
                .operation()
                .onType("CodeSystem")
                .named("$lookup")
                .withParameters(in)
                .execute()
                .getParameter()
                .stream()
                .filter(p -> p.getName().equals("property")
                        && part(p, "code").primitiveValue().equals("translation"))
                .map(p -> written((Coding) part(p, "value")))
                .toList();
    }

    private static Parameters concept(String code) {
        Parameters in = new Parameters();
        in.addParameter().setName("system").setValue(new UriType(SYSTEMS.get(code.split(" ")[0])));
        in.addParameter().setName("code").setValue(new CodeType(code.split(" ")[1]));
        return in;
    }

    private static String written(Coding coding) {
        return SYSTEMS.entrySet().stream()
                        .filter(e -> e.getValue().equals(coding.getSystem()))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse(coding.getSystem())
                + " " + coding.getCode();
    }

    private static Type part(ParametersParameterComponent parameter, String name) {
        return parameter.getPart().stream()
                .filter(p -> p.getName().equals(name))
                .findFirst()
                .orElseThrow()
                .getValue();
    }
}
