package org.w3id.materia.extract.indication.name;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3id.materia.extract.fact.Indication.Intent;
import org.w3id.materia.language.Lexicon;
import org.w3id.materia.language.WordClasses;
import org.w3id.materia.language.Words;
import org.w3id.materia.language.phrase.NounPhrases;
import org.w3id.materia.language.phrase.Phrase;

/** The names of conditions that a range of text lists, each cleaned to the shortest name. */
public final class ConditionNames {
    private static final Lexicon LEADING = Lexicon.load("extract/indication/severities.txt", "language/hedges.txt");
    private static final Lexicon TAILS = Lexicon.load("extract/indication/purpose-tails.txt");
    private static final Lexicon TRAILING = Lexicon.load("extract/indication/name-tails.txt");
    private static final Set<String> KNOWN =
            Set.of("infection", "infections", "disease", "cancer", "tumor", "illness", "virus");
    private static final Set<String> STRAY = Set.of("in", "for", "of", "from", "with", "against");
    private static final Set<String> LOWER_PARTS = Lexicon.words("""
            respiratory | urinary | gastrointestinal | abdominal | back | limb | leg | extremity | esophageal""");
    private static final Pattern ANAPHOR = Pattern.compile(
            ".*\\b(?:these|this|such|those|that|its|their)\\s+(?:(?:types|kinds|forms) of\\s+)?$",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    /** "these four childhood illnesses": such as were named before. */
    private static final Pattern POINTED_AT =
            Pattern.compile("\\b(?:these|this|those|such) (?:(?:two|three|four|five) )?$", Pattern.CASE_INSENSITIVE);

    private static final Pattern OTHER =
            Pattern.compile("\\bother (?:types of |forms of |kinds of )?$", Pattern.CASE_INSENSITIVE);
    /** "this type of thyroid cancer": one that was named before. */
    private static final Pattern KIND_BEFORE =
            Pattern.compile("\\b(?:this|these|that|those) (?:types?|kinds?|forms?) of $", Pattern.CASE_INSENSITIVE);

    private static final Pattern RELAPSED =
            Pattern.compile("\\b(?:relapsed|recurrent) (?:or|and) $", Pattern.CASE_INSENSITIVE);
    private static final Pattern CAUSING =
            Pattern.compile("\\([^)]*\\b(?:causing|leading to|resulting in|caused by|during)\\b[^)]*$");
    private static final Pattern BRACKET = Pattern.compile("\\s*\\(([^()]+)\\)");
    private static final int NEAR = 30;

    private ConditionNames() {}

    /** The names in characters {@code [start, end)} of {@code text}, in order. */
    public static List<ConditionName> in(String text, int start, int end) {
        Words words = Words.of(text);
        List<Phrase> phrases = new ArrayList<>();
        int from = words.at(start);
        int to = words.at(end);
        int at = start;
        for (Optional<SiteList> sites = SiteList.in(words, from, to);
                sites.isPresent();
                sites = SiteList.in(words, from, to)) {
            phrases.addAll(NounPhrases.of(text, at, words.start(sites.get().from())));
            phrases.addAll(sites.get().names());
            from = sites.get().to();
            at = words.start(from);
        }
        if (at < end) {
            phrases.addAll(NounPhrases.of(text, at, end));
        }
        List<Phrase> told = new ArrayList<>();
        for (Phrase phrase : phrases) {
            if (Linked.describes(phrase)) {
                toldInBracket(text, phrase.end())
                        .ifPresent(name -> told.add(new Phrase(name, phrase.end(), phrase.end() + name.length())));
            }
        }
        phrases.addAll(told);
        phrases.sort(Comparator.comparingInt(Phrase::start));
        phrases.removeIf(p -> CAUSING.matcher(text.substring(0, p.start())).find());
        List<ConditionName> names = new ArrayList<>();
        for (Phrase joined : FixedNames.restored(
                text,
                Linked.resolved(Deficiencies.restored(text, phrases).stream()
                        .map(ConditionNames::led)
                        .toList()))) {
            for (Phrase phrase : SiteList.apart(joined)) {
                boolean first = names.isEmpty();
                name(text, phrase).map(n -> first ? others(text, n) : n).ifPresent(names::add);
            }
        }
        return names;
    }

    private static Optional<ConditionName> name(String text, Phrase phrase) {
        List<String> words = new ArrayList<>(Arrays.asList(phrase.text().split(" ", -1)));
        trimLeading(words);
        if (words.size() > 1
                && words.get(0).equals("refractory")
                && RELAPSED.matcher(text.substring(0, phrase.start())).find()) {
            words.remove(0);
        }
        trimTail(words);
        if (words.size() > 1 && words.get(words.size() - 1).equals("patients")) {
            words.remove(words.size() - 1);
        }
        Optional<Intent> intent = Optional.empty();
        for (int n = TAILS.suffixLength(words, words.size());
                n > 0 && n < words.size() && keepsName(words, n);
                n = TAILS.suffixLength(words, words.size())) {
            String tail = String.join(" ", words.subList(words.size() - n, words.size()));
            intent = intent.or(() -> TAILS.value(tail).map(v -> Intent.valueOf(v.toUpperCase(Locale.ROOT))));
            words.subList(words.size() - n, words.size()).clear();
        }
        trimTail(words);
        if (words.isEmpty()
                || POINTED_AT
                        .matcher(text.substring(Math.max(0, phrase.start() - NEAR), phrase.start()))
                        .find()
                || KIND_BEFORE
                        .matcher(text.substring(Math.max(0, phrase.start() - NEAR), phrase.start()))
                        .find()
                || words.size() == 1 && (refersBack(text, phrase.start()) || isKnown(text, phrase))) {
            return Optional.empty();
        }
        int last = words.size() - 1;
        if (last > 0
                && words.get(last).equals("species")
                && text.toLowerCase(Locale.ROOT).contains("infections")) {
            words.set(last, "infections");
        } else if (words.get(last).equals("noses")) {
            words.set(last, "nose");
        }
        String name = String.join(" ", words);
        Meaning meaning = Meaning.of(name);
        int in = words.indexOf("in");
        if (meaning == Meaning.MEASURE && in > 0) {
            // "rate control in atrial fibrillation": the disease is what the drug is for.
            String disease = String.join(" ", words.subList(in + 1, words.size()));
            name = Meaning.of(disease) == Meaning.CONDITION ? disease : name;
            meaning = Meaning.of(name);
        }
        Optional<String> told = meaning == Meaning.CONDITION ? Optional.empty() : toldInBracket(text, phrase.end());
        if (told.isPresent()) {
            name = told.get();
            meaning = Meaning.CONDITION;
        }
        Optional<Intent> aim = intent.isEmpty() ? Meaning.intentOf(name) : intent;
        return Optional.of(new ConditionName(name, phrase.start(), phrase.end(), meaning, aim));
    }

    /** "other cancers" that begin a list are others than those named before; behind a list ("A and other cancers") they are its class. */
    private static ConditionName others(String text, ConditionName name) {
        boolean others = text.charAt(name.end() - 1) == 's'
                && OTHER.matcher(text.substring(Math.max(0, name.start() - NEAR), name.start()))
                        .find();
        return others
                ? new ConditionName("other " + name.text(), name.start(), name.end(), name.meaning(), name.intent())
                : name;
    }

    /** "trouble falling asleep (insomnia)", "the lungs (pneumonia)": the disease that a bracket names behind words that name none. */
    private static Optional<String> toldInBracket(String text, int at) {
        Matcher bracket = BRACKET.matcher(text).region(at, text.length());
        return bracket.lookingAt()
                ? Optional.of(bracket.group(1).strip().toLowerCase(Locale.ROOT)).filter(Meaning::isNamed)
                : Optional.empty();
    }

    private static boolean refersBack(String text, int at) {
        return ANAPHOR.matcher(text.substring(Math.max(0, at - NEAR), at)).matches();
    }

    /** "the infection": one that was named before. */
    private static boolean isKnown(String text, Phrase phrase) {
        return KNOWN.contains(phrase.text()) && text.startsWith("the ", Math.max(0, phrase.start() - 4));
    }

    /** Whether what stands before the last {@code n} words is a name by itself: not in "allergic symptoms". */
    private static boolean keepsName(List<String> words, int n) {
        String last = words.get(words.size() - n - 1);
        String rest = String.join(" ", words.subList(0, words.size() - n));
        return Meaning.isConditionWord(last) && Meaning.of(rest) != Meaning.NOTHING;
    }

    private static void trimTail(List<String> words) {
        while (words.size() > 1 && (TRAILING.contains(words.get(words.size() - 1)) || endsInManner(words))) {
            words.remove(words.size() - 1);
        }
    }

    /** "bronchospasm provoked", "angina shortly": what told how or when was cut behind the last word. */
    private static boolean endsInManner(List<String> words) {
        String last = words.get(words.size() - 1);
        boolean manner = last.endsWith("ly") || last.endsWith("ed") && !Meaning.isConditionWord(last);
        return manner && Meaning.of(String.join(" ", words.subList(0, words.size() - 1))) == Meaning.CONDITION;
    }

    /** "lower respiratory tract infections" lowers nothing, "slow gastric emptying" slows nothing. */
    private static boolean isModifier(List<String> words) {
        return words.get(0).equals("lower") && LOWER_PARTS.contains(words.get(1))
                || words.get(0).equals("slow") && WordClasses.isAdjective(words.get(1));
    }

    private static Phrase led(Phrase phrase) {
        List<String> words = new ArrayList<>(Arrays.asList(phrase.text().split(" ", -1)));
        trimLeading(words);
        return new Phrase(String.join(" ", words), phrase.start(), phrase.end());
    }

    private static void trimLeading(List<String> words) {
        while (words.size() > 1
                && (STRAY.contains(words.get(0)) || Verbs.beginsClause(words.get(0)) && !isModifier(words))) {
            words.remove(0);
        }
        for (int n = LEADING.prefixLength(words, 0); n > 0 && n < words.size(); n = LEADING.prefixLength(words, 0)) {
            if (Meaning.isNamed(String.join(" ", words))) {
                return; // "major depressive disorder", "severe combined immunodeficiency"
            }
            if (words.subList(n, words.size()).equals(List.of("health"))) {
                return; // "overall health": the rest would say nothing
            }
            words.subList(0, n).clear();
        }
    }
}
