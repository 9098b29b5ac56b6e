package org.w3id.materia.terminology.release.icd;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.CodeSystem.CodeSystemHierarchyMeaning;
import org.hl7.fhir.r4.model.CodeSystem.PropertyType;
import org.w3id.materia.coding.PhraseKind;
import org.w3id.materia.terminology.release.SystemHeader;

/** What every release of ICD-10-CM shares. Codes are written with their dot, as FHIR has them ("Using ICD-[x] with FHIR"). */
final class Icd10Cm {
    private static final Pattern FORM = Pattern.compile("[A-Z]\\d[0-9A-Z](?:\\.?[0-9A-Z]{1,4})?");

    private Icd10Cm() {}

    static SystemHeader header(String version) {
        return new SystemHeader(
                        "http://hl7.org/fhir/sid/icd-10-cm",
                        "ICD10CM",
                        "International Classification of Diseases, 10th Revision, Clinical Modification")
                .version(version)
                .publisher("National Center for Health Statistics")
                .caseSensitive(false)
                .hierarchy(CodeSystemHierarchyMeaning.CLASSIFIEDWITH)
                .property("billable", PropertyType.BOOLEAN, "whether the code is detailed enough for a claim")
                .property("shortDescription", PropertyType.STRING, "the title in 60 characters");
    }

    static boolean isCode(String code) {
        return FORM.matcher(code).matches();
    }

    /** With the dot behind the third character. */
    static String dotted(String code) {
        String upper = code.toUpperCase(Locale.ROOT);
        return upper.length() > 3 && upper.charAt(3) != '.' ? upper.substring(0, 3) + "." + upper.substring(3) : upper;
    }

    /** Diseases and symptoms; external causes (V to Y) and reasons for contact (Z) are none, nor are the provisional codes U. */
    static Set<PhraseKind> kinds(String code) {
        return code.charAt(0) <= 'T' ? Set.of(PhraseKind.CONDITION, PhraseKind.EFFECT) : Set.of();
    }
}
