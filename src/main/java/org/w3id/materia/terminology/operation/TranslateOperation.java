package org.w3id.materia.terminology.operation;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;
import org.w3id.materia.terminology.codesystem.Canonicals;
import org.w3id.materia.terminology.codesystem.Versions;
import org.w3id.materia.terminology.operation.issue.Issue;
import org.w3id.materia.terminology.operation.issue.IssueKind;
import org.w3id.materia.terminology.operation.issue.Messages;
import org.w3id.materia.terminology.operation.issue.TerminologyFailure;
import org.w3id.materia.terminology.operation.library.ConceptMapping;
import org.w3id.materia.terminology.operation.library.TerminologyLibrary;
import org.w3id.materia.terminology.operation.request.ParameterTable;
import org.w3id.materia.terminology.operation.request.TerminologyRequest;
import org.w3id.materia.terminology.operation.request.TerminologyResources;
import org.w3id.materia.terminology.operation.translation.ConceptMapGroups;
import org.w3id.materia.terminology.operation.translation.ConceptMapReader;
import org.w3id.materia.terminology.operation.translation.MapChoice;
import org.w3id.materia.terminology.operation.translation.MapScopes;
import org.w3id.materia.terminology.operation.translation.TranslationMatches;
import org.w3id.materia.terminology.operation.translation.TranslationRequest;

/**
 * {@code ConceptMap/$translate} (FHIR R4, ConceptMap operations; the names of R5 are understood as well).
 *
 * <p>Without {@code url} or {@code conceptMap}, all maps that lead from the concept's code system are asked, and what {@link
 * TerminologyLibrary#translations} has; {@code source} and {@code target}, value sets of the concept and of its translation, choose among the maps as
 * {@link MapChoice} says. {@code dependency} has the parts {@code element} and {@code concept}. In reverse, the concept is one of the maps' target.
 */
public final class TranslateOperation {
    public static final ParameterTable PARAMETERS = ParameterTable.of(
                    "url",
                    "conceptMap",
                    "conceptMapVersion",
                    "code",
                    "system",
                    "version",
                    "coding",
                    "codeableConcept",
                    "source",
                    "target",
                    "targetsystem",
                    "dependency",
                    "reverse")
            .and(TranslationRequest.OF_R5.toArray(String[]::new));

    private final TerminologyLibrary library;
    private final TerminologyRequest request;
    private final ConceptMapReader reader;
    private final MapChoice maps;
    private final TranslationRequest asked;

    /**
     * @param parameters those that the request was read from
     * @param groups of the concept maps that were read before
     */
    public TranslateOperation(
            TerminologyLibrary library, TerminologyRequest request, Parameters parameters, ConceptMapGroups groups) {
        this.library = library;
        this.request = request;
        this.asked = new TranslationRequest(request);
        this.maps = new MapChoice(asked, new MapScopes(new TerminologyResources(library, request)));
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
        Map<ConceptMapping, Coding> mappings = new LinkedHashMap<>();
        Optional<ConceptMap> chosen = chosenMap();
        for (Coding coding : codings) {
            List<ConceptMap> candidates = chosen.map(List::of).orElseGet(() -> mapsOf(coding.getSystem()));
            for (ConceptMap map : maps.of(candidates, coding)) {
                read(map, coding).stream()
                        .filter(m -> maps.isWanted(map, m.concept()))
                        .forEach(m -> mappings.putIfAbsent(m, coding));
            }
            if (asked.isOpen()) {
                library.translations(coding, asked.wantedSystem()).forEach(m -> mappings.putIfAbsent(m, coding));
            }
        }
        boolean translated = mappings.keySet().stream().anyMatch(ConceptMapping::isTranslation);
        Parameters answer = new Parameters();
        answer.addParameter().setName("result").setValue(new BooleanType(translated));
        if (mappings.isEmpty()) {
            answer.addParameter().setName("message").setValue(new StringType("No translations found"));
        }
        TranslationMatches matches = new TranslationMatches(asked.isNewer(), asked.isReverse());
        mappings.forEach((mapping, given) ->
                matches.write(mapping, given, answer.addParameter().setName("match")));
        return answer;
    }

    private List<ConceptMapping> read(ConceptMap map, Coding coding) {
        return asked.isReverse()
                ? reader.reverse(map, coding, asked.wantedSystem())
                : reader.translate(map, coding, asked.wantedSystem());
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
                        IssueKind.NOT_FOUND,
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
