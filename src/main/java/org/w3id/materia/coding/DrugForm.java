package org.w3id.materia.coding;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.w3id.materia.language.Lexicon;

/**
 * The form in which two names of one drug are equal. The ingredients of a combination come in any order and are joined in
 * any way: "trimethoprim and sulfamethoxazole" is "Sulfamethoxazole / trimethoprim". Each ingredient's name is compared as
 * {@link NameForm} has it.
 */
final class DrugForm {
    private static final Pattern JOINT = Pattern.compile("\\s+(?:and|with|plus)\\s+|\\s*[/+;]\\s*|,\\s+(?:and\\s+)?");
    private static final String JOINED = " + ";

    /** Anions, acids, esters and hydrates, of which one or more stand behind the name of what acts. */
    private static final Set<String> SALTS = salts();

    private static final Set<String> MINERALS = WordList.load("minerals.txt");

    /** Iron sucrose is no sucrose, and silver sulfadiazine no sulfadiazine: few cations say nothing where they come first. */
    private static final Set<String> LEADING_CATIONS = Set.of("sodium", "potassium", "disodium");

    private static final Set<String> TRAILING_CATIONS =
            Set.of("sodium", "potassium", "calcium", "magnesium", "disodium", "trisodium", "dipotassium");

    private static final Set<String> ADMINISTRATIONS = WordList.load("administrations.txt");

    /** What stands between two names of one substance. */
    private static final Pattern ALSO = Pattern.compile("\\s*[\\[\\](){}/]\\s*");

    private static final Pattern IN_PARENTHESES = Pattern.compile("(.*\\S)\\s*\\(([^()]+)\\)\\s*");

    private DrugForm() {}

    private static Set<String> salts() {
        Lexicon names = Lexicon.load("language/salts.txt");
        return names.entries().stream()
                .filter(word -> names.value(word).filter(String::isEmpty).isPresent())
                .map(NameForm::of)
                .collect(Collectors.toUnmodifiableSet());
    }

    static String of(String name) {
        return joined(ingredients(name));
    }

    /**
     * The form of the drug of which a name says the salt as well; the same as {@link #of} where it says none. A mineral salt,
     * such as sodium chloride, is no salt of a drug and stays as it is.
     */
    static String withoutSalts(String name) {
        return joined(baseIngredients(name));
    }

    /** Each ingredient without its salt. */
    static List<String> baseIngredients(String name) {
        return ingredients(name).stream().map(DrugForm::base).toList();
    }

    /**
     * A name without the words behind it that say how the drug is given, in parentheses or not; the name itself where there are none.
     */
    static String withoutAdministration(String name) {
        Matcher given = IN_PARENTHESES.matcher(name);
        if (given.matches()) {
            return Arrays.stream(NameForm.of(given.group(2)).split(" ")).allMatch(ADMINISTRATIONS::contains)
                    ? given.group(1)
                    : name;
        }
        String[] words = name.strip().split("\\s+");
        int end = words.length;
        while (end > 1 && ADMINISTRATIONS.contains(NameForm.of(words[end - 1]))) {
            end--;
        }
        return end == words.length ? name : String.join(" ", List.of(words).subList(0, end));
    }

    /** Each ingredient in the form that names are compared in. */
    static List<String> ingredients(String name) {
        return Arrays.stream(JOINT.split(name.strip().toLowerCase(Locale.ROOT)))
                .map(NameForm::of)
                .filter(ingredient -> !ingredient.isEmpty())
                .toList();
    }

    /** The names that a text gives one after another, in parentheses or behind a slash, each in the form that names are compared in. */
    static List<String> alternatives(String name) {
        return Arrays.stream(ALSO.split(withoutAdministration(name)))
                .map(NameForm::of)
                .filter(alternative -> !alternative.isEmpty())
                .toList();
    }

    private static String joined(List<String> ingredients) {
        return ingredients.stream().sorted().collect(Collectors.joining(JOINED));
    }

    private static String base(String ingredient) {
        List<String> words = Arrays.asList(ingredient.split(" "));
        int start = LEADING_CATIONS.contains(words.get(0)) ? 1 : 0;
        int end = words.size();
        while (end > start && isBehindAName(words.get(end - 1))) {
            end--;
        }
        List<String> base = words.subList(start, end);
        return MINERALS.containsAll(base) ? ingredient : String.join(" ", base);
    }

    private static boolean isBehindAName(String word) {
        return SALTS.contains(word) || TRAILING_CATIONS.contains(word);
    }
}
