package org.w3id.materia.monograph.markup;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Elements as the subset of XHTML that a FHIR Narrative allows (R4, 2.4.0.1): no scripts, no events, no forms, links to
 * the web only. What is struck out is shown struck out.
 */
public final class NarrativeRenderer {
    private static final Pattern WEB_LINK = Pattern.compile("(?i)(?:https?|mailto):.+");

    private final StringBuilder xhtml;

    private NarrativeRenderer(StringBuilder xhtml) {
        this.xhtml = xhtml;
    }

    /** Appends an element. */
    public static void render(Element element, StringBuilder xhtml) {
        new NarrativeRenderer(xhtml).render(element);
    }

    private void renderAll(List<Shown> content) {
        for (Shown part : content) {
            if (part instanceof TextRun run) {
                escape(run.text());
            } else {
                render((Element) part);
            }
        }
    }

    private void render(Element element) {
        switch (element.tag()) {
            case HIDDEN -> {}
            case SOFT_BREAK -> xhtml.append('\n');
            case LINE_BREAK -> xhtml.append("<br />\n");
            case RULE -> xhtml.append("<hr />\n");
            case STRUCK -> wrapped("<span style=\"text-decoration: line-through\">", element, "</span>");
            case LINK -> link(element);
            case SUMMARY -> wrapped("<p><strong>", element, "</strong></p>\n");
            case TERM -> wrapped("<p><strong>", element, "</strong></p>\n");
            case CODE_BLOCK -> wrapped("<pre><code>", element, "</code></pre>\n");
            case TABLE -> {
                if (!element.content().isEmpty()) {
                    block(element);
                }
            }
            case BULLETS, NUMBERS -> {
                if (!element.content().isEmpty()) {
                    block(element);
                }
            }
            case DIVISION, QUOTE, DETAILS, ROW -> block(element);
            default -> inLine(element);
        }
    }

    /** An element whose content stands on lines of its own. */
    private void block(Element element) {
        String name = element.tag().xhtml();
        wrapped("<" + name + ">\n", element, "</" + name + ">\n");
    }

    private void inLine(Element element) {
        String name = element.tag().xhtml();
        String end = element.isBlock() ? "\n" : "";
        if (name.isEmpty()) {
            renderAll(element.content());
            xhtml.append(end);
        } else {
            wrapped("<" + name + spans(element) + ">", element, "</" + name + ">" + end);
        }
    }

    private static String spans(Element element) {
        String columns = element.columns() > 1 ? " colspan=\"" + element.columns() + "\"" : "";
        return element.tag().isCell() && element.rows() > 1 ? columns + " rowspan=\"" + element.rows() + "\"" : columns;
    }

    private void link(Element element) {
        if (WEB_LINK.matcher(element.target()).matches()) {
            xhtml.append("<a href=\"");
            escape(element.target());
            wrapped("\">", element, "</a>");
        } else {
            renderAll(element.content());
        }
    }

    private void wrapped(String before, Element element, String behind) {
        xhtml.append(before);
        renderAll(element.content());
        xhtml.append(behind);
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> xhtml.append("&lt;");
                case '>' -> xhtml.append("&gt;");
                case '&' -> xhtml.append("&amp;");
                case '"' -> xhtml.append("&quot;");
                default -> xhtml.append(c);
            }
        }
    }
}
