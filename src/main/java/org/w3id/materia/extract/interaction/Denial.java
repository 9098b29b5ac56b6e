package org.w3id.materia.extract.interaction;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells sentences that say that something does not interact, or that nothing is known. */
final class Denial {
    private static final Pattern DENIES = Pattern.compile(
            "\\bno (?:\\w+ ){0,4}?(?:interactions?|effect|contraindications?|restrictions?|evidence|reports?)\\b"
                    + "|\\b(?:does|do|did|is|are|was|were|has|have|may|should)(?: not|n't|n’t) (?:\\w+ ){0,3}?(?:interact|interactions?|affected|affect|expected|known|anticipated|contraindicated|reported|documented|a concern|applicable)\\b"
                    + "|\\bunlikely to (?:interact|affect|be affected)\\b|\\binteractions? (?:\\w+ ){0,5}?(?:unlikely|not expected|not been|minimal|not anticipated|not known)\\b"
                    + "|\\b(?:can|may) (?:generally |usually |often |typically |safely )*be (?:safely )?(?:taken|used|given|combined) (?:\\w+ ){0,2}?(?:with|together)\\b|\\bwithout (?:\\w+ )?interact|\\bno specific\\b|\\bnot specifically\\b|\\bgenerally safe\\b|\\bsafe to (?:take|use|combine)\\b"
                    + "|\\bnot (?:\\w+ )?(?:interact|affected|contraindicated)\\b|\\bno known\\b|\\bgenerally (?:considered )?(?:safe|fine|acceptable)\\b");

    /** Every denial holds one of these; most sentences hold none. */
    private static final List<String> HINTS = List.of(
            "no ",
            "not ",
            "n't ",
            "n’t ",
            "unlikely",
            "minimal",
            "without",
            "safe",
            "generally",
            "can be",
            "may be",
            "can usually be",
            "may usually be",
            "can often be",
            "may often be",
            "can typically be",
            "may typically be");

    private static final Pattern CONCESSION =
            Pattern.compile("^\\W*(?:A:\\s*)?(?:while|although|though)\\b[^,;]*[,;]", Pattern.CASE_INSENSITIVE);
    private static final Pattern TURN =
            Pattern.compile("\\b(?:but|however|although|though|nevertheless|nonetheless)\\b", Pattern.CASE_INSENSITIVE);

    /** "to ensure that there are no interactions" denies none. */
    private static final Pattern TO_BE_ASSURED =
            Pattern.compile("\\b(?:ensure|make sure|check|confirm|verify|rule out)\\b[^.;]*");

    private Denial() {}

    /** Up to where the sentence denies; 0 where it does not, its length where nothing in it speaks of an interaction. */
    static int reach(String sentence) {
        String lower = sentence.toLowerCase(Locale.ROOT);
        if (HINTS.stream().noneMatch(lower::contains)) {
            return 0;
        }
        Matcher m = DENIES.matcher(TO_BE_ASSURED.matcher(lower).replaceAll(r -> " "
                .repeat(r.group().length())));
        if (!m.find()) {
            return 0;
        }
        Matcher concession = CONCESSION.matcher(sentence);
        if (concession.find() && m.start() < concession.end()) {
            return concession.end();
        }
        Matcher turn = TURN.matcher(sentence);
        return turn.find(m.end()) ? turn.end() : sentence.length();
    }

    /** Whether the whole sentence denies. */
    static boolean denies(String sentence) {
        return reach(sentence) == sentence.length() && !sentence.isEmpty();
    }
}
