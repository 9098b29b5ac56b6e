package org.w3id.materia.terminology.standard;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The registry of which language tags are made (RFC 5646, 3): the subtags of each kind, with their names. */
final class LanguageSubtags {
    /** As the registry calls them. */
    enum Kind {
        LANGUAGE,
        EXTLANG,
        SCRIPT,
        REGION,
        VARIANT,
        GRANDFATHERED
    }

    /** For private use, such as {@code qaa} to {@code qtz}. */
    private record Range(String first, String last, List<String> names) {
        boolean has(String subtag) {
            return subtag.length() == first.length() && subtag.compareTo(first) >= 0 && subtag.compareTo(last) <= 0;
        }
    }

    private static final LanguageSubtags REGISTRY = new LanguageSubtags();

    private final Map<Kind, Map<String, List<String>>> names = new EnumMap<>(Kind.class);
    private final Map<Kind, List<Range>> ranges = new EnumMap<>(Kind.class);

    private LanguageSubtags() {
        for (Kind kind : Kind.values()) {
            names.put(kind, new HashMap<>());
            ranges.put(kind, new ArrayList<>());
        }
        for (List<String> row : StandardTable.rows("language-subtags.txt")) {
            Kind kind = Kind.valueOf(row.get(0).toUpperCase(Locale.ROOT));
            String subtag = row.get(1).toLowerCase(Locale.ROOT);
            List<String> named = row.subList(2, row.size());
            int dots = subtag.indexOf("..");
            if (dots < 0) {
                names.get(kind).put(subtag, named);
            } else {
                ranges.get(kind).add(new Range(subtag.substring(0, dots), subtag.substring(dots + 2), named));
            }
        }
    }

    /** Read when it is first asked for. */
    static LanguageSubtags registry() {
        return REGISTRY;
    }

    /** The names of a subtag in any case, the first of which is the usual one; empty where it is not registered. */
    Optional<List<String>> names(Kind kind, String subtag) {
        String lower = subtag.toLowerCase(Locale.ROOT);
        List<String> named = names.get(kind).get(lower);
        return named != null
                ? Optional.of(named)
                : ranges.get(kind).stream()
                        .filter(r -> r.has(lower))
                        .map(Range::names)
                        .findFirst();
    }
}
