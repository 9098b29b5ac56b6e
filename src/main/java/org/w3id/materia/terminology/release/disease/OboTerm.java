package org.w3id.materia.terminology.release.disease;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Coding;
import org.w3id.materia.coding.PhraseKind;
import org.w3id.materia.terminology.release.ConceptBuilder;
import org.w3id.materia.terminology.release.CrossReference;
import org.w3id.materia.terminology.release.ReleasedConcept;

/**
 * A term of an OBO file (OBO flat file format 1.4).
 *
 * @param id never empty
 * @param lines those of its stanza
 */
record OboTerm(String id, List<String> lines) {
    private static final Pattern TAG = Pattern.compile("\\s*[A-Za-z_][\\w-]*:.*");
    private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"(.*)");
    private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");
    private static final Pattern REFERENCE = Pattern.compile("(\\w+):(\\S+).*");
    private static final Coding EXACT =
            new Coding("http://www.geneontology.org/formats/oboInOwl", "hasExactSynonym", "exact synonym");

    static boolean isTag(String line) {
        return TAG.matcher(line).matches();
    }

    /** Null where the stanza has no id or no name. */
    static OboTerm of(List<String> lines) {
        OboTerm term = new OboTerm("", lines);
        Optional<String> id = term.values("id").findFirst();
        return id.isEmpty() || term.values("name").findFirst().isEmpty() ? null : new OboTerm(id.get(), lines);
    }

    /** Its references to other code systems. */
    Disease references() {
        Disease disease = new Disease(id, "");
        values("xref")
                .map(REFERENCE::matcher)
                .filter(Matcher::matches)
                .forEach(m -> disease.refer(m.group(1), m.group(2)));
        return disease;
    }

    /** @param kinds of phrases that it may code, unless it is obsolete */
    ReleasedConcept concept(List<CrossReference> references, Set<PhraseKind> kinds) {
        ConceptBuilder concept = new ConceptBuilder(id);
        boolean obsolete = values("is_obsolete").anyMatch("true"::equals);
        values("name").forEach(concept::display);
        values("def").forEach(d -> concept.definition(quoted(d)));
        values("synonym").forEach(s -> synonym(concept, s));
        values("is_a").forEach(concept::parent);
        values("subset").forEach(s -> concept.string("subset", s));
        values("xref").forEach(x -> concept.string("xref", x));
        values("alt_id").forEach(a -> concept.string("alternativeId", a));
        values("replaced_by").forEach(r -> concept.code("replacedBy", r));
        references.forEach(concept::reference);
        return concept.inactive(obsolete).kinds(obsolete ? Set.of() : kinds).build();
    }

    /** Only an exact synonym names the disease; the others name something near it. */
    private static void synonym(ConceptBuilder concept, String value) {
        Matcher quoted = QUOTED.matcher(value);
        if (quoted.matches() && quoted.group(2).strip().startsWith("EXACT")) {
            concept.name("en", EXACT, unescaped(quoted.group(1)));
        } else {
            concept.string("relatedSynonym", quoted(value));
        }
    }

    private static String quoted(String value) {
        Matcher quoted = QUOTED.matcher(value);
        return unescaped(quoted.matches() ? quoted.group(1) : value);
    }

    private static String unescaped(String text) {
        return ESCAPED.matcher(text).replaceAll("$1");
    }

    /** The values of a tag, without the comment and the modifiers behind them. */
    private Stream<String> values(String tag) {
        return lines.stream()
                .filter(l -> l.startsWith(tag + ":"))
                .map(l -> l.substring(tag.length() + 1).strip())
                .map(v -> v.startsWith("\"") ? v : v.replaceFirst("\\s+[!{].*$", ""))
                .filter(v -> !v.isEmpty());
    }
}
