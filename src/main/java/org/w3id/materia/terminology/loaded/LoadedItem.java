package org.w3id.materia.terminology.loaded;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.w3id.materia.terminology.codesystem.ResourceIdentity;

/**
 * Something that was loaded. In the catalogue all its parts are one object.
 *
 * @param description what it says of itself
 * @param location where it is kept
 * @param codes what there is of it in a folder of concepts
 */
public record LoadedItem(
        @JsonUnwrapped ResourceIdentity identity,
        @JsonUnwrapped Description description,
        @JsonUnwrapped Location location,
        @JsonUnwrapped Codes codes) {

    /**
     * What a loaded resource says of itself.
     *
     * @param title what people call it; null where it has none
     * @param content of a code system: complete, fragment, supplement …; null for anything else
     * @param supplements canonical of the code system that this is a supplement of; null for any other
     * @param related code systems that a concept map leads from or to, or that the concepts of a code system refer to; in order
     */
    public record Description(String title, String content, String supplements, List<String> related) {
        public Description {
            related = List.copyOf(related);
        }
    }

    /**
     * Where it is kept: a folder of its concepts, or a stretch of a file that has it among others.
     *
     * @param name of the folder or file; null until that has its name
     * @param offset where it begins in the file; -1 for a folder
     * @param length of it in the file, in bytes
     * @param digest changes with its content
     */
    public record Location(@JsonProperty("place") String name, long offset, int length, String digest) {
        /** The same in a file of that name. */
        Location in(String file) {
            return new Location(file, offset, length, digest);
        }

        static Location folder(String name, String digest) {
            return new Location(name, -1, 0, digest);
        }
    }

    /**
     * The concepts of a folder.
     *
     * @param codesPhrases whether monographs may be coded with them
     */
    public record Codes(@JsonProperty("concepts") int count, boolean codesPhrases) {
        /** Of what is kept whole. */
        static final Codes NONE = new Codes(0, false);
    }

    /** Whether its concepts are kept one by one. */
    @JsonIgnore
    public boolean isConceptByConcept() {
        return location.offset() < 0;
    }

    /** Whether the other would stand in its place. */
    boolean isSameAs(LoadedItem other) {
        return identity.type().equals(other.identity.type())
                && identity.canonical().equals(other.identity.canonical());
    }

    /** Whether the other is the same with the same content. */
    boolean isAs(LoadedItem other) {
        return isSameAs(other) && location.digest().equals(other.location.digest());
    }

    /** The same in a file of that name. */
    LoadedItem in(String file) {
        return new LoadedItem(identity, description, location.in(file), codes);
    }
}
