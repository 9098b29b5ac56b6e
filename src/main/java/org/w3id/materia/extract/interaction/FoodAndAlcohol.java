package org.w3id.materia.extract.interaction;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds alcohol and single foods that a sentence bids avoid, limit or watch, however it puts it. */
final class FoodAndAlcohol {
    private static final Pattern NAMED = Pattern.compile(
            "(?<![\\w-])(?<!benzyl )(?<!polyvinyl )(?<!isopropyl )(?<!cetyl )(?<!stearyl )(?<!cetostearyl )(?<!wool )alcohol(?:ic beverages|ic drinks)?(?![\\w-])(?! (?:abuse|dependence|dependency|addiction|use disorder|withdrawal|content|intoxication|poisoning|intolerance|sensitivity|swab|pad|wipe|base|allergy|misuse|problem|detox|craving|relapse|dehydrogenase|history))"
                    + "|(?<![\\w-])grapefruit(?: juice| products)?(?![\\w-])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern WARNS = Pattern.compile(
            "\\b(?:avoid\\w*|limit\\w*|interact\\w*|increas\\w*|worsen\\w*|intensif\\w*|enhanc\\w*|not (?:be )?(?:recommended|advis\\w*|advisable|taken|consumed|drink|consume)|don't drink|discourag\\w*|caution\\w*|careful\\w*|moderat\\w*|restrict\\w*|exacerbat\\w*|potentiat\\w*|minimi[sz]\\w*|refrain|abstain\\w*|reduce\\w*|impair\\w*|affect\\w*|interfer\\w*|can cause|contraindicated|alter\\w*|additive|prohibited|aggravat\\w*|amplif\\w*|dangerous|harmful|heighten\\w*|abstinence|irritat\\w*|lower\\w*|raise\\w*|combin\\w*)\\b",
            Pattern.CASE_INSENSITIVE);

    private FoodAndAlcohol() {}

    static List<Agent> in(String text) {
        List<Agent> agents = new ArrayList<>();
        Matcher m = NAMED.matcher(text);
        if (m.find() && WARNS.matcher(text).find()) {
            m.reset();
            while (m.find()) {
                agents.add(named(m));
            }
        }
        return agents;
    }

    /** What a question is about, warned of or not. */
    static List<Agent> namedIn(String text) {
        List<Agent> agents = new ArrayList<>();
        Matcher m = NAMED.matcher(text);
        while (m.find()) {
            agents.add(named(m));
        }
        return agents;
    }

    private static Agent named(Matcher m) {
        String words = m.group().toLowerCase(java.util.Locale.ROOT);
        String name = words.startsWith("alcohol") ? "alcohol" : words;
        return new Agent(name, m.start(), m.end(), true);
    }
}
