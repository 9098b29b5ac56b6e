package org.w3id.materia.terminology.release.icd;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3id.materia.terminology.release.BrokenLineException;
import org.w3id.materia.terminology.release.ConceptBuilder;
import org.w3id.materia.terminology.release.ReleaseFile;
import org.w3id.materia.terminology.release.ReleaseLines;
import org.w3id.materia.terminology.release.ReleaseSink;
import org.w3id.materia.terminology.release.SingleFileReader;

/**
 * ICD-10-CM's order file ({@code icd10cm_order_2024.txt}; CMS): columns of fixed width, of which 1 to 5 are the order number, 7 to 13 the code
 * without dot, 15 whether it is a header (0) or valid for claims (1), 17 to 76 the short description and 78 on the long one. A
 * header is a concept that data may use, so it is not abstract; the property billable tells it apart.
 */
public final class Icd10CmOrderReader extends SingleFileReader {
    private static final Pattern ROW =
            Pattern.compile("\\d{5} (?=[0-9A-Z ]{7} [01] )([A-Z]\\d[0-9A-Z]{1,5}) +([01]) (.{60}) (.+)");
    private static final Pattern NAME = Pattern.compile("(?i).*order.*\\.txt");
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(20\\d{2})(?!\\d)");

    @Override
    public String format() {
        return "ICD-10-CM order file (text of fixed width; also in its zip)";
    }

    @Override
    protected boolean isOfFormat(ReleaseFile file, boolean alone) throws IOException {
        return (alone || NAME.matcher(file.name()).matches())
                && ROW.matcher(file.firstLine()).matches();
    }

    @Override
    protected void read(ReleaseFile file, ReleaseSink sink) throws IOException {
        Matcher year = YEAR.matcher(file.name());
        sink.system(Icd10Cm.header(year.find() ? year.group(1) : null).build());
        CodesByPrefix codes = new CodesByPrefix();
        ReleaseLines.read(file, 0, sink, line -> row(line, codes, sink));
    }

    private static void row(String line, CodesByPrefix codes, ReleaseSink sink)
            throws BrokenLineException, IOException {
        Matcher row = ROW.matcher(line);
        if (!row.matches()) {
            throw new BrokenLineException(
                    "A row has an order number (columns 1 to 5), a code (7), 0 or 1 (15) and two descriptions (17, 78).");
        }
        String code = row.group(1);
        if (!codes.add(code)) {
            throw new BrokenLineException(Icd10Cm.dotted(code) + " stands in an earlier row.");
        }
        String display = row.group(4).strip();
        ConceptBuilder concept = new ConceptBuilder(Icd10Cm.dotted(code))
                .display(display)
                .bool("billable", row.group(2).equals("1"))
                .kinds(Icd10Cm.kinds(code));
        String brief = row.group(3).strip();
        if (!brief.equals(display)) {
            concept.string("shortDescription", brief);
        }
        codes.parent(code).map(Icd10Cm::dotted).ifPresent(concept::parent);
        sink.concept(concept.build());
    }
}
