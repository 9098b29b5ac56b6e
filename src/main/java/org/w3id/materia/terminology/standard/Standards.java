package org.w3id.materia.terminology.standard;

import java.util.List;
import org.w3id.materia.terminology.codesystem.CodeSystemProvider;

/** UCUM, BCP 47, BCP 13 and ISO 3166, each with the one version that it has here. */
public final class Standards {
    private Standards() {}

    /** The code systems, read anew. */
    public static List<CodeSystemProvider> all() {
        return List.of(UnitsOfMeasure.load(), new LanguageTags(), new MediaTypes(), new Countries());
    }
}
