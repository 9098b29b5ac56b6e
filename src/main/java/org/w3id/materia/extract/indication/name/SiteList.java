package org.w3id.materia.extract.indication.name;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.w3id.materia.extract.fact.Indication.Intent;
import org.w3id.materia.extract.outline.Statement;
import org.w3id.materia.extract.outline.Statement.Role;
import org.w3id.materia.language.Lexicon;
import org.w3id.materia.language.ListOpener;
import org.w3id.materia.language.NormalForm;
import org.w3id.materia.language.WordClasses;
import org.w3id.materia.language.Words;
import org.w3id.materia.language.phrase.NounPhrases;
import org.w3id.materia.language.phrase.Phrase;
import org.w3id.materia.monograph.Passage;

/**
 * Infections and other classes that are told by the places that they affect: "infections affecting the respiratory tract
 * (like pneumonia), ears" → "respiratory tract infections", "pneumonia", "ear infections"; "cancers of the bladder" →
 * "bladder cancers".
 *
 * @param from first token of the class
 * @param to behind the last place
 * @param names what the places name, and what stands in brackets behind them
 */
public record SiteList(int from, int to, List<Phrase> names) {
    private static final Pattern CLASS =
            Pattern.compile("\\b(infections|cancers|tumou?rs)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern LISTED_CLASS =
            Pattern.compile("\\b((?:infections|cancers|tumou?rs) (?:of|in|affecting)):?$", Pattern.CASE_INSENSITIVE);
    private static final Set<String> CLASSES =
            Set.of("infections", "infection", "cancers", "cancer", "tumors", "tumours", "infestations", "inflammation");
    /** Classes of which only the place tells what they are. */
    private static final Set<String> GENERAL = Set.of("conditions", "disorders", "diseases");

    private static final Set<String> LINKS = Set.of("affecting", "of", "in", "on", "involving", "within");
    private static final Set<String> PLACES = Lexicon.words("""
            tract | system | tissue | tissues | structures | structure | membranes | organs | cavity | tracts""");
    private static final Set<String> MODIFIERS =
            Set.of("mucous", "soft", "the", "a", "an", "other", "central", "middle", "inner", "outer", "biliary");
    private static final Pattern JOINED =
            Pattern.compile("(.+ (?:in|of|affecting) (?:the )?)(.+?) (?:and|or) (?:the )?(.+)");
    private static final Set<String> TOGETHER =
            Set.of("hands", "feet", "arms", "legs", "fingers", "toes", "neck", "limbs");
    private static final int LONGEST_CLASS = 2;

    public SiteList {
        names = List.copyOf(names);
    }

    /** Whether a lead-in breaks off behind a class that the places listed will tell: "infections of:". */
    public static boolean opens(String leadIn) {
        return LISTED_CLASS.matcher(leadIn).find();
    }

    /** The places of an item under a lead-in that speaks of a class: "infections of:" | "the bladder and kidneys". */
    public static List<Use> listed(Statement item, Setting setting) {
        Matcher named = LISTED_CLASS.matcher(
                item.innermost(Role.LEAD_IN).map(Passage::text).orElse(""));
        if (!named.find()) {
            return List.of();
        }
        String before = named.group(1) + " ";
        Words words = Words.of(before + item.text().text());
        Intent intent = setting.intents().get(0);
        return in(words, 0, words.size())
                .filter(l -> l.to() == words.size())
                .map(SiteList::names)
                .orElse(List.of())
                .stream()
                .map(n -> new Use(
                        n.text(),
                        Meaning.CONDITION,
                        intent,
                        setting.status(),
                        n.start() - before.length(),
                        n.end() - before.length()))
                .toList();
    }

    /** What a label names that is a place, under a lead-in that speaks of a class: "infections of the:" | "Ears" → "ear infections". */
    public static List<Use> labelled(Statement label, Setting setting) {
        Optional<Passage> leadIn = label.innermost(Role.LEAD_IN);
        Matcher named = CLASS.matcher(leadIn.map(Passage::text).orElse(""));
        if (!named.find()) {
            return List.of();
        }
        String site =
                NormalForm.singular(label.text().text().toLowerCase(Locale.ROOT).replaceFirst("^the ", ""));
        String name = site + " " + named.group(1).toLowerCase(Locale.ROOT);
        Intent intent = setting.intents().get(0);
        int end = label.text().text().length();
        return List.of(new Use(name, Meaning.CONDITION, intent, setting.status(), 0, end));
    }

    /** What is in two places as two: "spasms in the bowel and bladder"; limbs go together, as do head and neck. */
    static List<Phrase> apart(Phrase phrase) {
        Matcher joined = JOINED.matcher(phrase.text());
        if (!joined.matches()
                || !isPlace(joined.group(2))
                || !isPlace(joined.group(3))
                || TOGETHER.contains(joined.group(3))) {
            return List.of(phrase);
        }
        return Stream.of(joined.group(2), joined.group(3))
                .map(place -> new Phrase(joined.group(1) + place, phrase.start(), phrase.end()))
                .toList();
    }

    private static boolean isPlace(String name) {
        String[] words = name.split(" ", -1);
        return Arrays.stream(words).allMatch(SiteList::isSiteWord) && isNoun(words[words.length - 1]);
    }

    private static boolean isNoun(String word) {
        return WordClasses.isSite(word) || PLACES.contains(word);
    }

    /** The first such list in tokens {@code [from, to)}. */
    static Optional<SiteList> in(Words words, int from, int to) {
        String host = "infections";
        for (int i = from; i + 1 < to; i++) {
            String word = words.word(i);
            if (CLASSES.contains(word)) {
                host = word;
            }
            boolean head = CLASSES.contains(word)
                    || word.equals("those")
                    || GENERAL.contains(word)
                            && words.word(i + 1).equals("affecting")
                            && (i == from || !isModifier(words.word(i - 1)));
            int members = CLASSES.contains(word) ? behindOpener(words, i + 1) : i + 1;
            if (members > i + 1 && kindEnd(words, members, to) > 0) {
                return Optional.of(kinds(words, i + 1, members, to, word));
            }
            if (head && LINKS.contains(words.word(i + 1)) && siteEnd(words, i + 2, to) > 0) {
                return Optional.of(read(words, from, i, to, word.equals("those") ? host : word));
            }
        }
        return Optional.empty();
    }

    /** Behind "such as", "like" or "including"; {@code at} where none of them stands there. */
    private static int behindOpener(Words words, int at) {
        int opener = words.isComma(at) ? at + 1 : at;
        int length = words.word(opener).equals("like") ? 1 : ListOpener.length(words, opener);
        return length > 0 ? opener + length : at;
    }

    /** "cancers such as breast, lung, and cervical": the class stands before its members, which only tell which. */
    private static SiteList kinds(Words words, int from, int first, int limit, String head) {
        List<Phrase> names = new ArrayList<>();
        int to = first;
        int i = first;
        for (int end = kindEnd(words, i, limit); end > 0; end = kindEnd(words, i, limit)) {
            names.add(new Phrase(
                    words.entry(i, end - i) + " " + NormalForm.singular(head), words.start(i), words.end(end - 1)));
            to = end;
            i = end;
            while (i < limit && (words.isComma(i) || words.isConjunction(i))) {
                i++;
            }
        }
        return new SiteList(from, to, names);
    }

    /** Behind the words for a place or kind that stand alone between separators; 0 where others do. */
    private static int kindEnd(Words words, int from, int limit) {
        int i = from;
        while (i < limit && (words.isWord(i) && isSiteWord(words.word(i)) || isHeadAndNeck(words, i))) {
            i++;
        }
        return i > from && (i >= limit || words.isComma(i) || words.isConjunction(i)) ? i : 0;
    }

    private static SiteList read(Words words, int begin, int at, int limit, String head) {
        int from = at;
        while (from > begin
                && (words.isBracket(from - 1) || isModifier(words.word(from - 1)) && words.isWord(from - 1))) {
            from--;
        }
        String modifier = at > from ? words.entry(from, at - from) + " " : "";
        List<Phrase> names = new ArrayList<>();
        int i = at + 2;
        int to = i;
        for (int end = siteEnd(words, i, limit); end > 0; end = siteEnd(words, i, limit)) {
            int first = behindArticle(words, i);
            int second = isPairOfAdjectives(words, first) && first + 2 < end ? first + 2 : i;
            String place = site(words, second, end);
            if (second > i && place.indexOf(' ') > 0) {
                String other = words.word(first) + place.substring(place.indexOf(' '));
                names.add(new Phrase(modifier + other + " " + head, words.start(first), words.end(first)));
            }
            names.add(new Phrase(modifier + place + " " + head, words.start(second), words.end(end - 1)));
            to = end;
            if (words.word(to).equals("()") && to < limit) {
                names.addAll(NounPhrases.of(words.text(), words.start(to) + 1, words.end(to) - 1));
                to++;
            }
            i = to;
            while (i < limit && (words.isComma(i) || words.isConjunction(i))) {
                i++;
            }
            if (i == to) {
                break;
            }
        }
        if (at - from >= LONGEST_CLASS) {
            // A name that tells much by itself is no other for each place; one place is part of it.
            boolean one = names.size() == 1 && words.word(at + 1).equals("of");
            String name = modifier + head + (one ? " " + words.entry(at + 1, to - at - 1) : "");
            names = List.of(new Phrase(name, words.start(from), words.end(one ? to - 1 : at)));
        }
        return new SiteList(from, to, names);
    }

    private static boolean isModifier(String word) {
        return !Meaning.isGeneric(word) && !WordClasses.isPreposition(word) && !word.endsWith("ing");
    }

    /** Behind the place that begins at {@code from}; 0 where none does. */
    private static int siteEnd(Words words, int from, int limit) {
        int i = behindArticle(words, from);
        // "upper and lower respiratory tract"
        if (isPairOfAdjectives(words, i)) {
            i += 2;
        }
        while (i < limit && (words.isWord(i) && isSiteWord(words.word(i)) || isHeadAndNeck(words, i))) {
            i++;
        }
        boolean ended = i >= limit || !words.isWord(i);
        String last = words.word(i - 1);
        return i > from && ended && isNoun(last) ? i : 0;
    }

    private static boolean isPairOfAdjectives(Words words, int at) {
        return WordClasses.isAdjective(words.word(at)) && words.isConjunction(at + 1);
    }

    private static int behindArticle(Words words, int at) {
        return words.word(at).equals("the") ? at + 1 : at;
    }

    /** Whether the conjunction at {@code at} is that of "head and neck", one place. */
    private static boolean isHeadAndNeck(Words words, int at) {
        return words.isConjunction(at)
                && words.word(at - 1).equals("head")
                && words.word(at + 1).equals("neck");
    }

    private static boolean isSiteWord(String word) {
        return MODIFIERS.contains(word)
                || WordClasses.isSite(word)
                || PLACES.contains(word)
                || WordClasses.isAdjective(word)
                || word.endsWith("ory");
    }

    private static String site(Words words, int from, int to) {
        int start = from;
        while (start < to - 1
                && MODIFIERS.contains(words.word(start))
                && words.word(start).length() <= 5
                && !words.word(start).equals("soft")) {
            start++;
        }
        String last = NormalForm.singular(words.word(to - 1));
        return to - 1 > start ? words.entry(start, to - 1 - start) + " " + last : last;
    }
}
