package org.w3id.materia.terminology.codesystem;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The language tags of SNOMED CT's language reference sets (Expression Constraint Language, appendix C, dialect aliases). A set
 * without a tag of its own has the private-use one of HL7 and SNOMED International: its identifier in groups of eight digits, {@code
 * en-x-sctlang-32570271-00003610-6}.
 */
public final class SnomedDialects {
    private static final Map<String, String> TAGS = Map.ofEntries(
            Map.entry("900000000000509007", "en-US"),
            Map.entry("900000000000508004", "en-GB"),
            Map.entry("32570271000036106", "en-AU"),
            Map.entry("19491000087109", "en-CA"),
            Map.entry("21000220103", "en-IE"),
            Map.entry("271000210107", "en-NZ"),
            Map.entry("448879004", "es"),
            Map.entry("450828004", "es-419"),
            Map.entry("5641000179103", "es-UY"),
            Map.entry("554461000005103", "da-DK"),
            Map.entry("71000181105", "et-EE"),
            Map.entry("722130004", "de"),
            Map.entry("722131000", "fr"),
            Map.entry("21000172104", "fr-BE"),
            Map.entry("20581000087109", "fr-CA"),
            Map.entry("10031000315102", "fr-FR"),
            Map.entry("722129009", "ja"),
            Map.entry("31000172101", "nl-BE"),
            Map.entry("31000146106", "nl-NL"),
            Map.entry("61000202103", "nb-NO"),
            Map.entry("91000202106", "nn-NO"),
            Map.entry("46011000052107", "sv-SE"),
            Map.entry("722128001", "zh"));

    private static final Pattern PRIVATE_USE =
            Pattern.compile("(?i)[a-z]{2,3}-x-sctlang-((?:[0-9]{8}-){0,2}[0-9]{1,8})");

    private static final Pattern GROUP = Pattern.compile(".{1,8}");

    private SnomedDialects() {}

    /**
     * The tag of a reference set.
     *
     * @param referenceSet identifier
     * @param language of the descriptions in it
     */
    public static String tag(String referenceSet, String language) {
        String known = TAGS.get(referenceSet);
        return known != null && Languages.isClose(known, language, Languages.Closeness.LANGUAGE)
                ? known
                : language + "-x-sctlang-" + groups(referenceSet);
    }

    private static String groups(String digits) {
        return GROUP.matcher(digits).results().map(MatchResult::group).collect(Collectors.joining("-"));
    }

    /** A tag as designations have it: that of the reference set which a private-use tag names, or else itself. */
    static String normal(String tag) {
        Matcher named = PRIVATE_USE.matcher(tag);
        return named.matches() ? tag(named.group(1).replace("-", ""), tag.substring(0, tag.indexOf('-'))) : tag;
    }
}
