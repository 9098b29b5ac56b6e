package org.w3id.materia.extract.risk.name;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.w3id.materia.extract.fact.Product;
import org.w3id.materia.language.Lexicon;
import org.w3id.materia.language.NameBook;
import org.w3id.materia.language.NameKind;
import org.w3id.materia.language.WordClasses;
import org.w3id.materia.language.Words;

/** Tells the product's own drugs from others. */
public final class Drugs {
    private static final Set<String> GENERIC = Lexicon.words("""
            combination | vitamins | minerals | alcohol | self-medication | vaccine | hormone | chemotherapy""");
    private static final Set<String> KINDS = Lexicon.words("""
            drugs | medications | medicines | products | agents | preparations | drug | medication | inhibitors |
            inducers | vaccines""");
    private static final Set<String> GENERAL_VERBS = Set.of("start", "stop", "change", "of", "for", "with", "by");
    /** Words of products' names that say how they are given. */
    private static final Set<String> WAYS = Set.of("with", "topical", "systemic", "oral");

    private static final Set<String> QUALIFIERS = Lexicon.words("""
            other | certain | any | some | herbal | over-the-counter | otc | prescription | additional | specific |
            multiple | adult | combination | outdated | stop | change | self | these | another | single | your |
            this | the | take | more | many | different | similar | cold | all | oral | topical | new | cough |
            dietary""");
    private static final Pattern TOLD = Pattern.compile("(?:drugs|medications|medicines|agents|products|substances)"
            + " (?:that|which|known|metabolized|metabolised|with|such as|used|like|\\w+ing)\\b.*");
    private static final int SHORTEST_WORD = 4;

    private final Set<String> own = new TreeSet<>();

    public Drugs(Product product) {
        product.ingredients().forEach(i -> addWords(i.name()));
        product.synonyms().forEach(this::addWords);
    }

    private void addWords(String name) {
        String[] words = name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1);
        if (Arrays.stream(words).allMatch(NameBook::isShared)) {
            own.add(words[0]);
        }
        for (String word : words) {
            if (word.length() >= SHORTEST_WORD
                    && !(GENERIC.contains(word) || WordClasses.isMedicine(word))
                    && !WAYS.contains(word)
                    && !NameBook.isShared(word)) {
                own.add(word);
            }
        }
    }

    /** Whether a range of tokens names an ingredient of the product. */
    public boolean isOwn(Words words, int from, int to) {
        for (int i = Math.max(0, from); i < to; i++) {
            if (own.contains(words.word(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a phrase is the product's name, or an ingredient's with its salt, and names nothing else. */
    public boolean isOnlyOwn(String name) {
        return isOwn(name)
                && Arrays.stream(name.split(" ", -1))
                        .allMatch(w -> own.contains(w) || NameBook.isShared(w) || WordClasses.isMedicine(w));
    }

    boolean isOwn(String name) {
        return Arrays.stream(name.split("[^\\p{L}\\p{N}]+", -1)).anyMatch(own::contains);
    }

    /** Behind the names of drugs that a sentence begins with: "Omeprazole and esomeprazole weaken the effect …". */
    public int listed(Words words, int from) {
        int end = from;
        int i = from;
        while (i < words.size()) {
            int at = i;
            int n = NameBook.get()
                    .longest(words, i)
                    .filter(f -> f.is(NameKind.DRUG) || f.is(NameKind.DRUG_CLASS))
                    .map(NameBook.Found::tokens)
                    .orElse(0);
            boolean goesOn = words.isComma(at)
                    || words.isConjunction(at)
                    || words.isBracket(at)
                    || QUALIFIERS.contains(words.word(at));
            if (n == 0 && !goesOn) {
                break;
            }
            i += Math.max(1, n);
            end = n > 0 ? i : end;
        }
        return end;
    }

    /** Whether a phrase names a drug or a class of drugs that is not the product's. */
    public boolean isOther(String name) {
        List<String> words = List.of(name.split(" ", -1));
        if (TOLD.matcher(name).matches()) {
            return true;
        }
        boolean general =
                (GENERIC.contains(words.get(words.size() - 1)) || WordClasses.isMedicine(words.get(words.size() - 1)))
                        && words.subList(0, words.size() - 1).stream().allMatch(QUALIFIERS::contains);
        if (general || isOwn(name)) {
            return false;
        }
        if (words.size() > 1 && KINDS.contains(words.get(words.size() - 1))) {
            return words.stream().noneMatch(GENERAL_VERBS::contains);
        }
        String bare = words.size() > 1 && QUALIFIERS.contains(words.get(0))
                ? name.substring(words.get(0).length() + 1)
                : name;
        Set<NameKind> kinds = NameBook.get().kinds(bare);
        return kinds.contains(NameKind.DRUG_CLASS)
                || kinds.contains(NameKind.DRUG)
                        && !kinds.contains(NameKind.DISEASE)
                        && !kinds.contains(NameKind.FINDING)
                        && !kinds.contains(NameKind.FOOD);
    }
}
