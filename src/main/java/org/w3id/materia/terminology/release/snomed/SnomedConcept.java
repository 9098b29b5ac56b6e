package org.w3id.materia.terminology.release.snomed;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Coding;
import org.w3id.materia.coding.PhraseKind;
import org.w3id.materia.terminology.codesystem.SnomedDialects;
import org.w3id.materia.terminology.release.ConceptBuilder;
import org.w3id.materia.terminology.release.DelimitedRow;
import org.w3id.materia.terminology.release.ReleasedConcept;
import org.w3id.materia.terminology.release.snomed.SnomedRows.Description;
import org.w3id.materia.terminology.release.snomed.SnomedRows.Relationship;

/**
 * A concept of SNOMED CT (FHIR, "Using SNOMED CT with FHIR"): its display is the synonym that is preferred in US English, else in GB English,
 * else in any language reference set; other names tell the reference sets that they are in by the tag of their dialect; attributes are properties named by their type's identifier, and once more in
 * {@code roleGroup} where they are grouped.
 *
 * @param row id, effectiveTime, active, moduleId, definitionStatusId
 */
record SnomedConcept(long id, DelimitedRow row, SnomedRows rows) {
    private static final String US = "P900000000000509007";
    private static final String GB = "P900000000000508004";
    private static final String DEFINED = "900000000000073002";
    private static final Coding FULLY_SPECIFIED =
            new Coding(SnomedReader.SYSTEM, "900000000000003001", "Fully specified name");
    private static final Coding SYNONYM = new Coding(SnomedReader.SYSTEM, "900000000000013009", "Synonym");
    private static final Coding PREFERRED = new Coding(SnomedReader.SYSTEM, "900000000000548007", "Preferred");
    private static final Pattern TAGGED = Pattern.compile("(.*) \\(([^()]+)\\)");

    private static final Map<String, Set<PhraseKind>> KINDS = Map.of(
            "disorder", Set.of(PhraseKind.CONDITION, PhraseKind.EFFECT),
            "finding", Set.of(PhraseKind.CONDITION, PhraseKind.EFFECT),
            "substance", Set.of(PhraseKind.DRUG),
            "dose form", Set.of(PhraseKind.DOSE_FORM));

    ReleasedConcept released() {
        List<Description> descriptions = rows.descriptions(id);
        String display = display(id, rows);
        ConceptBuilder concept = new ConceptBuilder(Long.toString(id)).display(display);
        Set<String> disputed = disputed(descriptions);
        descriptions.forEach(d -> describe(concept, d, display, disputed.contains(d.language())));
        boolean active = row.get(2).equals("1");
        concept.inactive(!active)
                .code("moduleId", row.get(3))
                .string("effectiveTime", row.get(1))
                .bool("sufficientlyDefined", row.get(4).equals(DEFINED));
        relationships(concept);
        rows.memberships(id).forEach(m -> concept.code("memberOf", m));
        if (rows.isReferenceSet(id)) {
            concept.bool("referenceSet", true);
        }
        return concept.kinds(active ? kinds(descriptions) : Set.of()).build();
    }

    /** What a concept is called; its identifier where it has no description. */
    static String display(long id, SnomedRows rows) {
        List<Description> all = rows.descriptions(id);
        List<Description> synonyms = all.stream().filter(d -> d.kind() == 'S').toList();
        Stream<Optional<Description>> byPreference = Stream.of(
                synonyms.stream().filter(d -> d.acceptabilities().contains(US)).findFirst(),
                synonyms.stream().filter(d -> d.acceptabilities().contains(GB)).findFirst(),
                synonyms.stream()
                        .filter(d -> d.acceptabilities().stream().anyMatch(a -> a.startsWith("P")))
                        .findFirst(),
                synonyms.stream().findFirst());
        return byPreference
                .flatMap(Optional::stream)
                .map(Description::term)
                .findFirst()
                .or(() -> all.stream()
                        .filter(d -> d.kind() == 'F')
                        .map(d -> withoutTag(d.term()))
                        .findFirst())
                .orElse(Long.toString(id));
    }

    /** The languages in which reference sets prefer different names. */
    private static Set<String> disputed(List<Description> descriptions) {
        Map<String, Set<String>> preferred = new HashMap<>();
        descriptions.stream()
                .filter(d -> d.kind() == 'S' && !d.in('P').isEmpty())
                .forEach(d -> preferred
                        .computeIfAbsent(d.language(), l -> new HashSet<>())
                        .add(d.term()));
        preferred.values().removeIf(terms -> terms.size() < 2);
        return preferred.keySet();
    }

    private void describe(ConceptBuilder concept, Description description, String display, boolean disputed) {
        switch (description.kind()) {
            case 'D' -> concept.definition(description.term());
            case 'F' -> concept.name(description.language(), FULLY_SPECIFIED, description.term());
            default -> {
                if (disputed || !description.term().equals(display)) {
                    synonym(concept, description);
                }
            }
        }
    }

    /** Once for each reference set, by its dialect; where all of the language find it acceptable, or none says, for the language. */
    private void synonym(ConceptBuilder concept, Description description) {
        String language = description.language();
        String term = description.term();
        description.in('P').forEach(set -> concept.name(SnomedDialects.tag(set, language), PREFERRED, term));
        List<String> acceptable = description.in('A');
        if (description.acceptabilities().isEmpty()
                || acceptable.size() == rows.languageSets(language).size()) {
            concept.name(language, SYNONYM, term);
        } else {
            acceptable.forEach(set -> concept.name(SnomedDialects.tag(set, language), SYNONYM, term));
        }
    }

    private void relationships(ConceptBuilder concept) {
        Map<String, StringBuilder> groups = new LinkedHashMap<>();
        for (Relationship relationship : rows.relationships(id)) {
            if (relationship.type() == SnomedRows.IS_A) {
                concept.parent(relationship.value());
                continue;
            }
            String type = Long.toString(relationship.type());
            if (rows.isConcrete(relationship.type())) {
                concept.string(type, concrete(relationship.value()));
            } else {
                concept.code(type, relationship.value());
            }
            if (!relationship.group().equals("0")) {
                StringBuilder group = groups.computeIfAbsent(relationship.group(), g -> new StringBuilder());
                group.append(group.length() == 0 ? "" : ",")
                        .append(type)
                        .append('=')
                        .append(relationship.value());
            }
        }
        groups.values().forEach(g -> concept.string("roleGroup", g.toString()));
    }

    /** A number without its mark, a text without its quotes. */
    private static String concrete(String value) {
        return value.startsWith("#")
                ? value.substring(1)
                : value.length() > 1 && value.endsWith("\"") ? value.substring(1, value.length() - 1) : value;
    }

    private static Set<PhraseKind> kinds(List<Description> descriptions) {
        return descriptions.stream()
                .filter(d -> d.kind() == 'F')
                .map(d -> TAGGED.matcher(d.term()))
                .filter(Matcher::matches)
                .map(m -> KINDS.getOrDefault(m.group(2), Set.of()))
                .findFirst()
                .orElse(Set.of());
    }

    private static String withoutTag(String name) {
        Matcher tagged = TAGGED.matcher(name);
        return tagged.matches() ? tagged.group(1) : name;
    }
}
