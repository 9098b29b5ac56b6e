package org.w3id.materia.extract.outline;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.w3id.materia.language.Lexicon;
import org.w3id.materia.monograph.Label;
import org.w3id.materia.monograph.Passage;

/**
 * Finds the labels of a paragraph, at its start and at the start of each sentence in it.
 *
 * <p>A label is bold or italic up to a colon ({@code **Adults:** 5 mg}, {@code *Prophylaxis:* none}); bold with a number or
 * in capitals up to a full stop, as American labels have it ({@code **1.1 Epilepsy.** Adjunctive …}); or plain: a short
 * phrase without a verb before a colon ({@code Contra-indications: porphyria.}, {@code 2 to 9 years: 5 mg}). Words in
 * capitals, in bold or in italics that are all of a paragraph are a label by themselves. The mark in front of
 * {@code ▸ BY MOUTH} belongs to no word. Bold words that break off in "if you" are a label too.
 */
final class Labels {
    private static final int LONGEST_PLAIN = 80;
    private static final int MOST_PLAIN_WORDS = 10;
    private static final int LONGEST_ALONE = 120;
    private static final int FEWEST_CAPITALS = 3;

    private static final Pattern MARK = Pattern.compile("[▸►▶•‣▪■◆●○◦]\\s*");

    /** "1.1 Epilepsy", "4 Contraindications": a number of a section, and not "12 Years and older", "2.5 MG tablets". */
    private static final Pattern NUMBER = Pattern.compile(
            "(?:\\d{1,2}(?:\\.\\d{1,2}){0,3})\\.?(?=\\s+\\p{Lu}|$)(?!\\s+(?i:years?|months?|weeks?|days?|hours?|to|or|and|m?c?k?g|ml|l|iu|units?|tablets?|capsules?|puffs?|drops?|percent)\\b)\\s*");

    /** "Do not take it if you": the sentence goes on behind the bold words, and often as a list. */
    private static final Pattern OPENS = Pattern.compile("\\bif you(?: have| are)?$", Pattern.CASE_INSENSITIVE);

    private static final Pattern WORD = Pattern.compile("[\\p{L}'’]+");

    /** What formularies set before a list with no mark between. */
    private static final Set<Topic> LISTED = EnumSet.of(Topic.USE, Topic.CONTRAINDICATION, Topic.CAUTION, Topic.EFFECT);

    /** Words that go on as a list and not as the sentence that the name opened. */
    private static final Pattern LIST = Pattern.compile(
            "(?!(?:and|or|of|to|for|from|in|with|on|at|by|that|which|are|is|can|may)\\b)[\\p{L}\\p{N}*(][^.;,]*(?:[;,]|[.]?$)");

    /** Verbs that make a sentence of the words before a colon. */
    private static final Lexicon VERBS = Lexicon.load("extract/label-verbs.txt", "language/auxiliaries.txt");

    private final Passage paragraph;
    private final PlainLabels plain;
    private final List<LabelledText> parts = new ArrayList<>();
    private Optional<Passage> label = Optional.empty();
    private LabelStyle style = LabelStyle.PLAIN;
    private int textStart;

    /** Whether a few plain words before a colon are a label. */
    enum PlainLabels {
        /** In questions and answers and among names they are something else. */
        NONE,
        /** Where text stands behind the colon. */
        WITH_TEXT,
        /** At the start of a list's item also where nothing stands behind it, or a verb in it. */
        OF_ITEM
    }

    private Labels(Passage paragraph, PlainLabels plain) {
        this.paragraph = paragraph;
        this.plain = plain;
    }

    /** The parts of a paragraph, in order; at least one. */
    static List<LabelledText> of(Passage paragraph, PlainLabels plain) {
        Matcher mark = MARK.matcher(paragraph.text());
        boolean marked = mark.lookingAt();
        Passage unmarked = marked ? paragraph.part(mark.end(), paragraph.text().length()) : paragraph;
        Optional<LabelStyle> alone = alone(unmarked, marked);
        if (alone.isPresent()) {
            Passage text = withoutNumber(unmarked);
            return List.of(new LabelledText(Optional.of(text), alone.get(), paragraph.part(0, 0)));
        }
        Labels labels = new Labels(unmarked, plain);
        labels.cut();
        return labels.parts;
    }

    private static Optional<LabelStyle> alone(Passage text, boolean marked) {
        String words = text.text();
        boolean sentence = words.endsWith(".") || words.endsWith("?") || words.endsWith("!");
        if (words.isEmpty() || sentence || words.length() > LONGEST_ALONE || words.endsWith(":")) {
            return Optional.empty();
        }
        if (isCapitals(words) && words.indexOf(':') < 0 && text.strong().isEmpty()) {
            return Optional.of(marked ? LabelStyle.MARKED_CAPITALS : LabelStyle.CAPITALS);
        }
        List<Passage.Range> italics = text.emphasis();
        boolean italic = italics.size() == 1
                && italics.get(0).start() == 0
                && italics.get(0).end() == words.length()
                && text.strong().isEmpty();
        return italic ? Optional.of(LabelStyle.ITALIC) : Optional.empty();
    }

    private static boolean isCapitals(String words) {
        long capitals = words.chars().filter(Character::isUpperCase).count();
        return capitals >= FEWEST_CAPITALS && words.chars().noneMatch(Character::isLowerCase);
    }

    private void cut() {
        int searched = 0;
        for (Passage sentence : paragraph.sentences()) {
            int start = paragraph.text().indexOf(sentence.text(), searched);
            searched = start + sentence.text().length();
            // A label may stand behind a label: "**Children:** By mouth: 5 mg".
            Optional<Found> found = start < textStart ? Optional.empty() : at(start);
            while (found.isPresent()) {
                end(start);
                label = Optional.of(found.get().label());
                style = found.get().style();
                textStart = found.get().end();
                start = textStart;
                found = textStart < paragraph.text().length() ? at(textStart) : Optional.empty();
            }
        }
        end(paragraph.text().length());
    }

    private void end(int at) {
        Passage text = paragraph.part(textStart, Math.max(textStart, at));
        if (label.isPresent() || !text.isBlank()) {
            parts.add(new LabelledText(label, style, text));
        }
    }

    private record Found(Passage label, LabelStyle style, int end) {}

    private Optional<Found> at(int offset) {
        int start = offset;
        while (start < paragraph.text().length()
                && Character.isWhitespace(paragraph.text().charAt(start))) {
            start++;
        }
        Passage tail = paragraph.part(start, paragraph.text().length());
        if (tail.text().isEmpty()) {
            return Optional.empty();
        }
        int from = start;
        Optional<Found> found = bold(tail)
                .or(() -> numbered(tail))
                .or(() -> italic(tail))
                .or(() -> plain(tail, from))
                .or(() -> topic(tail, from));
        return found.map(f -> new Found(f.label(), f.style(), from + f.end()));
    }

    private Optional<Found> bold(Passage tail) {
        return Label.bold(tail)
                .map(l -> new Found(withoutNumber(l.text()), LabelStyle.BOLD, restStart(tail, l)))
                .filter(f -> !f.label().isBlank());
    }

    private static int restStart(Passage tail, Label label) {
        int length = tail.text().length();
        return label.rest().text().isEmpty()
                ? length
                : length - label.rest().text().length();
    }

    private static Optional<Found> numbered(Passage tail) {
        if (tail.strong().isEmpty() || tail.strong().get(0).start() != 0) {
            return Optional.empty();
        }
        Passage bold = tail.part(0, tail.strong().get(0).end());
        String words = bold.text();
        Matcher number = NUMBER.matcher(words);
        if (number.lookingAt() && number.end() == words.length()) {
            return Optional.empty();
        }
        boolean opens = OPENS.matcher(words).find();
        boolean names = number.lookingAt() || isCapitals(words);
        return opens || names && words.endsWith(".")
                ? Optional.of(new Found(
                        withoutNumber(bold.part(0, opens ? words.length() : words.length() - 1)),
                        LabelStyle.BOLD,
                        tail.strong().get(0).end()))
                : Optional.empty();
    }

    private static Optional<Found> italic(Passage tail) {
        if (tail.emphasis().isEmpty() || tail.emphasis().get(0).start() != 0) {
            return Optional.empty();
        }
        int end = tail.emphasis().get(0).end();
        Passage words = tail.part(0, end);
        if (words.text().endsWith(":")) {
            return Optional.of(new Found(words.part(0, words.text().length() - 1), LabelStyle.ITALIC, end));
        }
        boolean colon = end < tail.text().length() && tail.text().charAt(end) == ':';
        return colon ? Optional.of(new Found(words, LabelStyle.ITALIC, end + 1)) : Optional.empty();
    }

    /** "**Cautions** asthma; gout", "Side-effects nausea, vomiting": the name of a part of formularies before a list, without a colon. */
    private Optional<Found> topic(Passage tail, int offset) {
        if (plain == PlainLabels.NONE || offset > 0) {
            return Optional.empty();
        }
        String text = tail.text();
        Optional<Passage.Range> set = Stream.concat(tail.strong().stream(), tail.emphasis().stream())
                .filter(r -> r.start() == 0)
                .findFirst();
        int end = set.isPresent() ? set.get().end() : Math.max(0, text.indexOf(' '));
        String name = text.substring(0, end).strip();
        String behind = text.substring(end).strip();
        boolean names = Topics.isName(name)
                && (set.isPresent()
                        || name.endsWith("s")
                                && Topics.named(name).filter(LISTED::contains).isPresent());
        return names && LIST.matcher(behind).lookingAt() && !opensWithVerb(behind)
                ? Optional.of(new Found(tail.part(0, name.length()), LabelStyle.BOLD, end))
                : Optional.empty();
    }

    private static boolean opensWithVerb(String text) {
        Matcher word = WORD.matcher(text);
        return word.find() && VERBS.contains(word.group().toLowerCase(Locale.ROOT));
    }

    private Optional<Found> plain(Passage tail, int offset) {
        if (plain == PlainLabels.OF_ITEM && offset == 0) {
            Optional<Found> ofItem =
                    Label.ofItem(tail).map(l -> new Found(l.text(), LabelStyle.PLAIN, restStart(tail, l)));
            if (ofItem.isPresent()) {
                return ofItem;
            }
        }
        String text = tail.text();
        int colon = text.indexOf(':');
        if (plain == PlainLabels.NONE || colon <= 0 || colon > LONGEST_PLAIN || colon + 1 >= text.length()) {
            return Optional.empty();
        }
        boolean spaced = Character.isWhitespace(text.charAt(colon + 1));
        Passage words = tail.part(0, colon);
        return spaced && isPhrase(words) && !text.substring(colon + 1).isBlank()
                ? Optional.of(
                        new Found(words, isCapitals(words.text()) ? LabelStyle.CAPITALS : LabelStyle.PLAIN, colon + 1))
                : Optional.empty();
    }

    /** Whether words are one short phrase that says nothing by itself. */
    private static boolean isPhrase(Passage words) {
        String text = words.text();
        boolean cut = words.sentences().size() > 1 || text.chars().anyMatch(c -> c == ';' || c == '?' || c == '"');
        long opened = text.chars().filter(c -> c == '(' || c == '[').count();
        long closed = text.chars().filter(c -> c == ')' || c == ']').count();
        if (cut || opened != closed || words.strong().stream().anyMatch(r -> r.start() > 0)) {
            return false;
        }
        int count = 0;
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            count++;
            if (VERBS.contains(word.group().toLowerCase(Locale.ROOT))) {
                return false;
            }
        }
        return count > 0 && count <= MOST_PLAIN_WORDS;
    }

    private static Passage withoutNumber(Passage label) {
        Matcher number = NUMBER.matcher(label.text());
        return number.lookingAt() ? label.part(number.end(), label.text().length()) : label;
    }
}
