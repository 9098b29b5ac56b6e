package org.w3id.materia.terminology.release.rxnorm;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.w3id.materia.terminology.release.BrokenLineException;
import org.w3id.materia.terminology.release.DelimitedRow;
import org.w3id.materia.terminology.release.RowsByNumber;

/** The rows of RxNorm's files that are of use, by RXCUI; columns as in the RxNorm Technical Documentation, section 12. */
final class RxNormRows {
    /** RXCUI|LAT|TS|LUI|STT|SUI|ISPREF|RXAUI|SAUI|SCUI|SDUI|SAB|TTY|CODE|STR|SRL|SUPPRESS|CVF. */
    static final int NAME_FIELDS = 18;

    /** RXCUI1|RXAUI1|STYPE1|REL|RXCUI2|RXAUI2|STYPE2|RELA|RUI|SRUI|SAB|SL|DIR|RG|SUPPRESS|CVF. */
    private static final int RELATION_FIELDS = 16;

    /** RXCUI|LUI|SUI|RXAUI|STYPE|CODE|ATUI|SATUI|ATN|SAB|ATV|SUPPRESS|CVF. */
    private static final int ATTRIBUTE_FIELDS = 13;

    static final String OWN = "RXNORM";
    private static final Pattern RELATION = Pattern.compile("[a-z_]+");
    private static final Set<String> KEPT_ATTRIBUTES = Set.of("NDC", "RXTERM_FORM", "UNII_CODE");

    /** TTY|SUPPRESS|STR of RxNorm's own names. */
    private final RowsByNumber names = new RowsByNumber();
    /** SAB|TTY|CODE|SUPPRESS|STR of other sources' names. */
    private final RowsByNumber sources = new RowsByNumber();
    /** RELA|RXCUI, read from the concept. */
    private final RowsByNumber relations = new RowsByNumber();
    /** Name|value. */
    private final RowsByNumber attributes = new RowsByNumber();

    private final RowsByNumber semanticTypes = new RowsByNumber();
    private final Set<String> relationNames = new TreeSet<>();
    private final Set<String> attributeNames = new TreeSet<>();

    void name(String line) throws BrokenLineException, IOException {
        DelimitedRow row = DelimitedRow.of(line, '|', NAME_FIELDS);
        long concept = row.number(0, "RXCUI");
        String source = row.require(11, "SAB");
        String type = row.require(12, "TTY");
        if (source.equals(OWN)) {
            names.add(concept, type + "|" + row.get(16) + "|" + row.require(14, "STR"));
        } else {
            sources.add(concept, String.join("|", source, type, row.get(13), row.get(16), row.get(14)));
        }
    }

    /** A row says that the second concept has the relation to the first. */
    void relation(String line) throws BrokenLineException, IOException {
        DelimitedRow row = DelimitedRow.of(line, '|', RELATION_FIELDS);
        String name = row.get(7);
        if (!row.get(10).equals(OWN)
                || name.isEmpty()
                || !row.get(2).equals("CUI")
                || !row.get(6).equals("CUI")) {
            return;
        }
        if (!RELATION.matcher(name).matches()) {
            throw new BrokenLineException("'" + name + "' is no RELA (small letters and _).");
        }
        long first = row.number(0, "RXCUI1");
        relations.add(row.number(4, "RXCUI2"), name + "|" + first);
        if (!name.equals("isa") && !name.equals("inverse_isa")) {
            relationNames.add(name);
        }
    }

    void attribute(String line) throws BrokenLineException, IOException {
        DelimitedRow row = DelimitedRow.of(line, '|', ATTRIBUTE_FIELDS);
        String name = row.require(8, "ATN");
        boolean own = row.get(9).equals(OWN) && (name.startsWith("RXN_") || KEPT_ATTRIBUTES.contains(name));
        boolean unii = name.equals("UNII_CODE");
        if (own || unii) {
            attributes.add(row.number(0, "RXCUI"), name + "|" + row.get(10));
            if (!unii) {
                attributeNames.add(name);
            }
        }
    }

    /** RXCUI|TUI|STN|STY|ATUI|CVF. */
    void semanticType(String line) throws BrokenLineException, IOException {
        DelimitedRow row = DelimitedRow.of(line, '|', 2);
        semanticTypes.add(row.number(0, "RXCUI"), row.require(1, "TUI"));
    }

    /** The RXCUIs with a name of RxNorm's own, in order of the release. */
    long[] concepts() {
        return names.numbers();
    }

    Set<String> relationNames() {
        return relationNames;
    }

    Set<String> attributeNames() {
        return attributeNames;
    }

    List<String[]> names(long concept) {
        return split(names.of(concept), 3);
    }

    List<String[]> sources(long concept) {
        return split(sources.of(concept), 5);
    }

    List<String[]> relations(long concept) {
        return split(relations.of(concept), 2);
    }

    List<String[]> attributes(long concept) {
        return split(attributes.of(concept), 2);
    }

    List<String> semanticTypes(long concept) {
        return semanticTypes.of(concept);
    }

    private static List<String[]> split(List<String> rows, int fields) {
        return rows.stream().map(r -> r.split("\\|", fields)).toList();
    }
}
