package org.w3id.materia.terminology.release.loinc;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Coding;
import org.w3id.materia.terminology.release.BrokenLineException;
import org.w3id.materia.terminology.release.ConceptBuilder;
import org.w3id.materia.terminology.release.CsvRecords.CsvRecord;
import org.w3id.materia.terminology.release.ReleaseSink;

/**
 * Gives LOINC's terms, parts, answer lists and answers as their rows come, with what its accessory files said of them before: answer lists,
 * and places in the component hierarchy.
 */
final class LoincRows {
    private static final Pattern TERM = Pattern.compile("\\d{1,7}-\\d");
    private static final Pattern PART = Pattern.compile("LP\\d+-\\d");
    private static final String DEPRECATED = "DEPRECATED";

    private final ReleaseSink sink;
    private final Map<String, Set<String>> answerLists = new HashMap<>();
    private final Map<String, Set<String>> parents = new HashMap<>();
    private final Map<String, String> groups = new LinkedHashMap<>();
    private final Set<String> given = new HashSet<>();
    private final Map<String, ConceptBuilder> answers = new LinkedHashMap<>();

    LoincRows(ReleaseSink sink) {
        this.sink = sink;
    }

    /** A row of LoincAnswerListLink.csv. */
    void answerListOf(CsvRecord row) throws BrokenLineException {
        String list = row.require("AnswerListId");
        answerLists
                .computeIfAbsent(row.require("LoincNumber"), c -> new LinkedHashSet<>())
                .add(list);
    }

    /** A row of ComponentHierarchyBySystem.csv or MultiAxialHierarchy.csv: PATH_TO_ROOT, SEQUENCE, IMMEDIATE_PARENT, CODE, CODE_TEXT. */
    void place(CsvRecord row) throws BrokenLineException {
        String code = row.require("CODE");
        String parent = row.get("IMMEDIATE_PARENT");
        if (!parent.isEmpty()) {
            parents.computeIfAbsent(code, c -> new LinkedHashSet<>()).add(parent);
        }
        if (PART.matcher(code).matches()) {
            groups.putIfAbsent(code, row.get("CODE_TEXT"));
        }
    }

    /** A row of Loinc.csv. */
    void term(CsvRecord row) throws BrokenLineException, IOException {
        String code = row.require("LOINC_NUM");
        if (!TERM.matcher(code).matches()) {
            throw new BrokenLineException("'" + code + "' is no LOINC number.");
        }
        ConceptBuilder concept = new ConceptBuilder(code)
                .display(row.require("LONG_COMMON_NAME"))
                .definition(row.get("DefinitionDescription"))
                .inactive(row.get("STATUS").equals(DEPRECATED))
                .name("en", use("SHORTNAME"), row.get("SHORTNAME"))
                .name("en", use("DisplayName"), row.get("DisplayName"))
                .name("en", use("CONSUMER_NAME"), row.get("CONSUMER_NAME"));
        LoincHeader.PROPERTIES.forEach(p -> concept.string(p, row.get(p)));
        answerLists.getOrDefault(code, Set.of()).forEach(l -> concept.code("AnswerList", l));
        give(code, concept);
    }

    /** A row of Part.csv. */
    void part(CsvRecord row) throws BrokenLineException, IOException {
        String code = row.require("PartNumber");
        if (!PART.matcher(code).matches()) {
            throw new BrokenLineException("'" + code + "' is no number of a LOINC part.");
        }
        String display = row.get("PartDisplayName");
        ConceptBuilder concept = new ConceptBuilder(code)
                .display(display.isEmpty() ? row.require("PartName") : display)
                .name("en", use("PartName"), row.get("PartName"))
                .inactive(row.get("Status").equals(DEPRECATED))
                .string("STATUS", row.get("Status"))
                .string("PartTypeName", row.get("PartTypeName"));
        give(code, concept);
    }

    /** A row of AnswerList.csv: a list, and one of its answers. */
    void answer(CsvRecord row) throws BrokenLineException {
        String list = row.require("AnswerListId");
        answers.computeIfAbsent(list, l -> new ConceptBuilder(l).display(row.get("AnswerListName")));
        String answer = row.get("AnswerStringId");
        if (!answer.isEmpty()) {
            answers.computeIfAbsent(answer, a -> new ConceptBuilder(a).display(row.get("DisplayText")))
                    .code("AnswerList", list);
        }
    }

    /** Gives the answers, and the parts that only the hierarchy names. */
    void end() throws IOException {
        for (Map.Entry<String, String> group : groups.entrySet()) {
            if (!given.contains(group.getKey())) {
                String display = group.getValue().isEmpty() ? group.getKey() : group.getValue();
                give(group.getKey(), new ConceptBuilder(group.getKey()).display(display));
            }
        }
        for (ConceptBuilder answer : answers.values()) {
            sink.concept(answer.build());
        }
    }

    private void give(String code, ConceptBuilder concept) throws IOException {
        if (given.add(code)) {
            parents.getOrDefault(code, Set.of()).forEach(concept::parent);
            sink.concept(concept.build());
        }
    }

    private static Coding use(String name) {
        return new Coding(LoincHeader.SYSTEM, name, null);
    }
}
