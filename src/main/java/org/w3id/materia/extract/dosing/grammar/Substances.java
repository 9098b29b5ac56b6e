package org.w3id.materia.extract.dosing.grammar;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The monograph's own names: its ingredients and synonyms, and the conditions that it is for. */
public final class Substances {
    private static final int SHORTEST_PART = 6;

    private final Set<String> own;
    private final List<String> ingredients;
    private final Set<String> indications;

    private Substances(Set<String> own, List<String> ingredients, Set<String> indications) {
        this.own = own;
        this.ingredients = ingredients;
        this.indications = indications;
    }

    /** The names of a monograph's ingredients, lower case, its synonyms and the conditions that it names as its uses. */
    public static Substances of(List<String> names, List<String> synonyms, Collection<String> indications) {
        Set<String> own = new HashSet<>();
        List<String> all = new ArrayList<>(names);
        all.addAll(synonyms);
        for (String name : all) {
            Tokens tokens = Tokens.of(name);
            for (int i = 0; i < tokens.size(); i++) {
                if (tokens.get(i).isWord() && tokens.number(i).isEmpty()) {
                    own.add(tokens.word(i));
                }
            }
        }
        Set<String> uses = new HashSet<>();
        indications.forEach(i -> uses.add(i.toLowerCase(Locale.ROOT)));
        return new Substances(own, List.copyOf(names), uses);
    }

    public boolean isOwn(String word) {
        return own.contains(word)
                || word.length() > SHORTEST_PART && own.stream().anyMatch(o -> o.contains(word));
    }

    /** Whether words are the name of a condition that the monograph says it is for. */
    public boolean isIndication(String words) {
        return indications.contains(words.toLowerCase(Locale.ROOT));
    }

    /** The one ingredient that the words name; empty where none or several are. */
    public Optional<String> ingredient(String words) {
        String lower = words.toLowerCase(Locale.ROOT);
        List<String> named = new ArrayList<>(ingredients);
        named.removeIf(n -> !lower.contains(n));
        return named.size() == 1 && ingredients.size() > 1 ? Optional.of(named.get(0)) : Optional.empty();
    }
}
