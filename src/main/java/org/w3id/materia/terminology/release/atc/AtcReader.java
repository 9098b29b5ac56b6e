package org.w3id.materia.terminology.release.atc;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.CodeSystem.CodeSystemHierarchyMeaning;
import org.hl7.fhir.r4.model.CodeSystem.PropertyType;
import org.w3id.materia.coding.PhraseKind;
import org.w3id.materia.terminology.release.BrokenLineException;
import org.w3id.materia.terminology.release.ConceptBuilder;
import org.w3id.materia.terminology.release.CsvRecords;
import org.w3id.materia.terminology.release.CsvRecords.CsvRecord;
import org.w3id.materia.terminology.release.ReleaseFile;
import org.w3id.materia.terminology.release.ReleaseFiles;
import org.w3id.materia.terminology.release.ReleaseReader;
import org.w3id.materia.terminology.release.ReleaseSink;
import org.w3id.materia.terminology.release.SystemHeader;

/**
 * ATC/DDD as CSV: a row for each code, and one more for each further defined daily dose of a code, with columns {@code atc_code, atc_name, ddd,
 * uom, adm_r, note} (or WHO's own titles of them).
 */
public final class AtcReader implements ReleaseReader {
    private static final String[] CODE = {"atc_code", "ATC code", "atccode"};
    private static final String[] NAME = {"atc_name", "ATC level name", "atcname", "name"};
    private static final Pattern FORM = Pattern.compile("[A-Z](\\d\\d([A-Z]([A-Z](\\d\\d)?)?)?)?");
    private static final Pattern DATE = Pattern.compile("(?<!\\d)((?:19|20)\\d{2}(?:-\\d{2}-\\d{2})?)(?!\\d)");

    @Override
    public String format() {
        return "ATC/DDD CSV (atc_code, atc_name, ddd, uom, adm_r, note)";
    }

    @Override
    public boolean recognises(Path release) throws IOException {
        try (ReleaseFiles files = ReleaseFiles.of(release)) {
            return files.all().size() == 1 && has(CsvRecords.header(files.all().get(0)), CODE, NAME);
        }
    }

    @Override
    public void read(Path release, ReleaseSink sink) throws IOException {
        Map<String, ConceptBuilder> concepts = new LinkedHashMap<>();
        Map<String, String> names = new LinkedHashMap<>();
        try (ReleaseFiles files = ReleaseFiles.of(release)) {
            ReleaseFile file = files.all().get(0);
            CsvRecords.read(file, sink, row -> row(row, concepts, names));
            sink.system(header(version(file)).build());
        }
        Map<String, Integer> substances = new HashMap<>();
        names.forEach((code, name) -> substances.merge(name.toLowerCase(Locale.ROOT), 1, Integer::sum));
        for (Map.Entry<String, ConceptBuilder> concept : concepts.entrySet()) {
            String code = concept.getKey();
            parent(code).filter(concepts::containsKey).ifPresent(concept.getValue()::parent);
            // A substance with several codes has one for each use; its name does not tell which.
            boolean unique =
                    code.length() == 7 && substances.get(names.get(code).toLowerCase(Locale.ROOT)) == 1;
            sink.concept(concept.getValue()
                    .kinds(unique ? Set.of(PhraseKind.DRUG) : Set.of())
                    .build());
        }
    }

    private static boolean has(List<String> header, String[]... columns) {
        for (String[] names : columns) {
            if (Set.of(names).stream().noneMatch(n -> header.contains(n.toLowerCase(Locale.ROOT)))) {
                return false;
            }
        }
        return true;
    }

    private static SystemHeader header(String version) {
        return new SystemHeader("http://www.whocc.no/atc", "ATC", "Anatomical Therapeutic Chemical classification")
                .version(version)
                .publisher("WHO Collaborating Centre for Drug Statistics Methodology")
                .caseSensitive(false)
                .hierarchy(CodeSystemHierarchyMeaning.CLASSIFIEDWITH)
                .property("level", PropertyType.INTEGER, "1 anatomical main group to 5 chemical substance")
                .property("ddd", PropertyType.STRING, "defined daily dose: amount, unit and route");
    }

    /** The year, or the day, in the name of the file. */
    private static String version(ReleaseFile file) {
        Matcher date = DATE.matcher(file.name());
        return date.find() ? date.group(1) : null;
    }

    private static void row(CsvRecord row, Map<String, ConceptBuilder> concepts, Map<String, String> names)
            throws BrokenLineException {
        String code = row.require(CODE).toUpperCase(Locale.ROOT);
        String name = row.require(NAME);
        if (!FORM.matcher(code).matches()) {
            throw new BrokenLineException("'" + code + "' is no ATC code.");
        }
        ConceptBuilder concept = concepts.computeIfAbsent(code, c -> new ConceptBuilder(c)
                .display(name)
                .property("level", new org.hl7.fhir.r4.model.IntegerType(level(c))));
        if (!names.computeIfAbsent(code, c -> name).equals(name)) {
            throw new BrokenLineException(
                    code + " is '" + names.get(code) + "' in an earlier row and '" + name + "' in this one.");
        }
        String amount = known(row.get("ddd"));
        if (!amount.isEmpty()) {
            String unit = known(row.get("uom", "unit", "u"));
            String route = known(row.get("adm_r", "adm.r", "adm.route", "route"));
            String note = known(row.get("note", "comment", "comments"));
            concept.string("ddd", String.join(" ", amount, unit, route, note.isEmpty() ? "" : "(" + note + ")"));
        }
    }

    /** Tables made with statistics programs have NA for nothing. */
    private static String known(String value) {
        return value.equals("NA") ? "" : value;
    }

    private static int level(String code) {
        return switch (code.length()) {
            case 1 -> 1;
            case 3 -> 2;
            case 4 -> 3;
            case 5 -> 4;
            default -> 5;
        };
    }

    private static java.util.Optional<String> parent(String code) {
        int[] lengths = {0, 0, 0, 1, 3, 4, 0, 5};
        int length = lengths[code.length()];
        return length == 0 ? java.util.Optional.empty() : java.util.Optional.of(code.substring(0, length));
    }
}
