package org.w3id.materia.terminology.release.icd;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.w3id.materia.terminology.release.BrokenLineException;
import org.w3id.materia.terminology.release.XmlElement;

/**
 * The seventh characters of the codes below a diagnosis, and those that a note keeps from some of them: "7th characters D and S do not
 * apply to codes in category S06 with 6th character 7 - …, or 8 - …".
 */
final class SeventhCharacters {
    private static final Pattern RESTRICTION = Pattern.compile(
            "7th characters? (.+?) do(?:es)? not apply to codes in (?:sub)?category \\S+ with 6th characters? (.+)");
    private static final Pattern ABOUT_RESTRICTIONS = Pattern.compile(".*7th characters?.* not apply.*");
    private static final Pattern CHARACTER = Pattern.compile("\\b[0-9A-Z]\\b");
    private static final Pattern MEANING = Pattern.compile("(?:^|\\bor )([0-9A-Z]) - ");

    /** There are some, and it is not known which. */
    static final SeventhCharacters NONE = new SeventhCharacters(List.of(), List.of());

    private record Restriction(Set<String> seventh, Set<String> sixth) {}

    private final List<XmlElement> extensions;
    private final List<Restriction> restrictions;

    private SeventhCharacters(List<XmlElement> extensions, List<Restriction> restrictions) {
        this.extensions = extensions;
        this.restrictions = restrictions;
    }

    /**
     * Those that a diagnosis defines; empty where it defines none.
     *
     * @throws BrokenLineException where a note restricts them in words that are not understood
     */
    static Optional<SeventhCharacters> of(XmlElement diagnosis) throws BrokenLineException {
        Optional<XmlElement> defined = diagnosis.all("sevenChrDef").findFirst();
        if (defined.isEmpty()) {
            return Optional.empty();
        }
        List<Restriction> restrictions = new ArrayList<>();
        for (XmlElement note : diagnosis.path("notes", "note").toList()) {
            if (ABOUT_RESTRICTIONS.matcher(note.text()).matches()) {
                restrictions.add(restriction(note.text()));
            }
        }
        return Optional.of(new SeventhCharacters(defined.get().all("extension").toList(), restrictions));
    }

    private static Restriction restriction(String note) throws BrokenLineException {
        Matcher understood = RESTRICTION.matcher(note);
        Set<String> seventh = new HashSet<>();
        Set<String> sixth = new HashSet<>();
        if (understood.matches()) {
            seventh = all(CHARACTER.matcher(understood.group(1)), 0);
            sixth = all(MEANING.matcher(understood.group(2)), 1);
        }
        if (seventh.isEmpty() || sixth.isEmpty()) {
            throw new BrokenLineException("It is not understood which codes have no seventh character: " + note);
        }
        return new Restriction(seventh, sixth);
    }

    private static Set<String> all(Matcher matcher, int group) {
        return matcher.results().map((MatchResult r) -> r.group(group)).collect(Collectors.toSet());
    }

    /** The extensions of a code of six characters. */
    List<XmlElement> of(String code) {
        String sixth = code.substring(5, 6);
        return extensions.stream()
                .filter(e -> restrictions.stream()
                        .noneMatch(x -> x.sixth().contains(sixth) && x.seventh().contains(e.attribute("char"))))
                .toList();
    }
}
