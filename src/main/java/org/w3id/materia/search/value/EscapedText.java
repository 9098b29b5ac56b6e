package org.w3id.materia.search.value;

import java.util.ArrayList;
import java.util.List;

/** Values in a search request, where a backslash takes a separator's meaning away (FHIR R4, 3.1.1.4.2). */
public final class EscapedText {
    private EscapedText() {}

    /** Splits at every {@code separator} that is not escaped; escapes stay as they are. Never empty. */
    public static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == separator) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }

    /** Resolves {@code \,} {@code \|} {@code \$} {@code \\}; a backslash before anything else stands for itself. */
    static String unescape(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length() && ",|$\\".indexOf(text.charAt(i + 1)) >= 0) {
                i++;
            }
            plain.append(text.charAt(i));
        }
        return plain.toString();
    }
}
