package org.w3id.materia.safety;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3id.materia.coding.CodedConcept;
import org.w3id.materia.coding.ConceptFinder;
import org.w3id.materia.coding.PhraseKind;
import org.w3id.materia.language.NormalForm;
import org.w3id.materia.safety.drug.Drug;
import org.w3id.materia.safety.drug.DrugClasses;
import org.w3id.materia.safety.drug.DrugFinder;
import org.w3id.materia.safety.drug.Match;
import org.w3id.materia.safety.drug.Matched;
import org.w3id.materia.safety.drug.Term;
import org.w3id.materia.safety.report.Alert;
import org.w3id.materia.safety.stated.ClassForm;
import org.w3id.materia.safety.stated.MedicineFacts;
import org.w3id.materia.safety.stated.Severity;
import org.w3id.materia.safety.stated.StatedFact;
import org.w3id.materia.safety.stated.StatedIngredient;
import org.w3id.materia.safety.stated.StatedTerm;
import org.w3id.materia.safety.stated.StatedWarning;

/** A medicine against what the patient is allergic to: what its monograph says of hypersensitivity, and its ingredients. */
final class AllergyCheck {
    private static final Pattern TO = Pattern.compile("^(?:known |previous |severe |serious |history of"
            + " )*(?:hypersensitivity|allergy|allergies|allergic|allergic reactions?|anaphylaxis|intolerance)(?:"
            + " reactions?)? to (?:any |another |other |the )?(.+)$");
    private static final Pattern OF = Pattern.compile("^(.+?) (?:allergy|hypersensitivity)$");
    private static final Pattern REMARK = Pattern.compile("\\s*\\([^)]*\\)$");

    /** Something the patient is allergic to. */
    private record Allergen(Term term, Drug drug) {}

    private final List<Allergen> allergens;
    private final ConceptFinder finder;
    private final DrugClasses classes;

    AllergyCheck(List<Term> allergies, DrugFinder drugs, ConceptFinder finder, DrugClasses classes) {
        allergens = allergies.stream()
                .map(a -> new Allergen(a, drugs.find(substance(a))))
                .toList();
        this.finder = finder;
        this.classes = classes;
    }

    /** The substance of "penicillin allergy" and "allergy to penicillin (finding)". */
    private static Term substance(Term allergy) {
        return new Term(
                object(allergy.text()),
                allergy.codes().stream()
                        .map(c -> new Term.Code(c.key(), object(c.display())))
                        .toList());
    }

    private static String object(String words) {
        String plain = REMARK.matcher(words.strip()).replaceFirst("");
        for (Pattern pattern : List.of(TO, OF)) {
            Matcher matcher = pattern.matcher(plain.toLowerCase(Locale.ROOT));
            if (matcher.matches()) {
                return plain.substring(matcher.start(1), matcher.end(1));
            }
        }
        return plain;
    }

    List<Alert> alerts(Listed medicine) {
        List<Alert> alerts = new ArrayList<>();
        for (Allergen allergen : allergens) {
            List<Alert> stated = stated(medicine, allergen);
            alerts.addAll(stated);
            if (stated.isEmpty()) {
                own(medicine, allergen).ifPresent(alerts::add);
            }
        }
        return alerts;
    }

    private List<Alert> stated(Listed medicine, Allergen allergen) {
        List<Alert> alerts = new ArrayList<>();
        for (MedicineFacts facts : medicine.monographs()) {
            for (StatedWarning warning : facts.stated().warnings()) {
                if (warning.kind().equals("ALGY")) {
                    match(warning, allergen).ifPresent(m -> alerts.add(alert(medicine, warning, allergen, m.match())));
                }
            }
        }
        return alerts;
    }

    private static Alert alert(Listed medicine, StatedWarning warning, Allergen allergen, Match match) {
        String words = warning.subject().text();
        return new Alert(
                Alert.Kind.ALLERGY,
                Alert.Rating.of(warning.strength(), true),
                new Alert.Subject(List.of(medicine.number()), words),
                new Alert.Ground(
                        Matched.certainly(match),
                        Optional.of(warning.fact()),
                        explanation(allergen, object(words), match)));
    }

    private Optional<Matched> match(StatedWarning warning, Allergen allergen) {
        String object = object(warning.subject().text());
        List<StatedTerm.Coding> codings = finder.find(PhraseKind.DRUG, object).stream()
                .map(CodedConcept::key)
                .map(key -> new StatedTerm.Coding(key, false))
                .toList();
        return AgentMatch.of(StatedTerm.of(object, codings), allergen.drug(), classes);
    }

    /** The allergen is in the medicine, or a class that the medicine belongs to. */
    private Optional<Alert> own(Listed medicine, Allergen allergen) {
        Optional<Match> match = medicine.drug().sharesIngredient(allergen.drug())
                ? Optional.of(medicine.drug().ingredients().size() > 1 ? Match.INGREDIENT : Match.TEXT)
                : classOf(medicine, allergen);
        return match.map(m -> new Alert(
                Alert.Kind.ALLERGY,
                Alert.Rating.of(m == Match.CLASS_MEMBER ? Severity.MODERATE : Severity.HIGH),
                new Alert.Subject(List.of(medicine.number()), allergen.term().label()),
                new Alert.Ground(
                        new Matched(m, m != Match.CLASS_MEMBER),
                        ingredient(medicine, allergen),
                        explanation(allergen, medicine.label(), m))));
    }

    private Optional<Match> classOf(Listed medicine, Allergen allergen) {
        return substance(allergen.term()).names().stream()
                        .anyMatch(name -> classes.isClass(name)
                                && classes.isMember(
                                        ClassForm.of(name), medicine.drug().classes()))
                ? Optional.of(Match.CLASS_MEMBER)
                : Optional.empty();
    }

    private static Optional<StatedFact> ingredient(Listed medicine, Allergen allergen) {
        List<StatedIngredient> all =
                medicine.facts().flatMap(f -> f.stated().ingredients().stream()).toList();
        return all.stream()
                .filter(i -> i.keys().stream().anyMatch(allergen.drug().keys()::containsKey)
                        || allergen.drug().names().containsKey(NormalForm.of(i.name())))
                .findFirst()
                .or(() -> all.stream().findFirst())
                .map(StatedIngredient::fact);
    }

    private static String explanation(Allergen allergen, String named, Match match) {
        String recorded = "The recorded allergy “" + allergen.term().label() + "”";
        return switch (match) {
            case CLASS_MEMBER -> recorded + " and “" + named + "” are of one class.";
            case SAME_CODE -> recorded + " has the code of “" + named + "”.";
            case INGREDIENT -> recorded + " is to an ingredient of " + named + ".";
            default -> recorded + " is to “" + named + "”.";
        };
    }
}
