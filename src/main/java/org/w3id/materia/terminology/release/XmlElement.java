package org.w3id.materia.terminology.release;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An element of an XML release with all inside it.
 *
 * @param text all characters inside, also those of the elements inside, blanks folded
 * @param line at which it begins
 */
public record XmlElement(
        String name, Map<String, String> attributes, List<XmlElement> children, String text, int line) {
    /** An attribute; empty where there is none. */
    public String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    /** The children of a name. */
    public Stream<XmlElement> all(String child) {
        return children.stream().filter(c -> c.name.equals(child));
    }

    /** The text of the first element at the end of a path of names; empty where there is none. */
    public String text(String... path) {
        return path(path).map(XmlElement::text).findFirst().orElse("");
    }

    /** All elements at the ends of a path of names. */
    public Stream<XmlElement> path(String... path) {
        Stream<XmlElement> at = Stream.of(this);
        for (String step : path) {
            at = at.flatMap(e -> e.all(step));
        }
        return at;
    }
}
