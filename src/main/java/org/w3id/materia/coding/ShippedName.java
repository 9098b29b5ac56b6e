package org.w3id.materia.coding;

import java.util.List;

/**
 * A row of a {@link ShippedTable}: a concept by its names.
 *
 * @param code in the table's code system
 * @param name the preferred name
 * @param synonyms other names that mean the same, the publisher's first
 * @param mark what else the table says: SNOMED CT's semantic tag, a substance's UNII; empty where nothing
 */
public record ShippedName(String code, String name, List<String> synonyms, String mark) {
    public ShippedName {
        synonyms = List.copyOf(synonyms);
    }
}
