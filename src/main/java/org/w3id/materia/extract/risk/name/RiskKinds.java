package org.w3id.materia.extract.risk.name;

import java.util.regex.Pattern;
import org.w3id.materia.extract.fact.RiskKind;

/** Tells by a name's words what sort of thing it is. */
public final class RiskKinds {
    private static final Pattern AGE = Pattern.compile(
            "\\b(?:child|children|infants?|neonates?|newborns?|pa?ediatric|adolescents?|elderly|older|geriatric|babies|toddlers|teenagers|girls|boys|seniors|(?:under|below|over|above|younger"
                    + " than) (?:the age of )?\\d++(?![,.]\\d| ?(?:kg|ml|mg|cells))|years)\\b");
    private static final Pattern ALLERGY =
            Pattern.compile("\\b(?:allerg\\w*|hypersensitiv\\w*|sensitivity|anaphyla\\w*|intoleran\\w*)\\b");
    private static final Pattern PREGNANCY = Pattern.compile(
            "\\b(?:pregnan\\w*|childbearing|child-bearing|conceive|reproductive|trimester|conception)\\b");
    private static final Pattern LACTATION = Pattern.compile("\\b(?:breast-?\\s?feed\\w*|nursing|lactat\\w*)\\b");
    private static final Pattern DRUG =
            Pattern.compile("^(?:concurrent|concomitant|combined|simultaneous|co-?administration|taking)\\b");

    private RiskKinds() {}

    /**
     * The first of these that fits: allergy, pregnancy, breastfeeding, age, another drug; a condition where none does.
     *
     * @param name as the text has it
     */
    public static RiskKind of(String name) {
        if (ALLERGY.matcher(name).find()) {
            return RiskKind.ALLERGY;
        }
        if (PREGNANCY.matcher(name).find()) {
            return RiskKind.PREGNANCY;
        }
        if (LACTATION.matcher(name).find()) {
            return RiskKind.LACTATION;
        }
        if (AGE.matcher(name).find()) {
            return RiskKind.AGE;
        }
        return DRUG.matcher(name).find() ? RiskKind.DRUG : RiskKind.CONDITION;
    }
}
