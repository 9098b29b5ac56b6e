package org.w3id.materia.safety.drug;

import java.util.ArrayList;
import java.util.List;
import org.w3id.materia.model.ConceptKey;
import org.w3id.materia.model.Failure;

/**
 * What a client names: a medicine, a condition or an allergy.
 *
 * @param text in words; empty where there are codes alone
 */
public record Term(String text, List<Code> codes) {
    /**
     * A code, with what the client calls it.
     *
     * @param display empty where the client says none
     */
    public record Code(ConceptKey key, String display) {}

    private static final int LONGEST_NAME = 1_000;
    private static final int MOST_CODES = 50;

    /** @throws Failure too costly where there is more than anybody's record has, as each name and code is looked up */
    public Term {
        codes = List.copyOf(codes);
        if (codes.size() > MOST_CODES
                || text.length() > LONGEST_NAME
                || codes.stream().anyMatch(c -> c.display().length() > LONGEST_NAME)) {
            throw Failure.tooCostly("A medicine, condition or allergy has at most " + MOST_CODES
                    + " codes, and names of up to " + LONGEST_NAME + " characters.");
        }
    }

    /** Something named in words. */
    public static Term of(String text) {
        return new Term(text, List.of());
    }

    /** How it is called, for people. */
    public String label() {
        return names().stream()
                .findFirst()
                .orElseGet(() -> codes.isEmpty()
                        ? ""
                        : codes.get(0).key().system() + "|" + codes.get(0).key().code());
    }

    /** Everything that it is called, its own words first. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        if (!text.isBlank()) {
            names.add(text);
        }
        codes.stream().map(Code::display).filter(d -> !d.isBlank()).forEach(names::add);
        return names;
    }

    /** Its codes without what they are called. */
    public List<ConceptKey> keys() {
        return codes.stream().map(Code::key).toList();
    }
}
