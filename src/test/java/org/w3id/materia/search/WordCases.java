package org.w3id.materia.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.w3id.materia.search.definition.SearchDefinition;

/** Searches of {@code _text} and {@code _content}. */
final class WordCases {
    private static final int RESOURCES = 4;

    private WordCases() {}

    static Set<SearchCase> of(String type, SearchDefinition parameter, List<OracleItem> items) {
        Set<SearchCase> cases = new LinkedHashSet<>();
        String combination = type + "." + parameter.code() + " ";
        String code = parameter.code();
        for (OracleItem item : items.subList(0, Math.min(RESOURCES, items.size()))) {
            List<String> words = List.copyOf(new TreeSet<>(
                    code.equals("_text")
                            ? OracleText.narrativeWords(item.resource())
                            : OracleText.contentWords(item.resource())));
            for (int i = 0; i + 1 < words.size(); i += 1 + words.size() / 3) {
                String first = words.get(i);
                String second = words.get(words.size() - 1 - i);
                if (!first.isEmpty() && !second.isEmpty()) {
                    cases.add(new SearchCase(type, combination + "word", code, first));
                    cases.add(new SearchCase(type, combination + "words", code, second + " " + first));
                    cases.add(new SearchCase(type, combination + "words", code, first + " nowhere"));
                    cases.add(new SearchCase(type, combination + "word", code, first + "x," + second));
                }
            }
        }
        cases.add(new SearchCase(type, combination + ":missing", code + ":missing", "true"));
        cases.add(new SearchCase(type, combination + ":missing", code + ":missing", "false"));
        return cases;
    }
}
