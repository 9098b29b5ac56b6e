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

    private record Name(SectionKind kind, Pattern whole, Pattern behindTopic) {
        static Name of(SectionKind kind, String names) {
            return new Name(
                    kind, Pattern.compile("(?:" + names + ")"), Pattern.compile("(?<topic>.+) (?:" + names + ")"));
        }
    }

    /**
     * The headings of the European templates (QRD, for product information and for package leaflets), of American labels
     * (21 CFR 201.57 and 201.66), of British formularies, and of leaflets. {@code .+} stands for a medicine's name.
     */
    private static final List<Name> NAMES = List.of(
            Name.of(SectionKind.GENERIC_NAME, "generic names?|brand names?|qualitative and quantitative composition"),
            Name.of(
                    SectionKind.USAGE,
                    "usage|uses|indications?|(?:therapeutic )?indications?|indications? (?:and|for) us(?:e|age)"
                            + "|uses and indications|licensed uses?|what (?:is )?it (?:is )?used for"
                            + "|what (?:is )?.+ (?:is )?used for|what .+ is and what it is used for|what is this medicine for"),
            Name.of(
                    SectionKind.DOSAGE,
                    "dosage|dosages|dosing|dose|doses|posology|(?:dosage|dose|dosing) and (?:method of )?administration"
                            + "|posology and method of administration|(?:method of )?administration"
                            + "|how (?:to|do i|should i|do you) (?:use|take|give)(?: .+)?|how .+ is given|how much to take"),
            Name.of(
                    SectionKind.SIDE_EFFECTS,
                    "(?:possible )?side[ -]effects?|adverse (?:drug )?(?:effects|reactions|events)|(?:undesirable|unwanted) effects"),
            Name.of(
                    SectionKind.HOW_IT_WORKS,
                    "how it works|how they work|how does (?:it|.+) work|how .+ works|mechanisms? of action"
                            + "|(?:clinical )?pharmacology|pharmacodynamics|pharmacological properties|pharmacodynamic properties"),
            Name.of(
                    SectionKind.PRECAUTIONS,
                    "precautions?|warnings?|cautions?|(?:boxed )?warnings?|warnings?,? (?:and )?(?:precautions?|cautions)"
                            + "|precautions? and warnings?|contra-?indications?|contra-?indications?,? and (?:precautions?|cautions|warnings?)"
                            + "|special warnings and precautions(?: for use)?|(?:drug |medicine )?interactions?"
                            + "|interactions? with other (?:medicinal products|medicines|drugs)(?: and other forms of interaction)?"
                            + "|before (?:you|taking|using)(?: (?:take|use))?(?: .+)?|what you need to know before .+|do not (?:take|use) .+"
                            + "|use in specific populations|fertility, pregnancy and lactation"),
            Name.of(SectionKind.FAQS, "faqs?|frequently asked questions|questions and answers"));

    /** "4.3 Contraindications", "2. Dosage". */
    private static final Pattern NUMBER = Pattern.compile("^(?:\\d{1,2}(?:\\.\\d{1,2})*\\.?|[IVX]+\\.)\\s+");

    private static final Pattern BRACKETS = Pattern.compile("\\s*[(\\[][^)\\]]*[)\\]]");

    private SectionNames() {}

    static Optional<Named> find(String heading) {
        String plain = NUMBER.matcher(BRACKETS.matcher(heading).replaceAll("")).replaceFirst("");
        int colon = plain.indexOf(':');
        if (colon >= 0) {
            plain = plain.substring(0, colon);
        }
        plain = plain.replace("&", "and").strip();
        if (plain.endsWith("?")) {
            plain = plain.substring(0, plain.length() - 1).strip();
        }
        String lower = plain.toLowerCase(Locale.ROOT);
        for (Name name : NAMES) {
            if (name.whole().matcher(lower).matches()) {
                return Optional.of(new Named(name.kind(), Optional.empty()));
            }
        }
        for (Name name : NAMES) {
            Matcher m = name.behindTopic().matcher(lower);
            if (m.matches()) {
                return Optional.of(new Named(name.kind(), Optional.of(plain.substring(0, m.end("topic")))));
            }
        }
        return Optional.empty();
    }
}
