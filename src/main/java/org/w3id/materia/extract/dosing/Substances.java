package org.w3id.materia.extract.dosing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Tells the drug of the monograph from other substances that a sentence names, so that the dose of another drug is never
 * taken for its own.
 */
final class Substances {
    /** Stems that end the international nonproprietary names of many drugs (WHO stem list). */
    private static final List<String> STEMS = List.of(
            "mab",
            "nib",
            "cillin",
            "mycin",
            "micin",
            "azole",
            "olol",
            "pril",
            "sartan",
            "statin",
            "sone",
            "solone",
            "tidine",
            "prazole",
            "platin",
            "taxel",
            "rubicin",
            "navir",
            "tegravir",
            "ciclovir",
            "cyclovir",
            "buvir",
            "vudine",
            "dipine",
            "floxacin",
            "cycline",
            "zepam",
            "zolam",
            "triptan",
            "setron",
            "parin",
            "gliptin",
            "gliflozin",
            "glitazone",
            "thiazide",
            "semide",
            "barbital",
            "caine",
            "profen",
            "oxicam",
            "coxib",
            "fungin",
            "penem",
            "tinib",
            "ciclib",
            "parib",
            "lukast",
            "terol",
            "tropium",
            "phylline",
            "dronate",
            "curium",
            "methasone",
            "nisone",
            "hydramine",
            "trexate",
            "citabine",
            "tecan",
            "poside",
            "vastatin",
            "fibrate",
            "formin",
            "gliclazide",
            "bactam",
            "folate",
            "covorin",
            "stigmine");

    private static final Set<String> WORDS = Set.of(
            "acetaminophen",
            "paracetamol",
            "aspirin",
            "diphenhydramine",
            "ritonavir",
            "cobicistat",
            "levodopa",
            "carbidopa",
            "insulin",
            "hcg",
            "mesna",
            "methotrexate",
            "prednisone",
            "leucovorin",
            "saline",
            "water",
            "dextrose",
            "glucose",
            "nacl",
            "fluid",
            "fluids",
            "juice",
            "milk",
            "caffeine",
            "alcohol",
            "diluent",
            "antihistamine",
            "glucocorticoid",
            "corticosteroid",
            "corticosteroids",
            "epinephrine",
            "adrenaline",
            "lithium",
            "warfarin",
            "heparin",
            "digoxin",
            "morphine",
            "fentanyl",
            "iodine",
            "lidocaine",
            "elemental",
            "oxygen",
            "estrogen",
            "progestin",
            "estradiol",
            "phospholipids",
            "cyclophosphamide",
            "radiation",
            "pyridoxine",
            "probenecid",
            "bortezomib");

    /** What may stand behind "of" without being another drug. */
    private static final Set<String> PREPARATIONS = Set.of(
            "elemental",
            "powder",
            "powdered",
            "solution",
            "extract",
            "standardized",
            "the",
            "a",
            "an",
            "this",
            "it",
            "body",
            "active",
            "each",
            "suspension",
            "syrup",
            "cream",
            "gel",
            "ointment",
            "medication",
            "drug",
            "medicine",
            "product",
            "total",
            "dried",
            "fresh",
            "oral",
            "liquid",
            "standardised",
            "topical",
            "pure",
            "vitamin",
            "your",
            "both");

    private final Set<String> own;
    private final List<String> ingredients;

    private Substances(Set<String> own, List<String> ingredients) {
        this.own = own;
        this.ingredients = ingredients;
    }

    /** The substances of a monograph by the names of its ingredients, lower case, and its synonyms. */
    static Substances of(List<String> names, List<String> synonyms) {
        Set<String> own = new java.util.HashSet<>();
        List<String> all = new ArrayList<>(names);
        all.addAll(synonyms);
        for (String name : all) {
            Tokens tokens = Tokens.of(name);
            for (int i = 0; i < tokens.size(); i++) {
                if (tokens.get(i).isWord()) {
                    own.add(tokens.word(i));
                }
            }
        }
        return new Substances(own, List.copyOf(names));
    }

    boolean isOwn(String word) {
        return own.contains(word) || word.length() > 6 && own.stream().anyMatch(o -> o.contains(word));
    }

    /** Whether a word names a substance that is not the monograph's. */
    boolean isOther(String word) {
        return !isOwn(word)
                && (WORDS.contains(word) && !word.equals("elemental")
                        || word.length() > 6 && STEMS.stream().anyMatch(word::endsWith));
    }

    /** Whether "of WORD" behind an amount says that it is one of another substance. */
    boolean isForeignBehindOf(Tokens tokens, int at) {
        for (int i = at; i < at + 6 && tokens.has(i) && tokens.get(i).isWord(); i++) {
            if (isOwn(tokens.word(i))) {
                return false;
            }
        }
        return tokens.has(at)
                && tokens.get(at).isWord()
                && tokens.number(at).isEmpty()
                && !PREPARATIONS.contains(tokens.word(at));
    }

    /** The one ingredient that the words name; empty where none or several are. */
    Optional<String> ingredient(String words) {
        String lower = words.toLowerCase(Locale.ROOT);
        List<String> named = new ArrayList<>(ingredients);
        named.removeIf(n -> !lower.contains(n));
        return named.size() == 1 && ingredients.size() > 1 ? Optional.of(named.get(0)) : Optional.empty();
    }
}
