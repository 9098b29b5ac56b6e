package org.w3id.materia.language.phrase;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3id.materia.language.Lexicon;
import org.w3id.materia.language.ListOpener;
import org.w3id.materia.language.NameBook;
import org.w3id.materia.language.NameKind;
import org.w3id.materia.language.Token;
import org.w3id.materia.language.Tokens;
import org.w3id.materia.language.WordClasses;

/**
 * Tells brackets that list members of the class or body system before them ("skin reactions (rash, hives)", "mood changes
 * (e.g., anxiety)") from those that give a synonym, an abbreviation, an explanation or a remark.
 */
final class BracketMembers {
    private static final Pattern RANGES =
            Pattern.compile("^\\s*(?:usually |typically )?(?=ranging from)", Pattern.CASE_INSENSITIVE);
    /** "(particularly atrial fibrillation, for rate control)". */
    private static final Pattern PARTICULAR = Pattern.compile(
            "(?:particularly|especially|notably|mainly) ((?:(?!, (?:for|with|in|if|when|to)\\b).)+)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern LEADS_ON = Pattern.compile(
            "\\b(?:leading to|(?:can|may|could|might) (?:lead to|cause|result in)|resulting in|causing)\\s+");
    /** "(both type 1 and type 2)" behind what has these types. */
    private static final Pattern TYPES = Pattern.compile(
            "(?:both )?(types? (?:\\d|i+)(?:,| and| or|/) *(?:type )?(?:\\d|i+))", Pattern.CASE_INSENSITIVE);

    private static final Lexicon CLASS_HEADS = Lexicon.load("language/class-heads.txt");
    private static final Lexicon REMARKS =
            Lexicon.load("language/remarks.txt", "language/subordinators.txt", "language/hedges.txt");
    private static final Pattern CAPITALS = Pattern.compile("(?:[A-Z][A-Z0-9/.-]+s?(?:,? (?:and |or )?|$))+");
    private static final Lexicon MEASURES = Lexicon.load("language/measures.txt", "language/quantities.txt");
    private static final Lexicon CHANGES = Lexicon.load("language/changes.txt");
    private static final Set<String> SYSTEMS = Set.of("system", "tract");
    private static final Set<String> WAYS =
            Set.of("administration", "use", "form", "formulation", "dose", "doses", "therapy", "only");
    private static final int LONGEST_SINGLE = 2;
    private static final int LONGEST_CHANGE = 4;

    private BracketMembers() {}

    /** A range of the text, between the brackets. */
    record Content(int start, int end) {}

    /** What a bracket lists, if it lists members; {@code host} is the phrase before it. */
    static Optional<Content> members(String text, Token bracket, Optional<Phrase> host) {
        int start = Math.min(bracket.start() + 1, bracket.end());
        int end = Math.max(start, bracket.end() - 1);
        String inner = text.substring(start, end);
        int behind = ListOpener.behind(text, start, end);
        if (behind > start) {
            return Optional.of(new Content(behind, end));
        }
        Matcher particular = PARTICULAR.matcher(inner);
        if (particular.lookingAt() && areDiseases(text, start + particular.start(1), start + particular.end(1))) {
            return Optional.of(new Content(start + particular.start(1), start + particular.end(1)));
        }
        Matcher ranges = RANGES.matcher(inner);
        if (ranges.find()) {
            return Optional.of(new Content(start + ranges.end(), end));
        }
        if (host.filter(h -> Qualified.changes(h.text())).isPresent() && areMeasures(text, start, end)) {
            return Optional.of(new Content(start, end));
        }
        Matcher types = TYPES.matcher(inner);
        if (types.matches()) {
            return Optional.of(new Content(start + types.start(1), end));
        }
        Matcher leadsOn = LEADS_ON.matcher(inner);
        if (leadsOn.find()) {
            return Optional.of(new Content(start + leadsOn.end(), end));
        }
        List<Token> tokens = Tokens.of(text, start, end);
        boolean remark = tokens.isEmpty()
                || REMARKS.prefixLength(tokens.stream().map(Token::text).toList(), 0) > 0
                || WAYS.contains(tokens.get(tokens.size() - 1).text())
                || CAPITALS.matcher(inner).matches()
                || inner.chars().anyMatch(Character::isDigit);
        boolean several =
                tokens.stream().anyMatch(t -> t.kind() == Token.Kind.COMMA || t.kind() == Token.Kind.CONJUNCTION);
        boolean kinds =
                several && tokens.stream().filter(Token::isWord).allMatch(t -> WordClasses.isAdjective(t.text()));
        if (!remark
                && several
                && tokens.stream().noneMatch(t -> t.kind() == Token.Kind.DASH)
                && areDiseases(text, start, end)) {
            return Optional.of(new Content(start, end));
        }
        if (remark || host.isEmpty() || !kinds && !namesClass(host.get())) {
            return Optional.empty();
        }
        return several || isSpecific(tokens) ? Optional.of(new Content(start, end)) : Optional.empty();
    }

    /** Whether the bracket coordinates diseases that the book of names has: "inflammatory bowel disease (Crohn's disease and ulcerative colitis)". */
    private static boolean areDiseases(String text, int start, int end) {
        NameBook book = NameBook.get();
        return Coordination.split(text, start, end).stream().allMatch(p -> book.is(p.text(), NameKind.DISEASE));
    }

    /** Whether the bracket coordinates what is measured, names or abbreviations: "increased liver enzymes (ALT, bilirubin)". */
    private static boolean areMeasures(String text, int start, int end) {
        List<Phrase> members = Coordination.split(text, start, end);
        return members.size() > 1
                && members.stream()
                        .allMatch(m -> CAPITALS.matcher(text.substring(m.start(), m.end()))
                                        .matches()
                                || MEASURES.contains(m.text())
                                || NameBook.get().is(m.text(), NameKind.MEASURE)
                                || NameBook.get().is(m.text(), NameKind.SUBSTANCE));
    }

    private static boolean namesClass(Phrase host) {
        String[] words = host.text().split(" ", -1);
        int end = 1;
        while (end < words.length && !WordClasses.isPreposition(words[end])) {
            end++;
        }
        String head = words[end - 1];
        return CLASS_HEADS.contains(head) || SYSTEMS.contains(head) || WordClasses.isAdjective(head);
    }

    /** Whether one short name stands alone that is narrower than the class, not another word for it. */
    private static boolean isSpecific(List<Token> tokens) {
        String last = tokens.get(tokens.size() - 1).text().toLowerCase(Locale.ROOT);
        boolean change = CHANGES.contains(tokens.get(0).text());
        return tokens.size() <= (change ? LONGEST_CHANGE : LONGEST_SINGLE)
                && tokens.stream().allMatch(Token::isWord)
                && !CLASS_HEADS.contains(last)
                && !last.endsWith("toxicity")
                && !last.endsWith("pathy")
                && !WordClasses.isAttributive(last);
    }
}
