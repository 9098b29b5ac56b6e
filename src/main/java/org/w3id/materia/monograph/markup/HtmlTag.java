package org.w3id.materia.monograph.markup;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A tag of HTML as it is written, {@code <td colspan="2">}, {@code </li>}, {@code <br/>}; or a comment or declaration,
 * which has no name.
 *
 * @param name the element's name as written; empty for what is no element
 * @param closes whether it is an end tag
 * @param attributes what stands behind the name
 * @param length characters of source, brackets included
 */
record HtmlTag(String name, boolean closes, String attributes, int length) {
    /** Longer tags are text. */
    private static final int LONGEST = 2000;

    /** HTML, 4.9.11: at most 1000 columns; tables of medicines have far fewer rows and columns. */
    private static final int MOST_CELLS = 100;

    private static final Pattern TAG = Pattern.compile(
            "<(/?)([A-Za-z][A-Za-z0-9-]*)((?:\\s[^<>\"']*+|/)?+(?:(?:\"[^\"]*+\"|'[^']*+')[^<>\"']*+)*+)>");

    private static final Pattern NO_ELEMENT =
            Pattern.compile("<\\?.*?\\?>|<!\\[CDATA\\[.*?\\]\\]>|<![A-Za-z][^>]*+>", Pattern.DOTALL);

    private static final Pattern COLUMNS = Pattern.compile("(?i)\\bcolspan\\s*=\\s*[\"']?(\\d{1,4})\\b");
    private static final Pattern ROWS = Pattern.compile("(?i)\\browspan\\s*=\\s*[\"']?(\\d{1,4})\\b");

    /** The tag that begins at an offset of a text; empty where none does. */
    static Optional<HtmlTag> at(String text, int offset) {
        if (text.charAt(offset) != '<') {
            return Optional.empty();
        }
        if (text.startsWith(Comments.OPEN, offset)) {
            return Optional.of(new HtmlTag("", false, "", Comments.end(text, offset) - offset));
        }
        int reach = Math.min(text.length(), offset + LONGEST);
        Matcher tag = TAG.matcher(text).region(offset, reach);
        if (tag.lookingAt()) {
            return Optional.of(new HtmlTag(tag.group(2), !tag.group(1).isEmpty(), tag.group(3), tag.end() - offset));
        }
        Matcher none = NO_ELEMENT.matcher(text).region(offset, reach);
        return none.lookingAt() ? Optional.of(new HtmlTag("", false, "", none.end() - offset)) : Optional.empty();
    }

    /** What the tag is to a reader; empty for what is no element, and for names that HTML does not have. */
    Optional<Tag> tag() {
        return Tag.named(name);
    }

    int columns() {
        return cells(COLUMNS);
    }

    int rows() {
        return cells(ROWS);
    }

    private int cells(Pattern attribute) {
        Matcher m = attribute.matcher(attributes);
        return m.find() ? Math.max(1, Math.min(MOST_CELLS, Integer.parseInt(m.group(1)))) : 1;
    }
}
