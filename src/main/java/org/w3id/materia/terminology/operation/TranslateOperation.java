package org.w3id.materia.terminology.operation;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;
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
    private final TerminologyLibrary library;
    private final TerminologyRequest request;
    private final ConceptMapReader reader;
    private final MapScopes scopes;
    private final TranslationRequest asked;

    /**
     * @param parameters those that the request was read from
     * @param groups of the concept maps that were read before
     */
    public TranslateOperation(
            TerminologyLibrary library, TerminologyRequest request, Parameters parameters, ConceptMapGroups groups) {
        this.library = library;
        this.request = request;
        this.scopes = new MapScopes(new TerminologyResources(library, request));
        this.asked = new TranslationRequest(request);
        this.reader = new ConceptMapReader(
                groups, TranslationRequest.dependencies(parameters), canonical -> named(canonical, null));
    }

    /**
     * {@code result}, a {@code match} for each mapping, also for one that says that there is no translation, and {@code message} where
     * there is none at all.
     *
     * @throws TerminologyFailure where the request names no concept, or a map that is not known
     */
    public Parameters run() {
        List<Coding> codings = asked.codings();
        boolean reverse = asked.isReverse();
        String system = asked.wantedSystem();
        String own = asked.ownScope();
        String wanted = asked.wantedScope();
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
            if (asked.isOpen()) {
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
        TranslationMatches matches = new TranslationMatches(asked.isNewer(), reverse);
        mappings.forEach((mapping, given) ->
                matches.write(mapping, given, answer.addParameter().setName("match")));
        return answer;
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
        return newest(supplied().filter(m -> url.equals(m.getUrl())), wanted)
                .or(() -> newest(library.conceptMaps(url).stream(), wanted));
    }

    private static Optional<ConceptMap> newest(Stream<ConceptMap> maps, String wanted) {
        return maps.filter(m -> Versions.fits(wanted, m.getVersion()))
                .max(Comparator.comparing(ConceptMap::getVersion, Versions.ORDER));
    }
}
