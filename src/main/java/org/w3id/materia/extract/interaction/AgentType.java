package org.w3id.materia.extract.interaction;

import java.util.regex.Pattern;
import org.w3id.materia.extract.fact.Interaction;

/** What sort of interaction an agent makes. */
final class AgentType {
    private static final Pattern ALCOHOL = Pattern.compile("\\b(?:alcohol|alcoholic|ethanol|wine|beer)\\b");
    private static final Pattern FOOD = Pattern.compile(
            "\\b(?:food|foods|meal|meals|grapefruit|pomelo|juice|milk|dairy|cheese|cheeses|yogurt|coffee|tea|caffeine|tyramine|vegetable|vegetables|greens|fruit|fruits|seaweed|kelp|licorice|oranges|meat|beverage|beverages|diet|salt substitute|chocolate|fat|fiber)\\b");
    private static final Pattern HERB = Pattern.compile(
            "\\b(?:herb|herbs|herbal|wort|ginkgo|ginseng|garlic|ginger|kava|valerian|echinacea|yohimbine|turmeric|botanical)\\b");
    private static final Pattern TEST = Pattern.compile("\\b(?:tests?|assays?|imaging)\\b");

    private AgentType() {}

    static Interaction.Type of(String agent) {
        if (ALCOHOL.matcher(agent).find()) {
            return Interaction.Type.DRUG_ALCOHOL;
        }
        if (TEST.matcher(agent).find()) {
            return Interaction.Type.DRUG_TEST;
        }
        if (HERB.matcher(agent).find()) {
            return Interaction.Type.DRUG_HERB;
        }
        return FOOD.matcher(agent).find() ? Interaction.Type.DRUG_FOOD : Interaction.Type.DRUG_DRUG;
    }
}
