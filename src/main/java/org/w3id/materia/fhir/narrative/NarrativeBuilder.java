package org.w3id.materia.fhir.narrative;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Narrative;
import org.hl7.fhir.utilities.xhtml.NodeType;
import org.hl7.fhir.utilities.xhtml.XhtmlNode;

/** Builds the narrative of a resource: what a pharmacist would want to read of it (FHIR R4, 2.4 Narrative). */
public final class NarrativeBuilder {
    private final XhtmlNode div = new XhtmlNode(NodeType.Element, "div");

    public NarrativeBuilder() {
        div.setAttribute("xmlns", XhtmlNode.XMLNS);
    }

    /** What the narrative is about, as its first heading. */
    public NarrativeBuilder title(String title) {
        div.addTag("h2").addText(clean(title));
        return this;
    }

    /** A heading below the title. */
    public NarrativeBuilder heading(String heading) {
        div.addTag("h3").addText(clean(heading));
        return this;
    }

    /** Text as it is: it is escaped, and has no markup of its own. */
    public NarrativeBuilder paragraph(String text) {
        div.addTag("p").addText(clean(text));
        return this;
    }

    /** A paragraph with a bold label. */
    public NarrativeBuilder line(String label, String text) {
        XhtmlNode p = div.addTag("p");
        p.addTag("b").addText(label + ":");
        p.addText(" " + clean(text));
        return this;
    }

    /** A line where there is a text for it, and nothing elsewhere. */
    public NarrativeBuilder line(String label, Optional<String> text) {
        text.ifPresent(t -> line(label, t));
        return this;
    }

    /** A paragraph with a bold label and the texts behind each other; nothing where there is no text. */
    public NarrativeBuilder line(String label, List<String> texts) {
        return texts.isEmpty() ? this : line(label, String.join(", ", texts));
    }

    /** A line for each item; without any, nothing. */
    public NarrativeBuilder list(List<String> items) {
        if (!items.isEmpty()) {
            XhtmlNode ul = div.addTag("ul");
            items.forEach(item -> ul.addTag("li").addText(clean(item)));
        }
        return this;
    }

    /** The words of the monograph. */
    public NarrativeBuilder quote(String quote) {
        div.addTag("blockquote").addTag("p").addText(clean(quote));
        return this;
    }

    /** The narrative of a resource whose structured elements say all that it says (status {@code generated}). */
    public Narrative generated() {
        return narrative(Narrative.NarrativeStatus.GENERATED);
    }

    /** A narrative that says more than the resource's elements do. */
    public Narrative additional() {
        return narrative(Narrative.NarrativeStatus.ADDITIONAL);
    }

    private Narrative narrative(Narrative.NarrativeStatus status) {
        Narrative narrative = new Narrative();
        narrative.setStatus(status);
        narrative.setDiv(div);
        return narrative;
    }

    /** Text with spaces for what XML 1.0, 2.2 does not allow: control characters but tab and line ends, and two non-characters. */
    static String clean(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (illegal(text.charAt(i))) {
                StringBuilder cleaned = new StringBuilder(text);
                for (int j = i; j < cleaned.length(); j++) {
                    if (illegal(cleaned.charAt(j))) {
                        cleaned.setCharAt(j, ' ');
                    }
                }
                return cleaned.toString();
            }
        }
        return text;
    }

    private static boolean illegal(char c) {
        return c < ' ' && c != '\t' && c != '\n' && c != '\r' || c == '\uFFFE' || c == '\uFFFF';
    }
}
