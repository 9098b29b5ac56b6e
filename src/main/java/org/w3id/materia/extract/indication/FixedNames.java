package org.w3id.materia.extract.indication;

import java.util.ArrayList;
import java.util.List;
import org.w3id.materia.extract.phrase.Phrase;

/** Puts together names that general rules take apart: "common cold", "postoperative nausea and vomiting". */
final class FixedNames {
    private static final String COMMON = "common ";

    private FixedNames() {}

    static List<Phrase> restored(String text, List<Phrase> phrases) {
        List<Phrase> restored = new ArrayList<>();
        for (Phrase phrase : phrases) {
            Phrase last = restored.isEmpty() ? null : restored.get(restored.size() - 1);
            if (phrase.text().startsWith("cold") && text.startsWith(COMMON, phrase.start() - COMMON.length())) {
                restored.add(new Phrase(COMMON + phrase.text(), phrase.start() - COMMON.length(), phrase.end()));
            } else if (last != null
                    && last.text().endsWith(" nausea")
                    && phrase.text().startsWith("vomiting")) {
                restored.set(
                        restored.size() - 1,
                        new Phrase(last.text() + " and " + phrase.text(), last.start(), phrase.end()));
            } else {
                restored.add(phrase);
            }
        }
        return restored;
    }
}
