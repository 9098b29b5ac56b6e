package org.w3id.materia.terminology.operation.translation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.ConceptMap.ConceptMapGroupComponent;
import org.hl7.fhir.r4.model.ConceptMap.ConceptMapGroupUnmappedComponent;
import org.hl7.fhir.r4.model.ConceptMap.OtherElementComponent;
import org.hl7.fhir.r4.model.ConceptMap.SourceElementComponent;
import org.hl7.fhir.r4.model.ConceptMap.TargetElementComponent;
import org.hl7.fhir.r4.model.Enumerations.ConceptMapEquivalence;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.w3id.materia.terminology.codesystem.Canonicals;
import org.w3id.materia.terminology.codesystem.Extensions;
import org.w3id.materia.terminology.codesystem.Versions;
import org.w3id.materia.terminology.operation.issue.Issue;
import org.w3id.materia.terminology.operation.issue.IssueKind;
import org.w3id.materia.terminology.operation.issue.Messages;
import org.w3id.materia.terminology.operation.issue.TerminologyFailure;
import org.w3id.materia.terminology.operation.library.ConceptMapping;

/** Reads a concept map in either direction (FHIR R4, ConceptMap). */
public final class ConceptMapReader {
    private static final String RELATIONSHIP =
            "http://hl7.org/fhir/5.0/StructureDefinition/extension-ConceptMap.group.unmapped.relationship";

    private final ConceptMapGroups groups;
    private final List<OtherElementComponent> dependencies;
    private final Function<String, Optional<ConceptMap>> maps;

    /**
     * @param dependencies what is known beside the concept, for mappings that hold only then
     * @param maps finds a concept map by its canonical
     */
    public ConceptMapReader(
            ConceptMapGroups groups,
            List<OtherElementComponent> dependencies,
            Function<String, Optional<ConceptMap>> maps) {
        this.groups = groups;
        this.dependencies = dependencies;
        this.maps = maps;
    }

    /** @param targetSystem null for any */
    public List<ConceptMapping> translate(ConceptMap map, Coding source, String targetSystem) {
        return translate(map, source, targetSystem, new HashSet<>());
    }

    /** @param read canonicals of the maps that were read already: each says what it has to say once, also in a cycle */
    private List<ConceptMapping> translate(ConceptMap map, Coding source, String targetSystem, Set<String> read) {
        List<ConceptMapping> found = new ArrayList<>();
        if (!read.add(String.valueOf(Canonicals.of(map)))) {
            return found;
        }
        for (ConceptMapGroupComponent group : map.getGroup()) {
            if (!isOf(group.getSource(), group.getSourceVersion(), source)
                    || targetSystem != null && !targetSystem.equals(group.getTarget())) {
                continue;
            }
            List<SourceElementComponent> elements = groups.from(source.getCode(), group);
            for (SourceElementComponent element : elements) {
                element.getTarget().stream()
                        .filter(this::applies)
                        .forEach(t -> found.add(new ConceptMapping(
                                t.getEquivalence(),
                                coding(group.getTarget(), group.getTargetVersion(), t.getCode(), t.getDisplay()),
                                t.getProduct(),
                                Canonicals.of(map))));
            }
            if (elements.isEmpty() && group.hasUnmapped()) {
                found.addAll(unmapped(map, group, source, targetSystem, read));
            }
        }
        return found;
    }

    private List<ConceptMapping> unmapped(
            ConceptMap map, ConceptMapGroupComponent group, Coding source, String targetSystem, Set<String> read) {
        ConceptMapGroupUnmappedComponent rule = group.getUnmapped();
        return switch (rule.getMode()) {
            case PROVIDED ->
                List.of(new ConceptMapping(
                        equivalence(rule, ConceptMapEquivalence.EQUAL),
                        coding(group.getTarget(), group.getTargetVersion(), source.getCode(), source.getDisplay()),
                        List.of(),
                        Canonicals.of(map)));
            case FIXED ->
                List.of(new ConceptMapping(
                        equivalence(rule, ConceptMapEquivalence.RELATEDTO),
                        coding(group.getTarget(), group.getTargetVersion(), rule.getCode(), rule.getDisplay()),
                        List.of(),
                        Canonicals.of(map)));
            case OTHERMAP ->
                !rule.hasUrl() ? List.of() : translate(other(map, rule.getUrl()), source, targetSystem, read);
            default -> List.of();
        };
    }

    /** A map that cannot be asked might have the translation, so nothing can be said without it. */
    private ConceptMap other(ConceptMap map, String url) {
        return maps.apply(url)
                .orElseThrow(() -> TerminologyFailure.notFound(Issue.error(
                        IssueType.NOTFOUND,
                        null,
                        IssueKind.NOT_FOUND,
                        Messages.plain("The concept map '" + url + "', which '" + Canonicals.of(map)
                                + "' refers to, could not be found"))));
    }

    /** R5 states it, and its maps say it in R4 by an extension. */
    private static ConceptMapEquivalence equivalence(
            ConceptMapGroupUnmappedComponent rule, ConceptMapEquivalence otherwise) {
        Extension stated = Extensions.first(rule, RELATIONSHIP);
        if (stated == null || stated.getValue() == null) {
            return otherwise;
        }
        return switch (String.valueOf(stated.getValue().primitiveValue())) {
            case "related-to" -> ConceptMapEquivalence.RELATEDTO;
            case "equivalent" -> ConceptMapEquivalence.EQUIVALENT;
            case "source-is-narrower-than-target" -> ConceptMapEquivalence.WIDER;
            case "source-is-broader-than-target" -> ConceptMapEquivalence.NARROWER;
            case "not-related-to" -> ConceptMapEquivalence.DISJOINT;
            default -> otherwise;
        };
    }

    /** @param sourceSystem null for any */
    public List<ConceptMapping> reverse(ConceptMap map, Coding target, String sourceSystem) {
        List<ConceptMapping> found = new ArrayList<>();
        for (ConceptMapGroupComponent group : map.getGroup()) {
            if (!isOf(group.getTarget(), group.getTargetVersion(), target)
                    || sourceSystem != null && !sourceSystem.equals(group.getSource())) {
                continue;
            }
            groups.to(target.getCode(), group).stream()
                    .filter(mapped -> applies(mapped.target()))
                    .forEach(mapped -> found.add(new ConceptMapping(
                            ConceptMapping.inverse(mapped.target().getEquivalence()),
                            coding(
                                    group.getSource(),
                                    group.getSourceVersion(),
                                    mapped.element().getCode(),
                                    mapped.element().getDisplay()),
                            List.of(),
                            Canonicals.of(map))));
        }
        return found;
    }

    /** Whether the code system of a group is that of a coding; versions count where both have one. */
    private static boolean isOf(String system, String version, Coding coding) {
        return coding.getSystem().equals(system)
                && (version == null || !coding.hasVersion() || Versions.fits(version, coding.getVersion()));
    }

    /** A mapping that depends on something holds only where that is given. */
    private boolean applies(TargetElementComponent target) {
        return target.getDependsOn().stream().allMatch(needed -> dependencies.stream()
                .anyMatch(given -> Objects.equals(needed.getProperty(), given.getProperty())
                        && Objects.equals(needed.getValue(), given.getValue())
                        && (!needed.hasSystem() || Objects.equals(needed.getSystem(), given.getSystem()))));
    }

    private static Coding coding(String system, String version, String code, String display) {
        return new Coding(system, code, display).setVersion(version);
    }
}
