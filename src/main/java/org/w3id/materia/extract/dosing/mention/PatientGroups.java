package org.w3id.materia.extract.dosing.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3id.materia.extract.dosing.grammar.Reading;
import org.w3id.materia.extract.dosing.grammar.Tokens;
import org.w3id.materia.extract.fact.PatientGroup;

/** The patients that a sentence says something is for: "in adults", "for children aged 2 years and older". */
public final class PatientGroups {
    private PatientGroups() {}

    /** The groups that stand behind "in", "for" or "among", each once, in order. */
    public static List<PatientGroup> in(String sentence) {
        Tokens tokens = Tokens.of(sentence);
        List<PatientGroup> groups = new ArrayList<>();
        boolean opened = false;
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.is(i, "in", "for", "among")) {
                opened = true;
                continue;
            }
            Optional<Reading<PatientGroup>> group = opened ? GroupParser.GROUP.parse(tokens, i) : Optional.empty();
            if (group.isPresent()) {
                if (!groups.contains(group.get().value())) {
                    groups.add(group.get().value());
                }
                i = group.get().to() - 1;
            } else {
                // "in adults and children": the preposition holds for what is joined to a group, or to "patients".
                opened = opened && tokens.is(i, "and", "or", ",", "patients", "individuals", "people", "those", "both");
            }
        }
        return groups;
    }
}
