package org.w3id.materia.extract.indication;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.w3id.materia.extract.Indication;
import org.w3id.materia.extract.Indication.Intent;
import org.w3id.materia.extract.PatientGroup;
import org.w3id.materia.extract.Product;
import org.w3id.materia.extract.Statement;

/**
 * Collects uses as indications, each once for its intent. What is stated of the whole product is not repeated for an
 * ingredient; purposes count only where no condition is named ("lower blood pressure" beside "hypertension").
 */
final class IndicationCollector {
    private record Entry(Indication indication, Meaning meaning) {}

    private final String source;
    private final Product product;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Abbreviations abbreviations = new Abbreviations();
    private List<String> latest = new ArrayList<>();

    IndicationCollector(String source, Product product) {
        this.source = source;
        this.product = product;
    }

    /** Begins another sentence or label. */
    void begin() {
        latest = new ArrayList<>();
    }

    void add(Statement statement, List<Use> uses, List<PatientGroup> groups, Optional<String> priorTherapy) {
        abbreviations.read(statement.text().text());
        for (Use use : uses) {
            if (product.isNamed(use.condition())) {
                continue;
            }
            Optional<String> ingredient = ingredient(statement, use);
            String condition = abbreviations.writtenOut(use.condition());
            String base = Likeness.key(condition) + "\n" + use.intent() + "\n";
            String key = base + ingredient.orElse("");
            boolean known = ingredient.isEmpty()
                    ? entries.keySet().stream().anyMatch(k -> k.startsWith(base))
                    : entries.containsKey(base) || entries.containsKey(key);
            boolean shortForm = use.condition().indexOf(' ') < 0
                    && !condition.equals(use.condition())
                    && entries.values().stream()
                            .anyMatch(e -> e.indication().condition().endsWith(condition));
            if (!known && !shortForm) {
                Indication indication = new Indication(
                        condition,
                        use.intent(),
                        use.status(),
                        groups,
                        priorTherapy,
                        ingredient,
                        statement.evidence(source, use.start(), use.end()));
                entries.put(key, new Entry(indication, use.meaning()));
                latest.add(key);
            }
        }
    }

    private Optional<String> ingredient(Statement statement, Use use) {
        return product.ingredientNamed(statement)
                .or(() -> product.ingredientIn(statement.text().text().substring(0, use.start())));
    }

    /** Takes over what a sentence says of the uses of the one before it. */
    void restate(UnaryOperator<Indication> change) {
        latest.forEach(
                k -> entries.computeIfPresent(k, (key, e) -> new Entry(change.apply(e.indication()), e.meaning())));
    }

    /** Takes over what a sentence says of all uses so far. */
    void restateAll(UnaryOperator<Indication> change) {
        entries.replaceAll((key, e) -> new Entry(change.apply(e.indication()), e.meaning()));
    }

    List<Indication> indications() {
        List<Indication> result = new ArrayList<>();
        for (Entry entry : entries.values()) {
            boolean purpose =
                    entry.meaning() == Meaning.MEASURE && entry.indication().intent() != Intent.SUPPLEMENT;
            boolean contraception = entry.indication().condition().equals("pregnancy")
                    && entries.values().stream()
                            .anyMatch(e -> e.indication().condition().contains("contracepti"));
            if (contraception) {
                continue;
            }
            if (!purpose || entries.values().stream().noneMatch(e -> covers(e, entry))) {
                result.add(entry.indication());
            }
        }
        return result;
    }

    private static boolean covers(Entry condition, Entry purpose) {
        Optional<String> of = purpose.indication().ingredient();
        return condition.meaning() != Meaning.MEASURE
                && (of.isEmpty() || condition.indication().ingredient().equals(of));
    }
}
