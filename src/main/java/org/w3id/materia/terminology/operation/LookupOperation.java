package org.w3id.materia.terminology.operation;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.hl7.fhir.r4.model.UriType;
import org.w3id.materia.terminology.codesystem.CodeSystemProvider;
import org.w3id.materia.terminology.codesystem.Concept;
import org.w3id.materia.terminology.codesystem.ConceptProperty;
import org.w3id.materia.terminology.codesystem.Designation;
import org.w3id.materia.terminology.codesystem.Displays;
import org.w3id.materia.terminology.operation.issue.TerminologyFailure;
import org.w3id.materia.terminology.operation.library.TerminologyLibrary;
import org.w3id.materia.terminology.operation.request.ParameterTable;
import org.w3id.materia.terminology.operation.request.RequestedConcept;
import org.w3id.materia.terminology.operation.request.TerminologyRequest;
import org.w3id.materia.terminology.operation.request.TerminologyResources;

/**
 * {@code CodeSystem/$lookup} (FHIR R4, CodeSystem operations): all that is known of a concept. {@code property} is what to tell of it:
 * {@code display}, {@code definition}, {@code designation}, {@code lang.xx}, {@code parent}, {@code child}, {@code inactive}, {@code translation}
 * (what it is in other code systems, and the monographs of a drug), or a property of the code system; without any, or with {@code *}, all of it.
 */
public final class LookupOperation {
    /** Date has no effect: what is loaded is current. */
    public static final ParameterTable PARAMETERS = ParameterTable.of(
            "code", "system", "version", "coding", "property", "displayLanguage", "useSupplement", "date");

    private static final String LANGUAGE = "lang.";

    private final TerminologyLibrary library;
    private final TerminologyResources resources;
    private final TerminologyRequest request;
    private final Set<String> wanted;
    private final Parameters answer = new Parameters();

    public LookupOperation(TerminologyLibrary library, TerminologyRequest request) {
        this.library = library;
        this.resources = new TerminologyResources(library, request);
        this.request = request;
        this.wanted = Set.copyOf(request.texts("property"));
    }

    /** @throws TerminologyFailure where the request names no concept that is known */
    public Parameters run() {
        RequestedConcept requested = RequestedConcept.of(resources, "coding", "code");
        resources.checkSupplements();
        CodeSystemProvider system = requested.system();
        Concept concept = requested.concept();
        String name = system.header().description().name();
        add("name", new StringType(name == null ? system.header().url() : name));
        if (system.header().version() != null) {
            add("version", new StringType(system.header().version()));
        }
        Displays displays = new Displays();
        displays.add(concept);
        add(
                "display",
                new StringType(displays.preferred(request.languages())
                        .or(() -> displays.preferred(null))
                        .map(Designation::value)
                        .orElse(concept.code())));
        add("system", new UriType(system.header().url()));
        add("code", new CodeType(concept.code()));
        add("abstract", new BooleanType(concept.isAbstract()));
        if (concept.definition() != null && wants("definition")) {
            add("definition", new StringType(concept.definition()));
        }
        displays.designations().stream().filter(this::isWanted).forEach(this::addDesignation);
        addProperties(system, concept);
        system.header().supplements().forEach(s -> add("used-supplement", new CanonicalType(s)));
        return answer;
    }

    private boolean wants(String property) {
        return wanted.isEmpty() || wanted.contains("*") || wanted.contains(property);
    }

    private boolean isWanted(Designation designation) {
        if (designation.value() == null) {
            return false;
        }
        return wants("designation")
                || designation.language() != null
                        && wanted.contains(LANGUAGE + designation.language().toLowerCase(Locale.ROOT));
    }

    private void addDesignation(Designation designation) {
        ParametersParameterComponent parameter = answer.addParameter().setName("designation");
        if (designation.supplement() != null) {
            part(parameter, "source", new CanonicalType(designation.supplement()));
        }
        if (designation.language() != null) {
            part(parameter, "language", new CodeType(designation.language()));
        }
        if (designation.use() != null) {
            part(parameter, "use", designation.use());
        }
        part(parameter, "value", new StringType(designation.value()));
    }

    private void addProperties(CodeSystemProvider system, Concept concept) {
        Set<String> told = new HashSet<>();
        for (ConceptProperty property : concept.properties()) {
            if (wants(property.code()) && told.add(property.code() + '=' + property.text())) {
                addProperty(property.code(), property.value(), description(system, property));
            }
        }
        if (wants("parent")) {
            related(system.parents(concept), "parent", told);
        }
        if (wants("child")) {
            related(system.children(concept), "child", told);
        }
        boolean stated = concept.properties().stream().anyMatch(p -> p.code().equals("inactive"));
        if (!stated && wants("inactive")) {
            addProperty("inactive", new BooleanType(concept.isInactive()), Optional.empty());
        }
        if (wants("translation")) {
            library.translations(new Coding(system.header().url(), concept.code(), null), null)
                    .forEach(t -> {
                        if (told.add("translation=" + t.concept().getSystem() + '|'
                                + t.concept().getCode())) {
                            addProperty("translation", t.concept(), Optional.empty());
                        }
                    });
        }
    }

    private void related(List<Concept> concepts, String property, Set<String> told) {
        for (Concept other : concepts) {
            if (told.add(property + '=' + other.code())) {
                addProperty(property, new CodeType(other.code()), Optional.ofNullable(other.display()));
            }
        }
    }

    /** The display of a property whose value is a code of the same code system. */
    private static Optional<String> description(CodeSystemProvider system, ConceptProperty property) {
        return property.value() instanceof CodeType code
                ? system.locate(code.getValue()).map(Concept::display)
                : Optional.empty();
    }

    private void addProperty(String code, Type value, Optional<String> description) {
        ParametersParameterComponent parameter = answer.addParameter().setName("property");
        part(parameter, "code", new CodeType(code));
        part(parameter, "value", value);
        description.ifPresent(d -> part(parameter, "description", new StringType(d)));
    }

    private void add(String name, Type value) {
        answer.addParameter().setName(name).setValue(value);
    }

    private static void part(ParametersParameterComponent parameter, String name, Type value) {
        parameter.addPart().setName(name).setValue(value);
    }
}
