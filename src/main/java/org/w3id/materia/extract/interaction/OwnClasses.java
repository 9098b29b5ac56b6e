package org.w3id.materia.extract.interaction;

import java.util.List;
import java.util.Locale;
import org.w3id.materia.extract.fact.Product;
import org.w3id.materia.language.NameBook;
import org.w3id.materia.language.NameKind;

/** Tells whether words stand for the medicine that a monograph is about as one of its class, or refer back to it. */
final class OwnClasses {
    private static final String ARTICLE = "the ";

    private final List<String> classes;

    OwnClasses(List<Product.Stated<String>> classes) {
        this.classes = classes.stream().map(c -> AgentWords.singular(c.value())).toList();
    }

    /** "avoid alcohol while taking antibiotics" of an antibiotic: its class, and not another drug of it. */
    boolean has(String text, Agent agent) {
        return classes.stream().anyMatch(c -> c.equalsIgnoreCase(agent.name()))
                && !text.regionMatches(true, agent.start(), "other", 0, "other".length());
    }

    /** "the antibiotic", "the rabies vaccine" of a text on one: in the singular with its article it is what the text has named before. */
    boolean isReference(String text, Agent agent) {
        String words = text.substring(agent.start(), agent.end()).toLowerCase(Locale.ROOT);
        String noun = words.startsWith(ARTICLE) ? words.substring(ARTICLE.length()) : words;
        boolean article = words.startsWith(ARTICLE)
                || text.regionMatches(true, agent.start() - ARTICLE.length(), ARTICLE, 0, ARTICLE.length());
        String head = noun.substring(noun.lastIndexOf(' ') + 1);
        return article
                && noun.equals(agent.name())
                && (head.equals(noun) && NameBook.get().is(noun, NameKind.DRUG_CLASS)
                        || classes.stream().anyMatch(head::equals));
    }
}
