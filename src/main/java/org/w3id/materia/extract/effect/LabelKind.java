package org.w3id.materia.extract.effect;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.w3id.materia.extract.fact.OwnNames;
import org.w3id.materia.language.Brackets;
import org.w3id.materia.language.Lexicon;
import org.w3id.materia.monograph.Passage;

/** What a label in the section on side effects is. */
enum LabelKind {
    /** How often or how serious: "Less common but serious (<1%)". */
    SETTING,
    /** A body system or a way of use: "Gastrointestinal". */
    CATEGORY,
    /** A remark: "Important note". */
    ADVICE,
    /** An ingredient of the combination. */
    INGREDIENT,
    /** An effect; what follows explains it, or lists its signs. */
    EFFECT;

    private static final Lexicon CATEGORIES = Lexicon.load("extract/effect/categories.txt");
    private static final Lexicon CLASS_HEADS = Lexicon.load("language/class-heads.txt");
    private static final Lexicon SETTING_WORDS =
            Lexicon.load("extract/effect/setting-words.txt", "language/hedges.txt");
    private static final Pattern ADVICE_START =
            Pattern.compile("^(?:important|note|please note|disclaimer|warning|when to|seek|contact|consult|reporting"
                    + "|remember|crucial|caution|what to|see |if |overall|summary|additional (?:notes?|information)"
                    + "|precautions?|management|always).*");
    /** "Stop and see a doctor if you": what follows are signs. */
    private static final Pattern OPENS_SIGNS =
            Pattern.compile(".*\\bif you(?: (?:have|get|notice|develop|experience|feel)(?: any of these)?)?");

    private static final Pattern SIDE_EFFECTS = Pattern.compile(
            ".*\\b(?:side[ -]effects?|clinical (?:trials?|studies)|adverse (?:effects?|reactions?|events?)|undesirable effects?"
                    + "|post-?marketing|case reports)\\b.*");

    static LabelKind of(String label, OwnNames own) {
        String lower = label.toLowerCase(Locale.ROOT).replace('’', '\'').strip();
        String plain = Brackets.without(lower);
        if (OPENS_SIGNS.matcher(plain).matches()) {
            return SETTING;
        }
        if (ADVICE_START.matcher(plain).matches()) {
            return ADVICE;
        }
        if (isSetting(lower)) {
            return SETTING;
        }
        if (CATEGORIES.contains(plain) || CATEGORIES.contains(lower)) {
            return CATEGORY;
        }
        return namesIngredient(plain, own) ? INGREDIENT : EFFECT;
    }

    /** Whether what stands under a label are signs at which a patient is to seek help. */
    static boolean opensSigns(Passage label) {
        return OPENS_SIGNS.matcher(label.text().toLowerCase(Locale.ROOT)).matches();
    }

    /** Whether words end in a word for a class of effects: "allergic reactions", "gastrointestinal issues". */
    static boolean namesClass(String words) {
        String plain = Brackets.without(words.toLowerCase(Locale.ROOT));
        return CLASS_HEADS.contains(plain.substring(plain.lastIndexOf(' ') + 1));
    }

    /** Whether words say how often or how serious effects are, and name none. */
    static boolean isSetting(String words) {
        String lower = words.toLowerCase(Locale.ROOT);
        return SIDE_EFFECTS.matcher(lower).matches() || isMadeOfSettingWords(lower);
    }

    /** Whether words outside of brackets, lower or upper case, say nothing but how often or how serious. */
    static boolean isMadeOfSettingWords(String text) {
        String plain = Brackets.without(text.toLowerCase(Locale.ROOT));
        List<String> words = Arrays.asList(plain.split("[\\s,/:]+", -1));
        return words.stream()
                .allMatch(w -> SETTING_WORDS.contains(w)
                        || w.chars().anyMatch(Character::isDigit)
                        || w.chars().noneMatch(Character::isLetter));
    }

    /** Whether a label names the drug or one of its ingredients. */
    private static boolean namesIngredient(String plain, OwnNames own) {
        String label = plain.startsWith("from ") ? plain.substring(5) : plain;
        return !own.ingredientsSpelt(label).isEmpty() || own.isName(label);
    }
}
