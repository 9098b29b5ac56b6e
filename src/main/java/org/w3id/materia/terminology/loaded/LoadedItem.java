package org.w3id.materia.terminology.loaded;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import org.w3id.materia.terminology.codesystem.Canonicals;

/**
 * Something that was loaded.
 *
 * @param type FHIR type
 * @param url canonical, without a version
 * @param version null where it has none
 * @param title what people call it; null where it has none
 * @param content of a code system: complete, fragment, supplement …; null for anything else
 * @param supplements canonical of the code system that this is a supplement of; null for any other
 * @param place name of the folder of its concepts, or of the file that has it among others
 * @param offset where it begins in the file; -1 for a folder
 * @param length of it in the file, in bytes
 * @param digest changes with its content
 * @param concepts number of concepts in the folder
 * @param codesPhrases whether monographs may be coded with it
 * @param related code systems that a concept map leads from or to, or that the concepts of a code system refer to; in order
 */
public record LoadedItem(
        String type,
        String url,
        String version,
        String title,
        String content,
        String supplements,
        String place,
        long offset,
        int length,
        String digest,
        int concepts,
        boolean codesPhrases,
        List<String> related) {
    public LoadedItem {
        related = List.copyOf(related);
    }

    /** Whether its concepts are kept one by one. */
    @JsonIgnore
    public boolean isConceptByConcept() {
        return offset < 0;
    }

    /** URL and version. */
    @JsonIgnore
    public String canonical() {
        return Canonicals.join(url, version);
    }

    /** Whether the other would stand in its place. */
    boolean isSameAs(LoadedItem other) {
        return type.equals(other.type) && canonical().equals(other.canonical());
    }
}
