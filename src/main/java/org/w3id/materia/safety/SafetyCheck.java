package org.w3id.materia.safety;

import ca.uhn.fhir.context.FhirContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.w3id.materia.coding.ConceptFinder;
import org.w3id.materia.model.ConceptKey;
import org.w3id.materia.safety.asked.ListedMedicine;
import org.w3id.materia.safety.asked.Patient;
import org.w3id.materia.safety.asked.Scope;
import org.w3id.materia.safety.dose.AskedMedicine;
import org.w3id.materia.safety.dose.DoseCheck;
import org.w3id.materia.safety.drug.Drug;
import org.w3id.materia.safety.drug.DrugClasses;
import org.w3id.materia.safety.drug.DrugFinder;
import org.w3id.materia.safety.drug.KnownNames;
import org.w3id.materia.safety.drug.Match;
import org.w3id.materia.safety.drug.Term;
import org.w3id.materia.safety.report.Alert;
import org.w3id.materia.safety.report.Gaps;
import org.w3id.materia.safety.report.PairResult;
import org.w3id.materia.safety.report.SafetyReport;
import org.w3id.materia.safety.stated.MedicineFacts;
import org.w3id.materia.safety.stated.MedicineFactsCache;
import org.w3id.materia.store.Criterion;
import org.w3id.materia.store.Query;
import org.w3id.materia.store.Snapshot;
import org.w3id.materia.terminology.operation.library.TerminologyLibrary;

/** Checks medicines against each other and against a patient, by what the monographs state. Keeps nothing of what it is asked. */
public final class SafetyCheck {
    private final MedicineFactsCache monographs;
    private final Supplier<ConceptFinder> names;
    private final Supplier<TerminologyLibrary> terminology;
    private final DrugClasses classes = DrugClasses.load();
    private final KnownNames knownNames = new KnownNames();

    /**
     * @param names by which phrases of monographs are coded; asked for with the first check
     * @param terminology code systems that are known
     */
    public SafetyCheck(FhirContext context, Supplier<ConceptFinder> names, Supplier<TerminologyLibrary> terminology) {
        this.monographs = new MedicineFactsCache(context);
        this.names = names;
        this.terminology = terminology;
    }

    /** The classes of drugs that it knows. */
    public DrugClasses classes() {
        return classes;
    }

    /** The parts of one check. */
    private record Run(
            Patient patient,
            List<Listed> medicines,
            Scope scope,
            WarningCheck warnings,
            AllergyCheck allergies,
            InteractionCheck interactions,
            Gaps gaps) {}

    /** What the monographs of the medicines state that a term names; empty where it names none that is here. */
    public List<MedicineFacts> medicines(Term drug, Snapshot snapshot) {
        return new DrugFinder(snapshot, monographs, names.get(), knownNames, terminology.get(), classes)
                .find(drug)
                .monographs();
    }

    /** The same of the medicines that are for a condition. */
    public List<MedicineFacts> medicinesFor(Term condition, int most, Snapshot snapshot) {
        Set<ConceptKey> keys = new KnownCondition(
                        condition, names.get(), knownNames, new TerminologyHierarchy(terminology.get()))
                .keysAndCategories();
        Criterion indicated = new Criterion("indication", List.of(new Criterion.TokenAnyOf(keys)));
        return snapshot
                .search(new Query("MedicationKnowledge", List.of(indicated), most, Optional.empty()))
                .resources()
                .stream()
                .flatMap(stored -> monographs.of(stored.key().id(), snapshot).stream())
                .toList();
    }

    /** What is stated of the medicines in the snapshot, each with the patient and every two with each other. */
    public SafetyReport check(Patient patient, List<ListedMedicine> medicines, Snapshot snapshot) {
        return check(patient, medicines, Scope.EVERYTHING, snapshot);
    }

    /** The same, of what is asked for alone. */
    public SafetyReport check(Patient patient, List<ListedMedicine> medicines, Scope scope, Snapshot snapshot) {
        ConceptFinder finder = names.get();
        TerminologyLibrary library = terminology.get();
        DrugFinder drugs = new DrugFinder(snapshot, monographs, finder, knownNames, library, classes);
        Gaps gaps = new Gaps();
        TerminologyHierarchy hierarchy = new TerminologyHierarchy(library);
        List<KnownCondition> conditions = patient.conditions().stream()
                .map(term -> new KnownCondition(term, finder, knownNames, hierarchy))
                .toList();
        conditions.stream()
                .filter(c -> !c.isKnown())
                .forEach(c -> gaps.add(
                        c.term().label(),
                        "The condition is not known to any terminology here; it was compared as it is written."));
        List<Listed> listed = new ArrayList<>();
        medicines.forEach(m -> listed.add(Listed.of(listed.size(), m, drugs.find(m.term()))));
        return run(new Run(
                patient,
                listed,
                scope,
                new WarningCheck(patient, conditions, gaps),
                new AllergyCheck(patient.allergies(), drugs, finder, classes),
                new InteractionCheck(classes),
                gaps));
    }

    private SafetyReport run(Run run) {
        Set<Alert> alerts = new LinkedHashSet<>();
        for (Listed medicine : run.medicines()) {
            tellUnknown(medicine, run.gaps());
            if (!run.scope().hasAlone(medicine.medicine())) {
                continue;
            }
            alerts.addAll(run.warnings().alerts(medicine));
            alerts.addAll(run.allergies().alerts(medicine));
            if (run.scope().hasDoses()) {
                alerts.addAll(new DoseCheck(run.patient(), run.gaps()).alerts(asked(medicine, run)));
            }
        }
        if (run.scope().hasDoses()) {
            addSums(run, alerts);
        }
        List<PairResult> pairs = new ArrayList<>();
        for (int i = 0; i < run.medicines().size(); i++) {
            for (int j = i + 1; j < run.medicines().size(); j++) {
                Listed first = run.medicines().get(i);
                Listed second = run.medicines().get(j);
                if (run.scope().hasPair(first.medicine(), second.medicine())) {
                    pairs.add(pair(first, second, run, alerts));
                }
            }
        }
        List<Alert> sorted = alerts.stream()
                .sorted(Comparator.comparing((Alert a) -> a.rating().severity()))
                .toList();
        return new SafetyReport(
                run.medicines().stream().map(Listed::label).toList(),
                sorted,
                pairs,
                run.gaps().all());
    }

    /** Doses of one substance that are above a maximum only together. */
    private static void addSums(Run run, Set<Alert> alerts) {
        Set<Set<Integer>> seen = new HashSet<>();
        for (Listed medicine : run.medicines()) {
            List<Listed> same = new ArrayList<>(List.of(medicine));
            run.medicines().stream()
                    .filter(other ->
                            other.number() != medicine.number() && other.drug().sharesIngredient(medicine.drug()))
                    .forEach(same::add);
            Set<Integer> numbers = same.stream().map(Listed::number).collect(Collectors.toSet());
            boolean isSum = same.size() > 1 || medicine.medicine().doses().size() > 1;
            boolean isAskedFor = same.stream().anyMatch(m -> run.scope().hasAlone(m.medicine()));
            boolean isSaid = alerts.stream()
                    .anyMatch(a -> a.kind() == Alert.Kind.HIGH_DOSE
                            && numbers.containsAll(a.subject().medicines()));
            if (isSum && isAskedFor && !isSaid && medicine.drug().ingredients().size() == 1 && seen.add(numbers)) {
                new DoseCheck(run.patient(), run.gaps())
                        .together(same.stream().map(m -> asked(m, run)).toList())
                        .ifPresent(alerts::add);
            }
        }
    }

    private static AskedMedicine asked(Listed medicine, Run run) {
        return new AskedMedicine(
                medicine.number(), medicine.medicine(), medicine.drug(), medicine.monographs(), others(medicine, run));
    }

    private static PairResult pair(Listed first, Listed second, Run run, Set<Alert> alerts) {
        Optional<Alert> duplicate = DuplicateCheck.alert(first, second);
        duplicate.ifPresent(alerts::add);
        List<Alert> found = new ArrayList<>(run.interactions().alerts(first, second, run.patient()));
        found.addAll(run.interactions().alerts(second, first, run.patient()));
        if (duplicate.isPresent()) {
            found.removeIf(SafetyCheck::isByClass); // The class is that of the substance itself.
        }
        alerts.addAll(found);
        PairResult.State state = found.isEmpty()
                ? PairResult.State.NOTHING_STATED
                : found.stream().allMatch(SafetyCheck::isByClass) ? PairResult.State.BY_CLASS : PairResult.State.STATED;
        return new PairResult(first.number(), second.number(), state);
    }

    private static boolean isByClass(Alert alert) {
        return alert.ground().matched().match() == Match.CLASS_MEMBER;
    }

    private static List<Drug> others(Listed medicine, Run run) {
        return run.medicines().stream()
                .filter(m -> m.number() != medicine.number())
                .map(Listed::drug)
                .toList();
    }

    private static void tellUnknown(Listed medicine, Gaps gaps) {
        if (!medicine.monographs().isEmpty()) {
            return;
        }
        gaps.add(
                medicine.label(),
                medicine.drug().isKnown()
                        ? "There is no monograph of it here: only what others state of it was found."
                        : "It is not known here, neither by code nor by name: only what others state of a drug so"
                                + " named was found.");
    }
}
