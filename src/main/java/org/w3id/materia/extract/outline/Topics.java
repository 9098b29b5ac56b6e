package org.w3id.materia.extract.outline;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.w3id.materia.extract.outline.Statement.Governor;
import org.w3id.materia.extract.outline.Statement.Role;
import org.w3id.materia.language.Lexicon;
import org.w3id.materia.monograph.Section;
import org.w3id.materia.monograph.SectionKind;

/** Tells what a statement is about by the nearest that governs it and names a topic. */
final class Topics {
    private static final Lexicon NAMES = Lexicon.load("extract/topics.txt");
    private static final int MOST_WORDS = 7;
    private static final Pattern BRACKETS = Pattern.compile("\\([^)]*\\)|\\[[^\\]]*\\]");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{Nd}'’-]+");

    /** Parts of formularies that are named after whom they are about. */
    private static final Pattern WEAKNESS =
            Pattern.compile("(?:renal|hepatic|kidney|liver) impairment", Pattern.CASE_INSENSITIVE);

    /** What numbers a heading: "4.2", "T5", "Table 1". */
    private static final Pattern COUNT = Pattern.compile("table|\\p{L}?\\d+");

    /** The head of a column that names what the medicine is taken with. */
    private static final Pattern MEDICINES = Pattern.compile(
            "(?:(?:taken|together|combined|given|in combination) )?with|combinations?"
                    + "|(?:interacting |other |concomitant |co-?administered )?(?:drugs?|medicines?|medications?|substances?|agents?)"
                    + "(?:(?: or |/| )(?:class(?:es)?|groups?|names?|foods?))*",
            Pattern.CASE_INSENSITIVE);

    private static final Map<SectionKind, Topic> OF_SECTIONS = Map.of(
            SectionKind.GENERIC_NAME, Topic.COMPOSITION,
            SectionKind.USAGE, Topic.USE,
            SectionKind.DOSAGE, Topic.DOSING,
            SectionKind.SIDE_EFFECTS, Topic.EFFECT,
            SectionKind.HOW_IT_WORKS, Topic.MECHANISM,
            SectionKind.PRECAUTIONS, Topic.CAUTION,
            SectionKind.FAQS, Topic.QUESTION);

    private Topics() {}

    static Topic of(Statement statement) {
        if (listsMedicines(statement)) {
            return Topic.INTERACTION;
        }
        boolean names = statement.role() == Role.LABEL || statement.role() == Role.HEADING;
        if (names) {
            Optional<Topic> own = named(statement.text().text());
            if (own.isPresent()) {
                return own.get();
            }
        }
        List<Governor> governors = statement.governors();
        for (int i = governors.size() - 1; i >= 0; i--) {
            Optional<Topic> named = named(governors.get(i).text().text());
            if (named.isPresent()) {
                return named.get();
            }
        }
        return ofSection(statement.section());
    }

    /**
     * Whether a statement stands in a table among precautions whose rows begin with medicines: what it says of each is what happens
     * beside this one and what is to be done then, whatever the heads of its other columns name elsewhere ("Action").
     */
    private static boolean listsMedicines(Statement statement) {
        return statement.section().kind() == SectionKind.PRECAUTIONS
                && statement.cells().stream()
                        .limit(1)
                        .flatMap(first -> first.head().stream())
                        .anyMatch(head -> MEDICINES.matcher(head.text()).matches());
    }

    /** The part that a statement's section is; in a section that is none, the part that its heading, label or lead-in names. */
    static SectionKind partOf(Statement statement) {
        SectionKind kind = statement.section().kind();
        boolean names = kind != SectionKind.OTHER && kind != SectionKind.GENERIC_NAME;
        return names ? kind : part(of(statement));
    }

    private static SectionKind part(Topic topic) {
        return switch (topic) {
            case COMPOSITION -> SectionKind.GENERIC_NAME;
            case USE -> SectionKind.USAGE;
            case DOSING -> SectionKind.DOSAGE;
            case EFFECT -> SectionKind.SIDE_EFFECTS;
            case MECHANISM -> SectionKind.HOW_IT_WORKS;
            case CONTRAINDICATION, CAUTION, INTERACTION, PREGNANCY, LACTATION, MONITORING -> SectionKind.PRECAUTIONS;
            case QUESTION -> SectionKind.FAQS;
            case NOT_USE, ADMINISTRATION, OVERDOSE, MISSED_DOSE, STORAGE, OTHER -> SectionKind.OTHER;
        };
    }

    /** The section on precautions goes by many names that say more; the others' headings say what their kind does. */
    private static Topic ofSection(Section section) {
        SectionKind kind = section.kind();
        Optional<Topic> named = kind == SectionKind.PRECAUTIONS || kind == SectionKind.OTHER
                ? named(section.heading())
                : Optional.empty();
        return named.orElseGet(() -> OF_SECTIONS.getOrDefault(kind, Topic.OTHER));
    }

    /**
     * The topic that a heading or label names: at its beginning ("Contraindications and cautions", "Do not take it if you"),
     * or at its end where it names a part of a monograph ("Testol side effects"). The longest name wins.
     */
    static Optional<Topic> named(String label) {
        List<String> words = words(label);
        Optional<Topic> found = Optional.empty();
        for (int length = Math.min(MOST_WORDS, words.size()); length > 0 && found.isEmpty(); length--) {
            String start = String.join(" ", words.subList(0, length));
            String end = String.join(" ", words.subList(words.size() - length, words.size()));
            found = NAMES.value(start)
                    .filter(v -> !v.endsWith("$") || start.length() == end.length())
                    .or(() -> NAMES.value(end).filter(v -> !v.endsWith("^") && !v.endsWith("$")))
                    .map(Topics::topic);
        }
        return found;
    }

    /** Whether words are the whole name of a part, and nothing more. */
    static boolean isName(String label) {
        return NAMES.contains(String.join(" ", words(label)))
                || WEAKNESS.matcher(label).matches();
    }

    private static Topic topic(String value) {
        return Topic.valueOf(value.replaceAll("[$^]", ""));
    }

    private static List<String> words(String label) {
        String plain = BRACKETS.matcher(label.toLowerCase(Locale.ROOT)).replaceAll(" ");
        return NO_WORD.splitAsStream(plain.replace('’', '\''))
                .filter(w -> !w.isEmpty())
                .dropWhile(w -> COUNT.matcher(w).matches())
                .toList();
    }
}
