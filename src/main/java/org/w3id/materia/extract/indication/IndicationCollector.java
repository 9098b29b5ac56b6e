package org.w3id.materia.extract.indication;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.w3id.materia.extract.fact.Indication;
import org.w3id.materia.extract.fact.Indication.ApprovalStatus;
import org.w3id.materia.extract.fact.Indication.Intent;
import org.w3id.materia.extract.fact.OwnNames;
import org.w3id.materia.extract.indication.name.Abbreviations;
import org.w3id.materia.extract.indication.name.Meaning;
import org.w3id.materia.extract.indication.name.Use;
import org.w3id.materia.extract.outline.Statement;
import org.w3id.materia.extract.outline.Statement.Role;
import org.w3id.materia.language.NormalForm;

/**
 * Collects uses as indications, each once for its intent. What is stated of the whole product is not repeated for an
 * ingredient; purposes count only where no condition is named ("lower blood pressure" beside "hypertension").
 */
final class IndicationCollector {
    private static final String COMMON = "common ";
    private static final String COMMON_COLD = "common cold";
    private static final String PREGNANCY = "pregnancy";
    private static final String CONTRACEPTION = "contracepti";
    private static final Pattern CONCESSION =
            Pattern.compile("(?:while|although|though|despite|whereas)\\b", Pattern.CASE_INSENSITIVE);

    private record Entry(Indication indication, Meaning meaning) {
        Entry with(Indication changed) {
            return new Entry(changed, meaning);
        }
    }

    private final String source;
    private final OwnNames own;
    private final Abbreviations abbreviations = new Abbreviations();
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private List<String> latest = new ArrayList<>();
    private List<String> labelled = List.of();

    IndicationCollector(String source, OwnNames own) {
        this.source = source;
        this.own = own;
    }

    /** Begins another sentence. */
    void begin() {
        latest = new ArrayList<>();
    }

    /** Begins another label. */
    void beginLabel() {
        begin();
        labelled = List.of();
    }

    /** Adds the uses that a label names; later sentences of its text may complete them. */
    void addLabelled(Statement label, List<Use> uses) {
        add(label, uses, Qualifiers.NONE);
        labelled = List.copyOf(latest);
    }

    void add(Statement statement, List<Use> uses, Qualifiers qualifiers) {
        abbreviations.read(statement.text().text());
        for (Use use : uses) {
            if (!own.isIngredient(use.condition())) {
                add(statement, use, qualifiers);
            }
        }
    }

    private void add(Statement statement, Use use, Qualifiers qualifiers) {
        String condition = abbreviations.writtenOut(use.condition());
        Optional<String> ingredient = ingredient(statement, use);
        String base = key(condition) + "\n" + use.intent() + "\n";
        String key = base + ingredient.orElse("");
        Optional<String> known = known(base, key, ingredient.isPresent());
        if (known.isPresent()) {
            complete(List.of(known.get()), qualifiers::complete);
        } else if (!isShortFormOfKnown(use, condition) && !isRestated(statement, use, condition)) {
            boolean abbreviated = use.condition().indexOf(' ') < 0;
            Indication indication = new Indication(
                    abbreviated ? condition : use.condition(),
                    use.intent(),
                    use.status(),
                    List.of(),
                    Optional.empty(),
                    ingredient,
                    statement.evidence(source, use.start(), use.end()));
            entries.put(key, new Entry(qualifiers.complete(indication), use.meaning()));
            latest.add(key);
        }
    }

    /** What names have in common that are one but for number and spelling; a common cold is a cold. */
    private static String key(String condition) {
        return NormalForm.of(condition.startsWith(COMMON_COLD) ? condition.substring(COMMON.length()) : condition);
    }

    /** The key of the entry that states the same: of the whole product, of the ingredient, or, for the product, of any. */
    private Optional<String> known(String base, String key, boolean ofIngredient) {
        if (entries.containsKey(base)) {
            return Optional.of(base);
        }
        return ofIngredient
                ? Optional.of(key).filter(entries::containsKey)
                : entries.keySet().stream().filter(k -> k.startsWith(base)).findFirst();
    }

    /** "BCC" behind "locally advanced basal cell carcinoma (BCC)" names no second condition. */
    private boolean isShortFormOfKnown(Use use, String condition) {
        boolean begins = condition.endsWith("'s") || !condition.equals(use.condition());
        if (begins
                && entries.values().stream()
                        .anyMatch(e -> e.indication().condition().startsWith(condition + " "))) {
            // "Parkinson's" behind "Parkinson's disease", "active TB" behind "active tuberculosis infection"
            return true;
        }
        return use.condition().indexOf(' ') < 0
                && !condition.equals(use.condition())
                && entries.values().stream()
                        .anyMatch(e -> e.indication().condition().endsWith(condition));
    }

    /** "While it is mainly for angina, …" says of "stable angina pectoris", named before, nothing new. */
    private boolean isRestated(Statement statement, Use use, String condition) {
        List<String> words = List.of(key(condition).split(" ", -1));
        return CONCESSION.matcher(statement.text().text()).lookingAt()
                && entries.values().stream()
                        .map(Entry::indication)
                        .anyMatch(i -> i.status() == use.status()
                                && i.intent() == use.intent()
                                && List.of(NormalForm.of(i.condition()).split(" ", -1))
                                        .containsAll(words));
    }

    /** The ingredient that a label, or the words before the use, name. */
    private Optional<String> ingredient(Statement statement, Use use) {
        return own.ingredientOf(statement)
                .or(() -> statement.innermost(Role.LABEL).flatMap(l -> LabelKind.ingredientOf(l.text(), own)))
                .or(() -> own.ingredientIn(statement.text().text().substring(0, use.start())));
    }

    /** Completes the uses that the label names whose text is read. */
    void qualifyLabelled(Qualifiers qualifiers) {
        complete(labelled, qualifiers::complete);
    }

    /** Takes over that the uses of the sentence before are not approved. */
    void callOffLabel() {
        complete(
                latest,
                i -> new Indication(
                        i.condition(),
                        i.intent(),
                        ApprovalStatus.OFF_LABEL,
                        i.populations(),
                        i.priorTherapy(),
                        i.ingredient(),
                        i.evidence()));
    }

    /** Takes over whom and what a sentence without uses of its own restricts all uses so far to, if it requires a prior therapy. */
    void restrictAll(Qualifiers qualifiers) {
        if (qualifiers.priorTherapy().isPresent()) {
            complete(List.copyOf(entries.keySet()), qualifiers::complete);
        }
    }

    private void complete(List<String> keys, UnaryOperator<Indication> change) {
        keys.forEach(k -> entries.computeIfPresent(k, (key, e) -> e.with(change.apply(e.indication()))));
    }

    /** The indications, in the order of the text. */
    List<Indication> indications() {
        return entries.values().stream()
                .filter(entry -> entries.values().stream().noneMatch(e -> covers(e, entry)))
                .map(Entry::indication)
                .toList();
    }

    /** Whether one entry makes another one needless: the disease beside the purpose, contraception beside pregnancy. */
    private static boolean covers(Entry entry, Entry other) {
        if (other.indication().condition().equals(PREGNANCY)) {
            return entry.indication().condition().contains(CONTRACEPTION);
        }
        Optional<String> of = other.indication().ingredient();
        return other.meaning() == Meaning.MEASURE
                && other.indication().intent() != Intent.SUPPLEMENT
                && entry.meaning() != Meaning.MEASURE
                && entry.indication().status() == other.indication().status()
                && (of.isEmpty() || entry.indication().ingredient().equals(of));
    }
}
