package org.w3id.materia.extract.fact;

import org.w3id.materia.extract.outline.Evidence;
import org.w3id.materia.model.Finding;
import org.w3id.materia.model.Finding.Severity;
import org.w3id.materia.monograph.SourceDocument;

/**
 * Words that stand where a text announces a fact, and name none that was understood.
 *
 * @param announced what the text announces
 * @param evidence the statement
 */
public record Unread(Announced announced, Evidence evidence, String words) {
    /** What a text announces. */
    public enum Announced {
        /** Whom or what it forbids. */
        PROHIBITION("risk-kept-as-text", "forbids the medicine"),
        /** When it asks for care. */
        CARE("caution-kept-as-text", "asks for care"),
        /** What interacts. */
        AGENT("interaction-kept-as-text", "says what interacts"),
        /** What the medicine can do to a patient. */
        EFFECT("effect-kept-as-text", "lists undesirable effects");

        private final String code;
        private final String does;

        Announced(String code, String does) {
            this.code = code;
            this.does = does;
        }
    }

    /** What a person should know of it. */
    public Finding finding(SourceDocument source) {
        return new Finding(
                Severity.INFORMATION,
                source.path(),
                source.lineOf(evidence.span().start()),
                announced.code,
                "This sentence " + announced.does + "; \"" + words
                        + "\" was not understood and is served as text alone.");
    }
}
