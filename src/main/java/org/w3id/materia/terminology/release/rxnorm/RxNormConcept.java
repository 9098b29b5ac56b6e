package org.w3id.materia.terminology.release.rxnorm;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Coding;
import org.w3id.materia.coding.PhraseKind;
import org.w3id.materia.model.ConceptKey;
import org.w3id.materia.terminology.release.ConceptBuilder;
import org.w3id.materia.terminology.release.ReleasedConcept;

/**
 * A concept of RxNorm. Its display is its name that is no synonym ("STR from rxnconso where SAB = RXNORM and TTY &lt;&gt; SY"); it is
 * inactive where all such names are suppressed (SUPPRESS O obsolete, E or Y).
 *
 * @param code RXCUI
 * @param type TTY of the display
 * @param display the name
 * @param active whether a name is not suppressed
 */
record RxNormConcept(long code, String type, String display, boolean active) {
    /** Term types that name a concept in another way than its normal form. */
    private static final Set<String> OTHER_NAMES = Set.of("SY", "TMSY", "PSN", "ET");

    private static final Set<String> INGREDIENTS = Set.of("IN", "PIN", "MIN");
    private static final Pattern UNII = Pattern.compile("[A-Z0-9]{10}");
    private static final Pattern ATC_SUBSTANCE = Pattern.compile("[A-V]\\d\\d[A-Z]{2}\\d\\d");

    /** Empty where RxNorm has only synonyms for the number. */
    static Optional<RxNormConcept> of(long code, RxNormRows rows) {
        return rows.names(code).stream()
                .filter(n -> !OTHER_NAMES.contains(n[0]))
                .min(Comparator.comparing((String[] n) -> !n[1].equals("N")))
                .map(n -> new RxNormConcept(code, n[0], n[2], n[1].equals("N")));
    }

    ReleasedConcept released(RxNormRows rows) {
        ConceptBuilder concept = new ConceptBuilder(Long.toString(code))
                .display(display)
                .inactive(!active)
                .kinds(kinds())
                .code("TTY", type)
                .code("SAB", RxNormRows.OWN);
        rows.names(code).stream()
                .filter(n -> !(n[0].equals(type) && n[2].equals(display)))
                .forEach(n -> concept.name("en", new Coding(RxNormReader.SYSTEM, n[0], null), n[2]));
        rows.sources(code).forEach(s -> concept.code("SAB", s[0]));
        if (INGREDIENTS.contains(type)) {
            addNamesOfSources(concept, rows);
        }
        rows.semanticTypes(code).forEach(t -> concept.code("STY", t));
        rows.relations(code).forEach(r -> relation(concept, r[0], r[1]));
        rows.attributes(code).stream().filter(a -> !a[0].equals("UNII_CODE")).forEach(a -> concept.string(a[0], a[1]));
        reference(concept, "UNII", "http://fdasis.nlm.nih.gov", uniis(rows));
        reference(concept, "ATC", "http://www.whocc.no/atc", atcs(rows));
        return concept.build();
    }

    /** RxNorm joins the names that its sources have for a substance, such as paracetamol for acetaminophen. Case tells no two apart. */
    private void addNamesOfSources(ConceptBuilder concept, RxNormRows rows) {
        Set<String> known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        rows.names(code).forEach(n -> known.add(n[2]));
        rows.sources(code).stream()
                .filter(s -> s[3].equals("N") && known.add(s[4]))
                .forEach(s -> concept.name("en", new Coding(RxNormReader.SYSTEM, s[1], null), s[4]));
    }

    private Set<PhraseKind> kinds() {
        if (!active) {
            return Set.of();
        }
        return INGREDIENTS.contains(type)
                ? Set.of(PhraseKind.DRUG)
                : type.equals("DF") ? Set.of(PhraseKind.DOSE_FORM) : Set.of();
    }

    private static void relation(ConceptBuilder concept, String name, String other) {
        if (name.equals("isa")) {
            concept.parent(other);
        } else if (!name.equals("inverse_isa")) {
            concept.code(name, other);
        }
    }

    /**
     * Codes of another system. The one code of an ingredient is the same; several are its uses, as ATC classifies them, or its
     * forms, such as the anhydrous one and a hydrate.
     */
    private void reference(ConceptBuilder concept, String property, String system, Set<String> codes) {
        codes.forEach(c -> concept.string(property, c));
        if (INGREDIENTS.contains(type)) {
            codes.stream()
                    .map(c -> new ConceptKey(system, c))
                    .forEach(codes.size() == 1 ? concept::same : concept::narrower);
        }
    }

    private Set<String> uniis(RxNormRows rows) {
        Set<String> codes = codes(rows.sources(code), "MTHSPL", UNII);
        rows.attributes(code).stream()
                .filter(a -> a[0].equals("UNII_CODE") && UNII.matcher(a[1]).matches())
                .forEach(a -> codes.add(a[1]));
        return codes;
    }

    private Set<String> atcs(RxNormRows rows) {
        return codes(rows.sources(code), "ATC", ATC_SUBSTANCE);
    }

    private static Set<String> codes(List<String[]> sources, String source, Pattern form) {
        Set<String> codes = new TreeSet<>();
        sources.stream()
                .filter(s -> s[0].equals(source) && form.matcher(s[2]).matches())
                .forEach(s -> codes.add(s[2]));
        return codes;
    }
}
