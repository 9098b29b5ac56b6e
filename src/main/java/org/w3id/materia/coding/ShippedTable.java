package org.w3id.materia.coding;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The names of public code systems that are free to ship ({@code org/w3id/materia/names}; {@code NOTICE} says whose they are). Beside most
 * tables of a publisher stands one of our own with further names by which monographs call its concepts. Read anew each time: who needs
 * a table keeps what it makes of it.
 */
public enum ShippedTable {
    /** RxNorm's ingredients, with their UNIIs; one with several UNIIs has a row for each. */
    RXNORM("http://www.nlm.nih.gov/research/umls/rxnorm", "rxnorm-ingredients.tsv", "rxnorm-synonyms.tsv"),
    /**
     * Substances by their Unique Ingredient Identifier (UNII), as DrugBank's open vocabulary names them and RxNorm does not, each with DrugBank's
     * own identifier: what is newer than RxNorm's table or marketed elsewhere.
     */
    UNII("http://fdasis.nlm.nih.gov", "unii-substances.tsv", ""),
    /** The Global Patient Set of SNOMED CT, with semantic tags. */
    SNOMED_CT("http://snomed.info/sct", "snomed-gps.tsv", "snomed-synonyms.tsv") {
        @Override
        ShippedName row(String[] fields) {
            return new ShippedName(fields[0], fields[1], List.of(), fields[2]);
        }
    },
    /** The Human Disease Ontology. */
    DISEASES("http://purl.obolibrary.org/obo/doid.owl", "disease-ontology.tsv", "disease-synonyms.tsv") {
        @Override
        ShippedName row(String[] fields) {
            return new ShippedName(fields[0], fields[1], names(fields[2]), "");
        }
    };

    private static final String FOLDER = "/org/w3id/materia/names/";

    private final String system;
    private final String table;
    private final String ownTable;

    /** @param ownTable empty where we have no further names */
    ShippedTable(String system, String table, String ownTable) {
        this.system = system;
        this.table = table;
        this.ownTable = ownTable;
    }

    /** URL of the code system. */
    public String system() {
        return system;
    }

    /** All rows in the order of the table, each with our further names behind the publisher's. */
    public List<ShippedName> rows() {
        Map<String, List<String>> further = new HashMap<>();
        ownRows().forEach(own -> further.put(own.code(), own.synonyms()));
        return lines(table).map(this::row).map(row -> joined(row, further)).toList();
    }

    /** Those that have further names of ours, with these alone. */
    List<ShippedName> ownRows() {
        return ownTable.isEmpty()
                ? List.of()
                : lines(ownTable)
                        .map(f -> new ShippedName(f[0], f[1], names(f[2]), ""))
                        .toList();
    }

    /** Code, mark, name and synonyms, unless the table has other columns. */
    ShippedName row(String[] fields) {
        return new ShippedName(fields[0], fields[2], names(fields[3]), fields[1]);
    }

    private static ShippedName joined(ShippedName row, Map<String, List<String>> further) {
        List<String> own = further.get(row.code());
        if (own == null) {
            return row;
        }
        List<String> all = new ArrayList<>(row.synonyms());
        all.addAll(own);
        return new ShippedName(row.code(), row.name(), all, row.mark());
    }

    static List<String> names(String field) {
        return field.isEmpty() ? List.of() : List.of(field.split("\\|"));
    }

    private static Stream<String[]> lines(String file) {
        try (InputStream in = ShippedTable.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("the program has no resource " + FOLDER + file);
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines().filter(line -> !line.startsWith("#")).map(line -> line.split("\t", -1)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
