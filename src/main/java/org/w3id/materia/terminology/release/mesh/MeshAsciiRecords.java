package org.w3id.materia.terminology.release.mesh;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3id.materia.terminology.release.BrokenLineException;

/** The records of MeSH's ASCII format, as their lines come: {@code MH = Aspirin}. */
final class MeshAsciiRecords {
    static final String NEW = "*NEWRECORD";
    private static final Pattern LINE = Pattern.compile("([A-Z][A-Z ]*?) = (.*)");

    private final MeshDescriptors descriptors;
    private List<Element> open;

    private record Element(String name, String value) {}

    MeshAsciiRecords(MeshDescriptors descriptors) {
        this.descriptors = descriptors;
    }

    void line(String line) throws BrokenLineException {
        if (line.strip().equals(NEW)) {
            List<Element> ended = open;
            open = new ArrayList<>();
            take(ended);
            return;
        }
        Matcher element = LINE.matcher(line);
        if (!element.matches()) {
            throw new BrokenLineException("A line is an element, ' = ' and a value.");
        }
        if (open == null) {
            throw new BrokenLineException("The line stands before the first " + NEW + ".");
        }
        open.add(new Element(element.group(1), element.group(2).strip()));
    }

    void end() throws BrokenLineException {
        take(open);
    }

    private void take(List<Element> record) throws BrokenLineException {
        if (record == null) {
            return;
        }
        String id = first(record, "UI");
        String heading = first(record, "MH");
        if (!MeshDescriptor.ID.matcher(id).matches() || heading.isEmpty()) {
            throw new BrokenLineException("The record that ends here has no UI (D and digits) or no MH.");
        }
        List<String> entries = new ArrayList<>();
        List<String> narrower = new ArrayList<>();
        for (String entry : all(record, "ENTRY", "PRINT ENTRY")) {
            (isEqual(entry) ? entries : narrower).add(entry.split("\\|", 2)[0]);
        }
        List<String> numbers = new ArrayList<>();
        all(record, "RN", "RR").forEach(r -> MeshDescriptor.registryNumber(r, numbers));
        String note = first(record, "MS");
        MeshDescriptor.Names names = new MeshDescriptor.Names(heading, note, entries, narrower);
        descriptors.add(new MeshDescriptor(id, names, all(record, "MN"), numbers));
    }

    /**
     * An entry is a term and then attributes, {@code Acetylsalicylic Acid|T109|T121|NON|EQV|UNK (19XX)|…}: EQV says that it means the same
     * as the heading, NRW something narrower, BRD broader, REL related. An entry without attributes does not say.
     */
    private static boolean isEqual(String entry) {
        return entry.contains("|EQV|");
    }

    private static String first(List<Element> record, String name) {
        return all(record, name).stream().findFirst().orElse("");
    }

    private static List<String> all(List<Element> record, String... names) {
        List<String> wanted = List.of(names);
        return record.stream()
                .filter(e -> wanted.contains(e.name()))
                .map(Element::value)
                .toList();
    }
}
