package org.w3id.materia.extract.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the populations that a text names: the young, the old, the pregnant, nursing mothers, weak kidneys and livers. */
final class PopulationScan {
    private static final String ORGAN =
            "(?:(?:mild|moderate|severe|mild to moderate|moderate to severe|impaired)\\s+)?(?:renal|hepatic|kidney|liver)(?:\\s*(?:and|or|/|and/or)\\s*(?:renal|hepatic|kidney|liver))?\\s+(?:impairment|disease|dysfunction|problems|insufficiency|failure|issues|conditions|disorders)";
    private static final Pattern NAMED = Pattern.compile(
            "\\b(?:becoming pregnant|pregnancy|pregnant|breast-?\\s?feeding|breastfeed|breast milk|lactation|lactating|nursing mothers|nursing|children|child|pa?ediatric (?:patients|populations?|use|dosing|dosage|dosages)|infants|neonates|older adults|(?:the )?elderly(?: (?:patients|individuals|people|adults|persons))?|geriatric (?:patients|population)|older (?:people|patients|individuals)|(?:planning|plan|trying|intend) to (?:become pregnant|conceive)|(?:women|individuals|patients|those|females) of (?:childbearing|reproductive|child-bearing) (?:age|potential|years)|driving|operat(?:e|ing) (?:heavy )?machinery|"
                    + ORGAN + ")\\b",
            Pattern.CASE_INSENSITIVE);

    private PopulationScan() {}

    static List<Range> of(String text, Range within) {
        List<Range> found = new ArrayList<>();
        Matcher m = NAMED.matcher(text).region(within.start(), within.end());
        while (m.find()) {
            found.add(new Range(m.start(), m.end()));
        }
        return found;
    }
}
