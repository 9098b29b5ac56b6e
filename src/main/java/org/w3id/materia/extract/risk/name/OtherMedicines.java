package org.w3id.materia.extract.risk.name;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3id.materia.extract.fact.OwnNames;
import org.w3id.materia.language.Lexicon;
import org.w3id.materia.language.NameBook;
import org.w3id.materia.language.NameKind;
import org.w3id.materia.language.WordClasses;
import org.w3id.materia.language.Words;

/** Tells which words name other medicines. */
public final class OtherMedicines {
    private static final Set<String> GENERIC = Lexicon.words("""
            combination | vitamins | minerals | alcohol | self-medication | vaccine | hormone | chemotherapy""");
    private static final Set<String> KINDS = Lexicon.words("""
            drugs | medications | medicines | products | agents | preparations | drug | medication | inhibitors |
            inducers | vaccines | painkillers""");
    private static final Set<String> GENERAL_VERBS = Set.of("start", "stop", "change", "of", "for", "with", "by");
    private static final Set<String> QUALIFIERS = Lexicon.words("""
            other | certain | any | some | herbal | over-the-counter | otc | prescription | additional | specific |
            multiple | adult | combination | outdated | stop | change | self | these | another | single | your |
            this | the | take | more | many | different | similar | cold | all | oral | topical | new | cough |
            dietary""");
    private static final Pattern TOLD = Pattern.compile("(?:drugs|medications|medicines|agents|products|substances)"
            + " (?:that|which|known|metabolized|metabolised|with|such as|used|like|\\w+ing)\\b.*");

    private final OwnNames own;

    public OtherMedicines(OwnNames own) {
        this.own = own;
    }

    /** The names of the medicine that the text is about. */
    public OwnNames own() {
        return own;
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
        if (general || own.areIn(name)) {
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
