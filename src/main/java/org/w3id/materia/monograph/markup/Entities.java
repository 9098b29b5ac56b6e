package org.w3id.materia.monograph.markup;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** HTML's character references (by name as {@literal &}nbsp; or by number as {@literal &}#8805;) as their characters: commonmark's parser knows all 2,125. */
final class Entities {
    /** A reference and what it stands for. */
    record Entity(String text, int length) {}

    private static final Pattern REFERENCE =
            Pattern.compile("&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});");

    private static final Parser PARSER = Parser.builder().build();

    private final Map<String, String> known = new HashMap<>();

    /** The reference that begins at an offset of a text; empty where none does. */
    Optional<Entity> at(String text, int offset) {
        if (text.charAt(offset) != '&') {
            return Optional.empty();
        }
        Matcher m = REFERENCE.matcher(text).region(offset, text.length());
        if (!m.lookingAt()) {
            return Optional.empty();
        }
        String characters = known.computeIfAbsent(m.group(), Entities::decoded);
        return characters.equals(m.group())
                ? Optional.empty()
                : Optional.of(new Entity(characters, m.group().length()));
    }

    private static String decoded(String reference) {
        // A letter in front keeps a blank that the reference stands for from being taken for an indent.
        Node paragraph = PARSER.parse("x" + reference).getFirstChild();
        StringBuilder text = new StringBuilder();
        for (Node n = paragraph.getFirstChild(); n != null; n = n.getNext()) {
            if (n instanceof Text t) {
                text.append(t.getLiteral());
            }
        }
        return text.substring(1);
    }
}
