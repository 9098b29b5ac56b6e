package org.w3id.materia.monograph;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which section a heading names: {@code Usage}, {@code Usage:}, {@code Usage (Individual Components)}, {@code Cefixime
 * Usage}, {@code Generic Name: Mebeverine}.
 */
final class SectionNames {
    /** A section that a heading names, and what else the heading says it is about. */
    record Named(SectionKind kind, Optional<String> topic) {}

    private record Name(SectionKind kind, Pattern pattern) {
        static Name of(SectionKind kind, String names) {
            return new Name(kind, Pattern.compile("(?:^|(?<topic>.+) )(?:" + names + ")$"));
        }
    }

    private static final List<Name> NAMES = List.of(
            Name.of(SectionKind.GENERIC_NAME, "generic names?|brand names?"),
            Name.of(
                    SectionKind.USAGE,
                    "usage|uses|indications?|indications? and usage|uses and indications|what is it used for"),
            Name.of(
                    SectionKind.DOSAGE,
                    "dosage|dosages|dosing|dose|doses|dosage and administration|administration|how to use|how to take"),
            Name.of(
                    SectionKind.SIDE_EFFECTS,
                    "side effects?|adverse (?:effects|reactions|events)|undesirable effects|possible side effects"),
            Name.of(SectionKind.HOW_IT_WORKS, "how it works|how they work|how does it work\\??|mechanisms? of action"),
            Name.of(
                    SectionKind.PRECAUTIONS,
                    "precautions?|warnings?|warnings? and precautions?|precautions? and warnings?|contraindications?"
                            + "|(?:drug )?interactions?|contraindications? and precautions?"),
            Name.of(SectionKind.FAQS, "faqs?|frequently asked questions|questions and answers"));

    private static final Pattern BRACKETS = Pattern.compile("\\s*[(\\[][^)\\]]*[)\\]]");

    private SectionNames() {}

    static Optional<Named> find(String heading) {
        String plain = BRACKETS.matcher(heading).replaceAll("");
        int colon = plain.indexOf(':');
        if (colon >= 0) {
            plain = plain.substring(0, colon);
        }
        plain = plain.replace("&", "and").strip();
        String lower = plain.toLowerCase(Locale.ROOT);
        for (Name name : NAMES) {
            Matcher m = name.pattern().matcher(lower);
            if (m.find()) {
                int topicEnd = m.group("topic") == null ? 0 : m.end("topic");
                String topic = plain.substring(0, topicEnd);
                return Optional.of(new Named(name.kind(), topic.isEmpty() ? Optional.empty() : Optional.of(topic)));
            }
        }
        return Optional.empty();
    }
}
