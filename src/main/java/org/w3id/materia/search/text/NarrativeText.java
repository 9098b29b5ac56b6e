package org.w3id.materia.search.text;

import java.util.ArrayList;
import java.util.List;

/** The text of an XHTML narrative, without its tags (FHIR R4, 2.4.0). */
final class NarrativeText {
    /** Longer than the name of any entity that XHTML has. */
    private static final int LONGEST_ENTITY = 10;

    private NarrativeText() {}

    /** Each stretch of text between tags. */
    static List<String> of(String xhtml) {
        List<String> texts = new ArrayList<>();
        int at = 0;
        while (at < xhtml.length()) {
            int tag = xhtml.indexOf('<', at);
            int end = tag < 0 ? xhtml.length() : tag;
            if (end > at) {
                String text = decoded(xhtml.substring(at, end));
                if (!text.isBlank()) {
                    texts.add(text);
                }
            }
            int close = tag < 0 ? -1 : xhtml.indexOf('>', tag);
            at = close < 0 ? xhtml.length() : close + 1;
        }
        return texts;
    }

    /** With characters in place of the entities that are words or parts of them; the others separate words, as they do themselves. */
    private static String decoded(String text) {
        if (text.indexOf('&') < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            int end = text.charAt(i) == '&' ? text.indexOf(';', i) : -1;
            if (end < 0 || end - i > LONGEST_ENTITY) {
                plain.append(text.charAt(i));
            } else {
                plain.append(character(text.substring(i + 1, end)));
                i = end;
            }
        }
        return plain.toString();
    }

    private static String character(String entity) {
        if (!entity.startsWith("#")) {
            return entity.equals("apos") ? "'" : " ";
        }
        boolean hexadecimal = entity.startsWith("#x");
        try {
            int code = Integer.parseInt(entity.substring(hexadecimal ? 2 : 1), hexadecimal ? 16 : 10);
            return Character.isValidCodePoint(code) ? Character.toString(code) : " ";
        } catch (NumberFormatException e) {
            return " ";
        }
    }
}
