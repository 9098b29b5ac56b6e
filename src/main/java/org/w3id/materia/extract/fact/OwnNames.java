package org.w3id.materia.extract.fact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.w3id.materia.extract.outline.Statement;
import org.w3id.materia.language.Lexicon;
import org.w3id.materia.language.NameBook;
import org.w3id.materia.language.NameKind;
import org.w3id.materia.language.NormalForm;
import org.w3id.materia.language.WordClasses;
import org.w3id.materia.language.Words;

/**
 * The names of the medicine that a monograph is about – its ingredients, their synonyms, the abbreviations that the text gives
 * behind them – and which words name it. What is not its own is another's: every kind of fact asks here.
 */
public final class OwnNames {
    /** Words of names that many medicines share, and that tell none: salts are known besides. */
    private static final Set<String> GENERAL = Lexicon.words("""
            combination | vitamin | vitamins | mineral | minerals | alcohol | self-medication | vaccine | vaccines | hormone |
            chemotherapy | elemental | with | and | topical | systemic | oral""");

    private static final int SHORTEST_WORD = 4;
    private static final int SHORTEST_STEM = 5;
    /** As many letters at the beginning and at the end stand in a name that is misspelt between them. */
    private static final int ENDS = 4;

    private static final Pattern JOINTS = Pattern.compile("[\\s-]+");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final List<String> ingredients;
    /** The names by the words of their normal form, the ingredients' first and in their order. */
    private final List<List<String>> normal;
    /** Synonyms and abbreviations, lower case. */
    private final Set<String> synonyms = new LinkedHashSet<>();

    /** The words that tell the medicine by themselves, and all words of its names. */
    private final Set<String> words = new HashSet<>();

    private final Set<String> parts = new HashSet<>();

    private OwnNames(List<String> ingredients, Collection<String> synonyms) {
        this.ingredients = List.copyOf(ingredients);
        synonyms.forEach(s -> this.synonyms.add(s.toLowerCase(Locale.ROOT)));
        List<String> names =
                Stream.concat(ingredients.stream(), this.synonyms.stream()).toList();
        this.normal = names.stream().map(NormalForm::words).toList();
        names.forEach(this::addWords);
    }

    /** The names of a product, and the abbreviations behind them in the text of its monograph. */
    public static OwnNames of(Product product, String text) {
        List<String> ingredients =
                product.ingredients().stream().map(Ingredient::name).toList();
        List<String> synonyms = new ArrayList<>(product.synonyms());
        Stream.concat(ingredients.stream(), product.synonyms().stream())
                .forEach(name -> synonyms.addAll(abbreviations(name, text)));
        return new OwnNames(ingredients, synonyms);
    }

    /** Names of ingredients, lower case, and other names of theirs. */
    public static OwnNames of(List<String> ingredients, Collection<String> synonyms) {
        return new OwnNames(ingredients, synonyms);
    }

    /** "methotrexate (MTX)": what stands in a bracket behind the name and is made of its letters. */
    private static List<String> abbreviations(String name, String text) {
        Matcher bracket = Pattern.compile("(?i:" + Pattern.quote(name) + ")\\s*\\(([\\p{Lu}\\p{N}-]{2,8})\\)")
                .matcher(text);
        return bracket.results()
                .map(b -> b.group(1).toLowerCase(Locale.ROOT))
                .distinct()
                .filter(a -> isMadeOf(a, name.toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static boolean isMadeOf(String abbreviation, String name) {
        int at = 0;
        for (char c : NO_WORD.matcher(abbreviation).replaceAll("").toCharArray()) {
            at = name.indexOf(c, at) + 1;
            if (at == 0) {
                return false;
            }
        }
        return abbreviation.charAt(0) == name.charAt(0);
    }

    private void addWords(String name) {
        List<String> all =
                Arrays.stream(NO_WORD.split(name, -1)).filter(w -> !w.isEmpty()).toList();
        parts.addAll(all);
        if (all.stream().noneMatch(OwnNames::isTelling)) {
            all.stream()
                    .filter(w -> all.size() == 1 || NameBook.isShared(w) && !GENERAL.contains(w))
                    .findFirst()
                    .ifPresent(words::add);
        }
        all.stream().filter(OwnNames::isTelling).forEach(words::add);
    }

    private static boolean isTelling(String word) {
        return word.length() >= SHORTEST_WORD
                && !GENERAL.contains(word)
                && !WordClasses.isMedicine(word)
                && !NameBook.isShared(word);
    }

    /** Whether a word, lower case, names the medicine by itself: "valproate" of "sodium valproate", and not "sodium". */
    public boolean tells(String word) {
        return words.contains(word);
    }

    /** Whether a word, lower case, stands in one of the names: "sodium" in "sodium valproate". */
    public boolean isPart(String word) {
        return parts.contains(word);
    }

    /** Whether words are one of the names, no word more or less. */
    public boolean isWhole(String name) {
        return normal.contains(NormalForm.words(name));
    }

    /** Whether one of the words of a range names the medicine. */
    public boolean areIn(Words text, int from, int to) {
        for (int i = Math.max(0, from); i < to; i++) {
            if (tells(text.word(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether one of the words of a phrase, lower case, names the medicine. */
    public boolean areIn(String phrase) {
        return Arrays.stream(NO_WORD.split(phrase, -1)).anyMatch(this::tells);
    }

    /** Whether a phrase, lower case, is a name of the medicine, with its salt or "tablets", and names nothing else. */
    public boolean areOnly(String phrase) {
        return areIn(phrase)
                && Arrays.stream(phrase.split(" ", -1))
                        .allMatch(w -> tells(w) || NameBook.isShared(w) || WordClasses.isMedicine(w));
    }

    /** The ingredients that a label names in whatever spelling: "L-Methylfolate", "Zinc Sulfate", "Estrogens". */
    public List<String> ingredientsSpelt(String label) {
        String letters = letters(label);
        List<String> parts = Arrays.asList(NO_WORD.split(label.toLowerCase(Locale.ROOT), -1));
        return ingredients.stream()
                .filter(i -> isSpelling(letters, letters(i)) || sharesWord(parts, i))
                .toList();
    }

    private static String letters(String name) {
        return NO_LETTERS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
    }

    private static boolean isSpelling(String label, String ingredient) {
        return ingredient.length() >= SHORTEST_STEM
                && label.length() >= SHORTEST_STEM
                && (label.contains(ingredient) || ingredient.contains(label));
    }

    private static boolean sharesWord(List<String> parts, String ingredient) {
        return Arrays.stream(NO_WORD.split(ingredient, -1))
                .anyMatch(own -> parts.stream().anyMatch(p -> p.equals(own) && own.length() > 2 || sharesStem(p, own)));
    }

    /** Whether two words begin alike, so that spellings and salts of one substance are one. */
    private static boolean sharesStem(String a, String b) {
        int n = 0;
        while (n < Math.min(a.length(), b.length()) && a.charAt(n) == b.charAt(n)) {
            n++;
        }
        return n >= SHORTEST_STEM && n >= Math.max(a.length(), b.length()) - SHORTEST_STEM;
    }

    /** The ingredient of a drug that has only one. */
    public Optional<String> onlyIngredient() {
        return ingredients.size() == 1 ? Optional.of(ingredients.get(0)) : Optional.empty();
    }

    /** Whether words are an ingredient's name and nothing else. */
    public boolean isIngredient(String name) {
        return ingredients.contains(name.toLowerCase(Locale.ROOT));
    }

    /**
     * Whether a name, lower case, is one of the medicine: a synonym, an ingredient with words before or behind it, some of an ingredient's
     * words, or its name misspelt. "Insulin glargine" is none of insulin lispro, and "tetrabenazine" none of deutetrabenazine.
     */
    public boolean isName(String name) {
        if (synonyms.contains(name)) {
            return true;
        }
        List<String> named = NormalForm.words(name);
        boolean another =
                named.stream().allMatch(NameBook::isShared) && NameBook.get().isDrug(name);
        for (int i = 0; i < ingredients.size(); i++) {
            List<String> own = normal.get(i);
            if (holds(named, own)
                    || (!another || own.stream().noneMatch(OwnNames::isTelling)) && holds(own, named)
                    || isJoined(name, ingredients.get(i))
                    || isMisspelt(name, ingredients.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean holds(List<String> words, List<String> part) {
        return !part.isEmpty() && Collections.indexOfSubList(words, part) >= 0;
    }

    /** "co-trimoxazole" is "cotrimoxazole". */
    private static boolean isJoined(String name, String ingredient) {
        return JOINTS.matcher(name)
                .replaceAll("")
                .startsWith(JOINTS.matcher(ingredient).replaceAll(""));
    }

    /** Whether a name is the ingredient's but for a letter or two in its middle. */
    private static boolean isMisspelt(String name, String ingredient) {
        return name.length() > 2 * ENDS
                && ingredient.length() > 2 * ENDS
                && Math.abs(name.length() - ingredient.length()) < 2
                && name.startsWith(ingredient.substring(0, ENDS))
                && name.endsWith(ingredient.substring(ingredient.length() - ENDS));
    }

    /**
     * Whether another medicine's name begins at a word: one that shares no word with the medicine's that tells it. "Estradiol valerate" is
     * of estradiol, and "naproxen sodium" not of diclofenac sodium.
     */
    public boolean isOther(Words text, int at) {
        Optional<NameBook.Found> found = NameBook.get().longest(text, at).filter(f -> f.is(NameKind.DRUG));
        return found.isPresent()
                && !isOf(NormalForm.words(text.entry(at, found.get().tokens())));
    }

    private boolean isOf(List<String> named) {
        return normal.stream()
                .anyMatch(own -> own.stream().anyMatch(OwnNames::isTelling)
                        ? own.stream().anyMatch(w -> isTelling(w) && named.contains(w))
                        : named.containsAll(own) || own.containsAll(named));
    }

    /**
     * The one ingredient of a combination that a statement is about: named by its section's topic or by a label or heading
     * that it stands under. Empty for a drug with one ingredient, and where none or several are named.
     */
    public Optional<String> ingredientOf(Statement statement) {
        if (ingredients.size() < 2) {
            return Optional.empty();
        }
        for (int i = statement.governors().size() - 1; i >= 0; i--) {
            Statement.Governor governor = statement.governors().get(i);
            if (governor.role() != Statement.Role.LEAD_IN) {
                Optional<String> named = ingredientIn(governor.text().text());
                if (named.isPresent()) {
                    return named;
                }
            }
        }
        return statement.section().topic().flatMap(this::ingredientIn);
    }

    /** The one ingredient of a combination that words name; empty for a drug with one, and where none or several are named. */
    public Optional<String> ingredientIn(String words) {
        String lower = words.toLowerCase(Locale.ROOT);
        List<String> named = ingredients.stream().filter(lower::contains).toList();
        return ingredients.size() > 1 && named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }
}
