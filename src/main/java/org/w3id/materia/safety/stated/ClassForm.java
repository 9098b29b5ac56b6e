package org.w3id.materia.safety.stated;

import java.util.regex.Pattern;
import org.w3id.materia.language.NormalForm;

/** The form in which names of classes of drugs are compared. */
public final class ClassForm {
    /** Words before a class that leave it what it is. */
    private static final Pattern OTHER =
            Pattern.compile("^(?:(?:another|other|any|certain|all|some|most|the|with|of) )+");

    /** "Strong inhibitor of CYP3A4", for "strong CYP3A4 inhibitor". */
    private static final Pattern OF =
            Pattern.compile("^((?:strong|potent|moderate|weak) )?(inhibitor|inducer|antagonist|blocker) of (.+)$");

    private ClassForm() {}

    /** The normal form without words such as "other" before it, and with the kind behind what it acts on. */
    public static String of(String name) {
        return OF.matcher(OTHER.matcher(NormalForm.of(name)).replaceFirst("")).replaceFirst("$1$3 $2");
    }
}
