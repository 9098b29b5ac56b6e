package org.w3id.materia.extract.indication;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3id.materia.extract.outline.Statement;
import org.w3id.materia.extract.outline.Topic;
import org.w3id.materia.monograph.SectionKind;

/** Tells which statements speak of usage: those of a section on it, and those under a label or heading that says so. */
final class UsageScope {
    private static final Pattern USAGE =
            Pattern.compile("(?:.*\\b)?(?:usage|uses?|indications?)\\b(?:\\s*\\(.*\\))?", Pattern.CASE_INSENSITIVE);
    /** What is not about uses wherever it stands; others ("Contraception", "Overdose") may name a use among uses. */
    private static final Set<Topic> ELSEWHERE = EnumSet.of(
            Topic.NOT_USE,
            Topic.DOSING,
            Topic.ADMINISTRATION,
            Topic.CONTRAINDICATION,
            Topic.CAUTION,
            Topic.INTERACTION,
            Topic.EFFECT,
            Topic.MECHANISM,
            Topic.COMPOSITION,
            Topic.QUESTION);

    private static final Pattern REMARK = Pattern.compile("\\blimitations? of use\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern REFUSAL = Pattern.compile(
            "^\\W*(?:no|do not|avoid)\\W*$|\\bnot (?:be )?(?:for|used|indicated|use)\\b|\\blimitations? of use\\b",
            Pattern.CASE_INSENSITIVE);

    /** Sections that may hold text on everything: those that are about one ingredient, and those of no known name. */
    private static final Set<SectionKind> MIXED = EnumSet.of(SectionKind.OTHER, SectionKind.GENERIC_NAME);

    private UsageScope() {}

    static boolean holds(Statement statement) {
        SectionKind section = statement.section().kind();
        Topic topic = statement.topic();
        return section == SectionKind.USAGE ? !isElsewhere(statement) : MIXED.contains(section) && topic == Topic.USE;
    }

    /** Whether a label or heading names the section itself. */
    static boolean isNamed(String text) {
        return USAGE.matcher(text).matches();
    }

    /** "Limitations of use": what follows is none. */
    static boolean isRemark(String text) {
        return REMARK.matcher(text).find();
    }

    /** "No", "What is it not for?", "Not indicated": what stands below is denied. */
    static boolean isRefusal(String text) {
        return REFUSAL.matcher(text).find();
    }

    /** Whether a statement, or a label itself, is about something else than uses. */
    static boolean isElsewhere(Statement statement) {
        return ELSEWHERE.contains(statement.topic());
    }
}
