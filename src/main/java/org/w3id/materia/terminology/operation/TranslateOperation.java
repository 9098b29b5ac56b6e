package org.w3id.materia.terminology.operation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.ConceptMap.OtherElementComponent;
import org.hl7.fhir.r4.model.Enumerations.ConceptMapEquivalence;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.UriType;
import org.w3id.materia.terminology.codesystem.Canonicals;
import org.w3id.materia.terminology.codesystem.Versions;

/**
 * {@code ConceptMap/$translate} (FHIR R4, ConceptMap operations; the names of R5 are understood as well).
 *
 * <table>
 * <caption>Parameters</caption>
 * <tr><td>url, conceptMapVersion; conceptMap</td><td>the map; without it, all maps that lead from the concept's code system, and what
 *     {@link TerminologyLibrary#translations} has</td></tr>
 * <tr><td>code (sourceCode), system, version; coding (sourceCoding); codeableConcept (sourceCodeableConcept)</td><td>the concept</td></tr>
 * <tr><td>source (sourceScope), target (targetScope)</td><td>value sets of the concept and of its translation</td></tr>
 * <tr><td>targetsystem (targetSystem; sourceSystem in reverse)</td><td>the code system wanted</td></tr>
 * <tr><td>dependency</td><td>parts {@code element} and {@code concept}, for mappings that depend on them</td></tr>
 * <tr><td>reverse; targetCode, targetCoding, targetCodeableConcept</td><td>from the target of the maps to their source</td></tr>
 * <tr><td>tx-resource</td><td>maps to use</td></tr>
 * </table>
 */
public final class TranslateOperation {
    private static final List<String> OF_R5 = List.of(
            "sourceCode",
            "sourceCoding",
            "sourceCodeableConcept",
            "sourceSystem",
            "sourceVersion",
            "sourceScope",
            "targetCode",
            "targetCoding",
            "targetCodeableConcept",
            "targetSystem",
            "targetScope");

    private final TerminologyLibrary library;
    private final TerminologyRequest request;
    private final ConceptMapReader reader;
    private final MapScopes scopes;
    private final boolean reverse;

    /**
     * @param parameters those that the request was read from
     * @param groups of the concept maps that were read before
     */
    public TranslateOperation(
            TerminologyLibrary library, TerminologyRequest request, Parameters parameters, ConceptMapGroups groups) {
        this.library = library;
        this.request = request;
        this.scopes = new MapScopes(new TerminologyResources(library, request));
        this.reader = new ConceptMapReader(groups, dependencies(parameters), canonical -> named(canonical, null));
        this.reverse = request.is("reverse", false) || isTargetGiven();
    }

    /** R5: the concept is one of the target, and its source is wanted. */
    private boolean isTargetGiven() {
        return Stream.of("targetCode", "targetCoding", "targetCodeableConcept").anyMatch(request::has);
    }

    /**
     * {@code result}, a {@code match} for each mapping, also for one that says that there is no translation, and {@code message} where
     * there is none at all.
     *
     * @throws TerminologyFailure where the request names no concept, or a map that is not known
     */
    public Parameters run() {
        List<Coding> codings = codings();
        String system = wantedSystem();
        String own = reverse ? either("target", "targetScope") : either("source", "sourceScope");
        String wanted = reverse ? either("source", "sourceScope") : either("target", "targetScope");
        Map<ConceptMapping, Coding> mappings = new LinkedHashMap<>();
        Optional<ConceptMap> chosen = chosenMap();
        for (Coding coding : codings) {
            if (own != null && !scopes.has(own, coding)) {
                continue;
            }
            Set<ConceptMapping> found = new LinkedHashSet<>();
            chosen.map(List::of).orElseGet(() -> mapsOf(coding.getSystem())).stream()
                    .filter(map -> scopes.applies(reverse ? map.getTarget() : map.getSource(), coding))
                    .forEach(map -> found.addAll(
                            reverse ? reader.reverse(map, coding, system) : reader.translate(map, coding, system)));
            if (isOpen()) {
                found.addAll(library.translations(coding, system));
            }
            found.stream()
                    .filter(m -> wanted == null || !m.concept().hasCode() || scopes.has(wanted, m.concept()))
                    .forEach(m -> mappings.putIfAbsent(m, coding));
        }
        boolean translated = mappings.keySet().stream().anyMatch(ConceptMapping::isTranslation);
        Parameters answer = new Parameters();
        answer.addParameter().setName("result").setValue(new BooleanType(translated));
        if (mappings.isEmpty()) {
            answer.addParameter().setName("message").setValue(new StringType("No translations found"));
        }
        mappings.forEach((mapping, given) -> {
            ParametersParameterComponent match = answer.addParameter().setName("match");
            if (isNewer()) {
                writeNewer(mapping, plain(given), match);
            } else {
                write(mapping, match);
            }
        });
        return answer;
    }

    /** Whether the request is in the names of R5, whose answers have other names as well. */
    private boolean isNewer() {
        return OF_R5.stream().anyMatch(request::has);
    }

    /** With both concepts, each by its place in the map, whichever of them was given. */
    private void writeNewer(ConceptMapping mapping, Coding given, ParametersParameterComponent match) {
        if (mapping.equivalence() != null) {
            ConceptMapEquivalence ofMap =
                    reverse ? ConceptMapping.inverse(mapping.equivalence()) : mapping.equivalence();
            match.addPart().setName("equivalence").setValue(new CodeType(ofMap.toCode()));
        }
        Coding target = reverse ? given : mapping.concept();
        if (target.hasCode()) {
            match.addPart().setName("concept").setValue(target);
        }
        match.addPart().setName("sourceConcept").setValue(reverse ? mapping.concept() : given);
        writeProducts(mapping, match);
        if (mapping.map() != null) {
            match.addPart().setName("originMap").setValue(new CanonicalType(mapping.map()));
        }
    }

    private static Coding plain(Coding given) {
        return new Coding(given.getSystem(), given.getCode(), given.getDisplay());
    }

    /** Whether any map will do. */
    private boolean isOpen() {
        return Stream.of("url", "source", "sourceScope", "target", "targetScope")
                        .noneMatch(request::has)
                && request.resource("conceptMap", ConceptMap.class) == null;
    }

    private String either(String name, String newer) {
        return Optional.ofNullable(request.text(name)).orElse(request.text(newer));
    }

    private List<Coding> codings() {
        List<Coding> codings = Stream.of("codeableConcept", "sourceCodeableConcept", "targetCodeableConcept")
                .map(request::concept)
                .filter(java.util.Objects::nonNull)
                .flatMap(c -> c.getCoding().stream())
                .collect(java.util.stream.Collectors.toCollection(ArrayList::new));
        Stream.of("coding", "sourceCoding", "targetCoding")
                .map(request::coding)
                .filter(java.util.Objects::nonNull)
                .forEach(codings::add);
        Stream.of("code", "sourceCode", "targetCode")
                .map(request::text)
                .filter(java.util.Objects::nonNull)
                .forEach(code ->
                        codings.add(new Coding(system(), code, null).setVersion(either("version", "sourceVersion"))));
        if (codings.isEmpty() || codings.stream().anyMatch(c -> !c.hasCode() || !c.hasSystem())) {
            throw TerminologyFailure.invalid(Issue.error(
                    IssueType.INVALID,
                    null,
                    null,
                    Messages.plain("Give 'code' with 'system', or a 'coding' or 'codeableConcept' with both in it")));
        }
        return codings;
    }

    /** The code system of a simple code; null where absent. */
    private String system() {
        return isTargetGiven()
                ? Optional.ofNullable(either("targetsystem", "targetSystem")).orElse(request.text("system"))
                : either("system", "sourceSystem");
    }

    /** The code system of the answer; null for any. */
    private String wantedSystem() {
        if (!isTargetGiven()) {
            return either("targetsystem", "targetSystem");
        }
        boolean systemIsOther = either("targetsystem", "targetSystem") != null;
        return systemIsOther ? either("sourceSystem", "system") : request.text("sourceSystem");
    }

    /** The map that the request gives or names; empty where any will do. */
    private Optional<ConceptMap> chosenMap() {
        ConceptMap given = request.resource("conceptMap", ConceptMap.class);
        String url = request.text("url");
        if (given != null || url == null) {
            return Optional.ofNullable(given);
        }
        return Optional.of(named(url, request.text("conceptMapVersion"))
                .orElseThrow(() -> TerminologyFailure.notFound(Issue.error(
                        IssueType.NOTFOUND,
                        "url",
                        "not-found",
                        Messages.plain("The concept map '" + url + "' could not be found")))));
    }

    private List<ConceptMap> mapsOf(String system) {
        return Stream.concat(supplied(), library.conceptMapsOf(system).stream()).toList();
    }

    private Stream<ConceptMap> supplied() {
        return request.supplied().stream().filter(ConceptMap.class::isInstance).map(ConceptMap.class::cast);
    }

    private Optional<ConceptMap> named(String canonical, String version) {
        String wanted = Optional.ofNullable(Canonicals.version(canonical)).orElse(version);
        String url = Canonicals.url(canonical);
        return Stream.concat(supplied().filter(m -> url.equals(m.getUrl())), library.conceptMaps(url).stream())
                .filter(m -> Versions.fits(wanted, m.getVersion()))
                .max(java.util.Comparator.comparing(ConceptMap::getVersion, Versions.ORDER));
    }

    private static List<OtherElementComponent> dependencies(Parameters parameters) {
        List<OtherElementComponent> dependencies = new ArrayList<>();
        for (ParametersParameterComponent parameter : parameters.getParameter()) {
            if (!"dependency".equals(parameter.getName())) {
                continue;
            }
            String element = null;
            List<Coding> values = List.of();
            for (ParametersParameterComponent part : parameter.getPart()) {
                if ("element".equals(part.getName()) && part.hasValue()) {
                    element = part.getValue().primitiveValue();
                } else if (part.getValue() instanceof CodeableConcept concept) {
                    values = concept.getCoding();
                }
            }
            for (Coding value : values) {
                dependencies.add(new OtherElementComponent()
                        .setProperty(element)
                        .setSystem(value.getSystem())
                        .setValue(value.getCode()));
            }
        }
        return dependencies;
    }

    private static void write(ConceptMapping mapping, ParametersParameterComponent match) {
        if (mapping.equivalence() != null) {
            match.addPart()
                    .setName("equivalence")
                    .setValue(new CodeType(mapping.equivalence().toCode()));
        }
        if (mapping.concept().hasCode()) {
            match.addPart().setName("concept").setValue(mapping.concept());
        }
        writeProducts(mapping, match);
        if (mapping.map() != null) {
            match.addPart().setName("source").setValue(new UriType(mapping.map()));
        }
    }

    private static void writeProducts(ConceptMapping mapping, ParametersParameterComponent match) {
        for (OtherElementComponent product : mapping.product()) {
            ParametersParameterComponent part = match.addPart().setName("product");
            part.addPart().setName("element").setValue(new UriType(product.getProperty()));
            part.addPart()
                    .setName("concept")
                    .setValue(new Coding(product.getSystem(), product.getValue(), product.getDisplay()));
        }
    }
}
