package org.w3id.materia.extract.indication;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3id.materia.extract.Statement;
import org.w3id.materia.extract.Statement.Governor;
import org.w3id.materia.extract.Statement.Role;
import org.w3id.materia.monograph.SectionKind;

/** Tells which statements speak of usage: those of a section on it, and those under a label or heading that says so. */
final class UsageScope {
    private static final Pattern USAGE =
            Pattern.compile("(?:.*\\b)?(?:usage|uses?|indications?)\\b(?:\\s*\\(.*\\))?", Pattern.CASE_INSENSITIVE);
    private static final Pattern OTHER_SECTION = Pattern.compile(
            "(?:.*\\b)?(?:dosage|dosing|administration|side effects|adverse (?:effects|reactions)|how (?:it|they) works?|mechanism(?: of action)?"
                    + "|precautions?|warnings?|contraindications?|interactions?|faqs?|frequently asked questions|disclaimer)\\b(?:\\s*\\(.*\\))?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern REMARK = Pattern.compile("\\blimitations? of use\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern REFUSAL = Pattern.compile(
            "^\\W*(?:no|do not|avoid)\\W*$|\\bnot (?:be )?(?:for|used|indicated|use)\\b|\\blimitations? of use\\b",
            Pattern.CASE_INSENSITIVE);

    /** Sections that may hold text on everything: those that are about one ingredient, and those of no known name. */
    private static final Set<SectionKind> MIXED =
            EnumSet.of(SectionKind.OTHER, SectionKind.GENERIC_NAME, SectionKind.USAGE);

    private UsageScope() {}

    static boolean holds(Statement statement) {
        boolean holds = statement.section().kind() == SectionKind.USAGE;
        for (Governor governor : statement.governors()) {
            if (governor.role() == Role.LEAD_IN) {
                continue;
            }
            String text = governor.text().text();
            if (OTHER_SECTION.matcher(text).matches()) {
                holds = false;
            } else if (MIXED.contains(statement.section().kind()) && isNamed(text)) {
                holds = true;
            }
        }
        return holds;
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

    static boolean isOtherSection(String text) {
        return OTHER_SECTION.matcher(text).matches();
    }
}
