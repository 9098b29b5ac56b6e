package org.w3id.materia.terminology.release.icd;

import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.CodeSystemHierarchyMeaning;
import org.hl7.fhir.r4.model.CodeSystem.PropertyType;
import org.w3id.materia.coding.PhraseKind;
import org.w3id.materia.terminology.release.BrokenLineException;
import org.w3id.materia.terminology.release.ConceptBuilder;
import org.w3id.materia.terminology.release.ReleaseSink;
import org.w3id.materia.terminology.release.SystemHeader;
import org.w3id.materia.terminology.release.XmlElement;

/** Gives the classes of WHO's ICD-10 as they come; chapters and blocks group categories and are no codes for data. */
final class ClamlClasses {
    /** Diseases and symptoms: chapters I to XIX, without external causes and reasons for contact. */
    private static final Pattern DISEASE = Pattern.compile("[A-T]\\d\\d(\\.\\d{1,2})?");

    private final ReleaseSink sink;
    private String version;
    private boolean begun;

    ClamlClasses(ReleaseSink sink) {
        this.sink = sink;
    }

    /** Takes the title, or a class. */
    void record(XmlElement record) throws BrokenLineException, IOException {
        if (record.name().equals("Title")) {
            version = record.attribute("version");
            return;
        }
        String code = record.attribute("code");
        if (code.isEmpty()) {
            throw new BrokenLineException("A class has no code.");
        }
        if (!begun) {
            sink.system(header());
            begun = true;
        }
        String kind = record.attribute("kind");
        boolean disease = DISEASE.matcher(code).matches();
        ConceptBuilder concept = new ConceptBuilder(code)
                .code("kind", kind)
                .grouping(!kind.equals("category"))
                .kinds(disease ? Set.of(PhraseKind.CONDITION, PhraseKind.EFFECT) : Set.of());
        record.all("Rubric").forEach(r -> rubric(concept, r));
        record.all("SuperClass")
                .map(s -> s.attribute("code"))
                .filter(s -> !s.isEmpty())
                .forEach(concept::parent);
        if (!concept.hasDisplay()) {
            throw new BrokenLineException(code + " has no preferred rubric.");
        }
        sink.concept(concept.build());
    }

    private static void rubric(ConceptBuilder concept, XmlElement rubric) {
        String text = rubric.text("Label");
        switch (rubric.attribute("kind")) {
            case "preferred" -> concept.display(text);
            case "preferredLong" -> concept.string("preferredLong", text);
            case "definition" -> concept.definition(text);
            case "inclusion" -> concept.string("inclusion", text);
            case "exclusion" -> concept.string("exclusion", text);
            default -> concept.string("note", text);
        }
    }

    private CodeSystem header() {
        return new SystemHeader(
                        "http://hl7.org/fhir/sid/icd-10",
                        "ICD10",
                        "International Statistical Classification of Diseases, 10th Revision")
                .version(version)
                .publisher("World Health Organization")
                .caseSensitive(true)
                .hierarchy(CodeSystemHierarchyMeaning.CLASSIFIEDWITH)
                .property("kind", PropertyType.CODE, "chapter, block or category")
                .property("preferredLong", PropertyType.STRING, "title that stands without its parent's")
                .property("inclusion", PropertyType.STRING, "inclusion note")
                .property("exclusion", PropertyType.STRING, "exclusion note")
                .property("note", PropertyType.STRING, "other note")
                .build();
    }
}
