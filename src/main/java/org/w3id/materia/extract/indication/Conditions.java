package org.w3id.materia.extract.indication;

import java.util.Locale;
import org.w3id.materia.extract.indication.name.Meaning;
import org.w3id.materia.language.NameBook;
import org.w3id.materia.language.NameKind;

/** Tells names of conditions from other names, for readers outside of usage sections (labels of doses, say). */
public final class Conditions {
    private Conditions() {}

    /**
     * Whether a phrase names a disease, a symptom or another state that a medicine may be for, as a whole: "severe renal impairment",
     * "gout flares"; not "gout and", "toxicity of methotrexate", "interval", "clopidogrel".
     *
     * @param phrase a noun phrase, white space single
     */
    public static boolean isCondition(String phrase) {
        String name = phrase.strip().toLowerCase(Locale.ROOT);
        return !name.isEmpty()
                && !NameBook.get().is(name, NameKind.DRUG)
                && !NameBook.get().is(name, NameKind.DRUG_CLASS)
                && !Meaning.isBareHead(name)
                && Meaning.of(name) == Meaning.CONDITION;
    }
}
