package org.w3id.materia.terminology.release.snomed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.w3id.materia.terminology.release.BrokenLineException;
import org.w3id.materia.terminology.release.DelimitedRow;
import org.w3id.materia.terminology.release.RowsByNumber;

/** The active rows of RF2 files by the concept that they are of; columns as in the SNOMED CT Release File Specification, chapters 4 and 5. */
final class SnomedRows {
    static final long IS_A = 116680003L;
    private static final String ACTIVE = "1";
    private static final long PREFERRED = 900000000000548007L;
    private static final long FULLY_SPECIFIED_NAME = 900000000000003001L;
    private static final long DEFINITION = 900000000000550004L;

    /** By description: P or A, and the language reference set. */
    private RowsByNumber acceptability = new RowsByNumber();
    /** By concept: kind (F, S, D), language, acceptabilities, term. */
    private final RowsByNumber descriptions = new RowsByNumber();
    /** By concept: group, type, value. */
    private final RowsByNumber relationships = new RowsByNumber();
    /** By concept: reference set. */
    private final RowsByNumber memberships = new RowsByNumber();

    private final Set<Long> attributes = new TreeSet<>();
    private final Set<Long> concrete = new TreeSet<>();
    private final Set<Long> referenceSets = new TreeSet<>();

    /** By language: the reference sets that have descriptions in it. */
    private final Map<String, Set<String>> languages = new HashMap<>();

    /** A name of a concept. */
    record Description(char kind, String language, List<String> acceptabilities, String term) {
        /** The language reference sets that have it with a mark: P preferred, A acceptable. */
        List<String> in(char mark) {
            return acceptabilities.stream()
                    .filter(a -> a.charAt(0) == mark)
                    .map(a -> a.substring(1))
                    .toList();
        }
    }

    /** A relationship of a concept; the value is a concept, {@code #number} or {@code "text"}. */
    record Relationship(String group, long type, String value) {}

    /** id, effectiveTime, active, moduleId, refsetId, referencedComponentId, acceptabilityId. */
    void language(String line) throws BrokenLineException, IOException {
        DelimitedRow row = DelimitedRow.of(line, '\t', 7);
        if (row.get(2).equals(ACTIVE)) {
            String mark = row.number(6, "acceptabilityId") == PREFERRED ? "P" : "A";
            long referenceSet = row.number(4, "refsetId");
            acceptability.add(row.number(5, "referencedComponentId"), mark + referenceSet);
            referenceSets.add(referenceSet);
        }
    }

    /** id, effectiveTime, active, moduleId, conceptId, languageCode, typeId, term, caseSignificanceId. */
    void description(String line) throws BrokenLineException, IOException {
        DelimitedRow row = DelimitedRow.of(line, '\t', 9);
        if (!row.get(2).equals(ACTIVE)) {
            return;
        }
        long type = row.number(6, "typeId");
        String kind = type == FULLY_SPECIFIED_NAME ? "F" : type == DEFINITION ? "D" : "S";
        List<String> acceptabilities = acceptability.of(row.number(0, "id"));
        String accepted = String.join(";", acceptabilities);
        String language = row.require(5, "languageCode");
        Set<String> sets = languages.computeIfAbsent(language, l -> new TreeSet<>());
        acceptabilities.forEach(a -> sets.add(a.substring(1)));
        descriptions.add(
                row.number(4, "conceptId"), String.join("\t", kind, language, accepted, row.require(7, "term")));
    }

    /** What descriptions are in language reference sets is with them now. */
    void forgetLanguages() {
        acceptability = new RowsByNumber();
    }

    /** id, effectiveTime, active, moduleId, sourceId, destinationId or value, relationshipGroup, typeId, characteristicTypeId, modifierId. */
    void relationship(String line) throws BrokenLineException, IOException {
        DelimitedRow row = DelimitedRow.of(line, '\t', 10);
        if (!row.get(2).equals(ACTIVE)) {
            return;
        }
        String value = row.require(5, "destination or value");
        boolean isConcrete = value.startsWith("#") || value.startsWith("\"");
        if (!isConcrete) {
            row.number(5, "destinationId");
        }
        long type = row.number(7, "typeId");
        relationships.add(row.number(4, "sourceId"), String.join("\t", row.get(6), Long.toString(type), value));
        if (type != IS_A) {
            attributes.add(type);
            if (isConcrete) {
                concrete.add(type);
            }
        }
    }

    /** id, effectiveTime, active, moduleId, refsetId, referencedComponentId …; kept of concepts, whose identifiers have 00 or 10 before the last digit. */
    void member(String line) throws BrokenLineException, IOException {
        DelimitedRow row = DelimitedRow.of(line, '\t', 6);
        long component = row.number(5, "referencedComponentId");
        long partition = component / 10 % 100;
        if (row.get(2).equals(ACTIVE)) {
            long referenceSet = row.number(4, "refsetId");
            referenceSets.add(referenceSet);
            if (partition == 0 || partition == 10) {
                memberships.add(component, Long.toString(referenceSet));
            }
        }
    }

    List<Description> descriptions(long concept) {
        List<Description> all = new ArrayList<>();
        for (String row : descriptions.of(concept)) {
            String[] fields = row.split("\t", 4);
            List<String> accepted = fields[2].isEmpty() ? List.of() : List.of(fields[2].split(";"));
            all.add(new Description(fields[0].charAt(0), fields[1], accepted, fields[3]));
        }
        return all;
    }

    List<Relationship> relationships(long concept) {
        return relationships.of(concept).stream()
                .map(r -> r.split("\t", 3))
                .map(r -> new Relationship(r[0], Long.parseLong(r[1]), r[2]))
                .toList();
    }

    List<String> memberships(long concept) {
        return memberships.of(concept);
    }

    /** The language reference sets of a language. */
    Set<String> languageSets(String language) {
        return languages.getOrDefault(language, Set.of());
    }

    /** Whether it is a reference set with members. */
    boolean isReferenceSet(long concept) {
        return referenceSets.contains(concept);
    }

    /** The types of relationships beside is-a. */
    Set<Long> attributes() {
        return attributes;
    }

    /** Whether an attribute's values are numbers or texts. */
    boolean isConcrete(long attribute) {
        return concrete.contains(attribute);
    }
}
