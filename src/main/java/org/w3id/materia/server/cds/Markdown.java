package org.w3id.materia.server.cds;

import java.util.regex.Pattern;

/** Text in Markdown that is nothing but text there (GitHub Flavored Markdown, 2.4 and 6.1). */
final class Markdown {
    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_{}\\[\\]()#!~]");

    private Markdown() {}

    static String escaped(String text) {
        String html = text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replaceAll("\\p{Cntrl}+", " ");
        return SPECIAL.matcher(html).replaceAll("\\\\$0").replace("|", "\\|");
    }
}
