package org.w3id.materia.coding;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3id.materia.model.ConceptKey;

/**
 * The concepts of the shipped tables by what they may code. Of a code system that is loaded, the release takes the table's place; our further
 * names stay with those of its concepts that the release has.
 */
public final class ShippedConcepts {
    /** The semantic tags of SNOMED CT that say what a patient has. */
    private static final Set<String> CONDITIONS = Set.of("disorder", "finding");

    private static final Set<String> NOT_CONDITIONS = WordList.load("not-conditions.txt");
    private static final String SUBSTANCE = "substance";

    private final Set<String> systems = new HashSet<>();
    private final Set<ConceptKey> loaded = new HashSet<>();

    /** @param loaded the concepts that are loaded, of whatever kind */
    public ShippedConcepts(Iterable<NamedConcept> loaded) {
        for (NamedConcept concept : loaded) {
            systems.add(concept.key().system());
            this.loaded.add(concept.key());
        }
    }

    /** Those that name what a patient has. */
    public List<NamedConcept> conditions() {
        List<NamedConcept> conditions = new ArrayList<>(named(ShippedTable.DISEASES));
        if (isLoaded(ShippedTable.SNOMED_CT)) {
            conditions.addAll(ownNames(ShippedTable.SNOMED_CT));
        } else {
            ShippedTable.SNOMED_CT.rows().stream()
                    .filter(row -> CONDITIONS.contains(row.mark()) && !NOT_CONDITIONS.contains(NameForm.of(row.name())))
                    .forEach(row -> conditions.add(named(ShippedTable.SNOMED_CT, row, List.of())));
        }
        return conditions;
    }

    /** Those that name a drug or another substance. */
    public List<NamedConcept> drugs() {
        List<NamedConcept> drugs = new ArrayList<>();
        if (isLoaded(ShippedTable.RXNORM)) {
            drugs.addAll(ownNames(ShippedTable.RXNORM));
        } else {
            ingredients().values().forEach(rows -> drugs.add(ingredient(rows)));
        }
        drugs.addAll(named(ShippedTable.UNII));
        if (!isLoaded(ShippedTable.SNOMED_CT)) {
            ShippedTable.SNOMED_CT.rows().stream()
                    .filter(row -> row.mark().equals(SUBSTANCE))
                    .forEach(row -> drugs.add(named(ShippedTable.SNOMED_CT, row, List.of())));
        }
        return drugs;
    }

    private boolean isLoaded(ShippedTable table) {
        return systems.contains(table.system());
    }

    private List<NamedConcept> named(ShippedTable table) {
        return isLoaded(table)
                ? ownNames(table)
                : table.rows().stream().map(row -> named(table, row, List.of())).toList();
    }

    private List<NamedConcept> ownNames(ShippedTable table) {
        return table.ownRows().stream()
                .map(row -> named(table, row, List.of()))
                .filter(own -> loaded.contains(own.key()))
                .toList();
    }

    private static Map<String, List<ShippedName>> ingredients() {
        Map<String, List<ShippedName>> byCode = new LinkedHashMap<>();
        ShippedTable.RXNORM.rows().forEach(row -> byCode.computeIfAbsent(row.code(), code -> new ArrayList<>(1))
                .add(row));
        return byCode;
    }

    /** An ingredient's one UNII is the same substance; several are forms of it. */
    private static NamedConcept ingredient(List<ShippedName> rows) {
        List<ConceptKey> uniis = rows.stream()
                .map(row -> new ConceptKey(ShippedTable.UNII.system(), row.mark()))
                .distinct()
                .toList();
        return named(ShippedTable.RXNORM, rows.get(0), uniis.size() == 1 ? uniis : List.of());
    }

    private static NamedConcept named(ShippedTable table, ShippedName row, List<ConceptKey> same) {
        return new NamedConcept(new ConceptKey(table.system(), row.code()), row.name(), row.synonyms(), same);
    }
}
