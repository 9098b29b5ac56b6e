package org.w3id.materia.terminology.release.unii;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.PropertyType;
import org.w3id.materia.terminology.release.BrokenLineException;
import org.w3id.materia.terminology.release.CsvRecords;
import org.w3id.materia.terminology.release.CsvRecords.CsvRecord;
import org.w3id.materia.terminology.release.ReleaseFile;
import org.w3id.materia.terminology.release.ReleaseFiles;
import org.w3id.materia.terminology.release.ReleaseReader;
import org.w3id.materia.terminology.release.ReleaseSink;
import org.w3id.materia.terminology.release.RowsByNumber;
import org.w3id.materia.terminology.release.SystemHeader;

/**
 * UNIIs as the FDA releases them: tab-separated {@code UNII_Names} (Name, TYPE, UNII, Display Name) and {@code UNII_Records} (UNII, PT, RN,
 * RXCUI …), together in a zip or folder, or one of them.
 */
public final class UniiReader implements ReleaseReader {
    static final String SYSTEM = "http://fdasis.nlm.nih.gov";
    private static final Pattern FORM = Pattern.compile("[A-Z0-9]{10}");
    private static final Pattern DATE = Pattern.compile("(?<!\\d)(\\d{1,2})([A-Za-z]{3})(\\d{4})");
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final int BASE = 36;

    /** Columns of UNII_Records that are kept. */
    private static final Map<String, String> PROPERTIES = Map.of(
            "RN", "CAS Registry Number",
            "EC", "European Community number",
            "NCIT", "code in the NCI Thesaurus",
            "RXCUI", "concept of RxNorm",
            "PUBCHEM", "compound of PubChem",
            "MF", "molecular formula",
            "INCHIKEY", "International Chemical Identifier, hashed",
            "SMILES", "structure",
            "INGREDIENT_TYPE", "kind of ingredient",
            "SUBSTANCE_TYPE", "kind of substance");

    @Override
    public String format() {
        return "FDA UNII names and records (tab-separated text; a file, folder or zip)";
    }

    @Override
    public boolean recognises(Path release) throws IOException {
        try (ReleaseFiles files = ReleaseFiles.of(release)) {
            for (ReleaseFile file : files.all()) {
                if (isNames(file) || isRecords(file)) {
                    return true;
                }
            }
            return false;
        }
    }

    @Override
    public void read(Path release, ReleaseSink sink) throws IOException {
        RowsByNumber rows = new RowsByNumber();
        String version = null;
        try (ReleaseFiles files = ReleaseFiles.of(release)) {
            for (ReleaseFile file : files.all()) {
                boolean names = isNames(file);
                if (names || isRecords(file)) {
                    CsvRecords.read(file, sink, row -> (names ? nameOf(row) : recordOf(row)).addTo(rows));
                    version = version == null ? version(file) : version;
                }
            }
        }
        sink.system(header(version));
        for (long number : rows.numbers()) {
            sink.concept(UniiSubstance.of(code(number), rows.of(number)));
        }
    }

    private static boolean isNames(ReleaseFile file) throws IOException {
        List<String> header = CsvRecords.header(file);
        return header.containsAll(List.of("name", "type", "unii"));
    }

    private static boolean isRecords(ReleaseFile file) throws IOException {
        List<String> header = CsvRecords.header(file);
        return header.containsAll(List.of("unii", "rn")) && (header.contains("pt") || header.contains("display name"));
    }

    private static CodeSystem header(String version) {
        SystemHeader header = new SystemHeader(SYSTEM, "UNII", "Unique Ingredient Identifiers (UNII)")
                .version(version)
                .publisher("U.S. Food and Drug Administration")
                .caseSensitive(false);
        PROPERTIES.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(p -> header.property(p.getKey(), PropertyType.STRING, p.getValue()));
        return header.property("brandName", PropertyType.STRING, "name of a product of it")
                .build();
    }

    /** The day in the name of the file, {@code UNII_Names_18Aug2023.txt}, as an ISO date. */
    private static String version(ReleaseFile file) {
        Matcher date = DATE.matcher(file.path());
        String version = null;
        while (date.find()) {
            int month = MONTHS.indexOf(date.group(2).toLowerCase(Locale.ROOT));
            if (month >= 0 && month % 3 == 0) {
                int day = Integer.parseInt(date.group(1));
                version = String.format(Locale.ROOT, "%s-%02d-%02d", date.group(3), month / 3 + 1, day);
            }
        }
        return version;
    }

    /** What a row says of an identifier, as lines of a mark, a tab and values. */
    private record Row(long number, List<String> lines) {
        void addTo(RowsByNumber rows) throws BrokenLineException, IOException {
            for (String line : lines) {
                rows.add(number, line);
            }
        }
    }

    private static Row nameOf(CsvRecord row) throws BrokenLineException {
        String display = row.get("Display Name", "PT");
        String name = UniiSubstance.name(row.get("TYPE"), row.require("Name"));
        long number = number(row.require("UNII"));
        return new Row(number, display.isEmpty() ? List.of(name) : List.of(UniiSubstance.display(display), name));
    }

    private static Row recordOf(CsvRecord row) throws BrokenLineException {
        List<String> lines = new java.util.ArrayList<>();
        lines.add(UniiSubstance.display(row.require("PT", "Display Name")));
        for (String column : PROPERTIES.keySet().stream().sorted().toList()) {
            String value = row.get(column);
            if (!value.isEmpty()) {
                lines.add(UniiSubstance.property(column, value));
            }
        }
        return new Row(number(row.require("UNII")), lines);
    }

    /** An identifier of ten letters and digits as the number that they write with the base 36. */
    private static long number(String unii) throws BrokenLineException {
        String code = unii.toUpperCase(Locale.ROOT);
        if (!FORM.matcher(code).matches()) {
            throw new BrokenLineException("'" + unii + "' is no UNII (ten letters and digits).");
        }
        return Long.parseLong(code, BASE);
    }

    private static String code(long number) {
        String code = Long.toString(number, BASE).toUpperCase(Locale.ROOT);
        return "0".repeat(10 - code.length()) + code;
    }
}
