package org.w3id.materia.extract.dosing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.w3id.materia.extract.dosing.grammar.InertWords;
import org.w3id.materia.extract.dosing.grammar.Reading;
import org.w3id.materia.extract.dosing.grammar.Tokens;
import org.w3id.materia.extract.dosing.mention.Mention;
import org.w3id.materia.extract.dosing.sentence.PatientGroupMerge;
import org.w3id.materia.extract.dosing.sentence.Referral;
import org.w3id.materia.extract.dosing.sentence.SentenceReader;
import org.w3id.materia.extract.dosing.sentence.SentenceReaders;
import org.w3id.materia.extract.fact.DoseStatement;
import org.w3id.materia.extract.fact.DoseStatement.Scope;
import org.w3id.materia.extract.fact.PatientGroup;
import org.w3id.materia.extract.fact.Population;
import org.w3id.materia.extract.outline.Statement;

/**
 * The doses to which a sentence refers: those of the patients that it names, below the same labels and for the same condition. They hold
 * for the patients of the sentence, with the words of both. Where nothing, or too much, is meant by it, the sentence stays text.
 */
final class ReferredDoses {
    /** More, and nobody can tell which of them are meant; on texts that nobody tuned it to, six of sixteen were not in the annotations. */
    private static final int MOST = 3;

    private static final int SHORTEST_STEM = 5;

    private final List<DoseStatement> stated;
    private final SentenceReaders readers;

    ReferredDoses(List<DoseStatement> stated, SentenceReaders readers) {
        this.stated = stated.stream().filter(DoseStatement::isComputed).toList();
        this.readers = readers;
    }

    /** The doses of a statement that refers to others; {@code text} is the statement as it stands without them. */
    List<DoseStatement> of(Statement statement, Referral referral, DoseStatement text) {
        List<PatientGroup> groups = PatientGroupMerge.refined(text.groups(), referral.groups()).stream()
                .filter(g -> !g.population().equals(Optional.of(referral.whose())))
                .toList();
        if (groups.isEmpty()) {
            return List.of();
        }
        List<Set<String>> labels = statement.governors().stream()
                .filter(g -> g.role() != Statement.Role.LEAD_IN)
                .map(g -> subject(g.text().text()))
                .filter(s -> !s.isEmpty())
                .toList();
        List<Set<String>> conditions = referral.indications().stream()
                .map(ReferredDoses::words)
                .filter(w -> !w.isEmpty())
                .toList();
        List<DoseStatement> meant = whose(referral.whose()).stream()
                .filter(d -> labels.stream().allMatch(l -> isBelow(d, l)))
                .filter(d -> conditions.isEmpty() || conditions.stream().anyMatch(c -> isBelow(d, c)))
                .toList();
        return meant.size() > MOST
                ? List.of()
                : meant.stream().map(d -> referred(d, referral, groups, text)).toList();
    }

    /** The doses of those patients; where the monograph names them for none, those for anybody. */
    private List<DoseStatement> whose(Population population) {
        List<DoseStatement> named =
                stated.stream().filter(d -> isOnly(d, population)).toList();
        return named.isEmpty() && population == Population.ADULT
                ? stated.stream().filter(d -> d.groups().isEmpty()).toList()
                : named;
    }

    private static boolean isOnly(DoseStatement dose, Population population) {
        return dose.groups().stream().anyMatch(g -> g.population().equals(Optional.of(population)))
                && dose.groups().stream()
                        .noneMatch(g -> g.clearance().isPresent()
                                || g.population()
                                        .filter(p -> p == Population.RENAL || p == Population.HEPATIC)
                                        .isPresent());
    }

    /** Whether a dose stands below a label, or is for a condition, of these words. */
    private boolean isBelow(DoseStatement dose, Set<String> words) {
        return dose.scope().path().stream().map(this::subject).anyMatch(s -> isAlike(s, words))
                || dose.indication()
                        .map(ReferredDoses::words)
                        .filter(w -> isAlike(w, words))
                        .isPresent();
    }

    private static boolean isAlike(Set<String> a, Set<String> b) {
        return !a.isEmpty() && !b.isEmpty() && (a.containsAll(b) || b.containsAll(a));
    }

    /** The words of a label that say more than whom the doses below it are for. */
    private Set<String> subject(String label) {
        SentenceReader reader = readers.of(label);
        Set<String> words = new HashSet<>();
        for (Reading<Mention> m : reader.mentions().all()) {
            boolean told = !(m.value() instanceof Mention.OfGroup
                    || m.value() instanceof Mention.OfInert
                    || m.value() instanceof Mention.OfJoint);
            if (told) {
                words.addAll(words(reader.tokens().text(m.from(), m.to())));
            }
        }
        return words;
    }

    /** Words by their beginning, so that "dermatological" is "dermatologic". */
    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
            boolean light = word.isEmpty() || InertWords.INERT.at(Tokens.of(word), 0);
            if (!light) {
                words.add(word.length() > SHORTEST_STEM + 1 ? word.substring(0, word.length() - 2) : word);
            }
        }
        return words;
    }

    private static DoseStatement referred(
            DoseStatement dose, Referral referral, List<PatientGroup> groups, DoseStatement text) {
        List<String> path = new ArrayList<>(text.scope().path());
        dose.scope().path().stream().filter(p -> !path.contains(p)).forEach(path::add);
        path.add(dose.text());
        List<String> conditions = new ArrayList<>(dose.scope().conditions());
        conditions.addAll(referral.conditions());
        Scope scope = new Scope(groups, dose.indication().or(text::indication), path, conditions, dose.ingredient());
        return DoseStatements.referred(dose, scope, text);
    }
}
