package org.w3id.materia.store.index;

import java.util.ArrayList;
import java.util.List;

/** URIs as paths of segments, for {@code :above} and {@code :below} (FHIR R4, 3.1.1.4.14). */
public final class UriPath {
    private UriPath() {}

    /** With the slash that what is below it continues. */
    public static String asFolder(String uri) {
        return uri.endsWith("/") ? uri : uri + "/";
    }

    /** The URI, and whatever it continues: cut before and behind each slash. */
    public static List<String> upwards(String uri) {
        List<String> all = new ArrayList<>();
        all.add(uri);
        for (int slash = uri.lastIndexOf('/'); slash > 0; slash = uri.lastIndexOf('/', slash - 1)) {
            all.add(uri.substring(0, slash));
            all.add(uri.substring(0, slash + 1));
        }
        return all;
    }
}
