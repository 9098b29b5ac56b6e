package org.w3id.materia.terminology.codesystem;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.w3id.materia.terminology.codesystem.Languages.Closeness;

/** The names by which a concept may be called, and which of them a client would like best. */
public final class Displays {
    /** How a given display compares with those that are known. */
    public enum Match {
        FOUND,
        DIFFERS_IN_WHITESPACE,
        NONE
    }

    private static final Pattern WHITESPACE = Pattern.compile("\\s+");

    private final List<Designation> designations = new ArrayList<>();

    /** Adds all names of the concept, behind those that are there. */
    public void add(Concept concept) {
        designations.addAll(concept.designations());
    }

    /** Adds a name behind those that are there. */
    public void add(Designation designation) {
        designations.add(designation);
    }

    /** Puts a display before all others of its language. */
    public void prefer(Designation designation) {
        designations.add(0, designation);
    }

    public List<Designation> designations() {
        return designations;
    }

    /** Whether nothing has been added. */
    public boolean isEmpty() {
        return designations.isEmpty();
    }

    /**
     * @param wanted languages; null for any
     * @param defaultLanguage that is right in any case; null for none
     */
    public Match match(String display, Languages wanted, String defaultLanguage, boolean activeOnly) {
        boolean whitespace = false;
        for (Designation d : designations) {
            if (d.value() == null
                    || activeOnly && !d.isActive()
                    || !isIn(d, wanted, Closeness.LANGUAGE, defaultLanguage)) {
                continue;
            }
            if (d.value().equalsIgnoreCase(display)) {
                return Match.FOUND;
            }
            whitespace |= normal(d.value()).equals(normal(display));
        }
        return whitespace ? Match.DIFFERS_IN_WHITESPACE : Match.NONE;
    }

    /** How many names there are in the wanted languages, as closely as any of them is. */
    public int count(Languages wanted, boolean displaysOnly) {
        for (Closeness closeness : Closeness.values()) {
            int count = 0;
            for (Designation d : designations) {
                if ((!displaysOnly || d.canBeDisplay()) && d.value() != null && isIn(d, wanted, closeness, null)) {
                    count++;
                }
            }
            if (count > 0) {
                return count;
            }
        }
        return 0;
    }

    /** The names in the wanted languages, or else all, for a message. */
    public String present(Languages wanted, boolean displaysOnly) {
        List<String> names = new ArrayList<>();
        for (Designation d : designations) {
            if ((!displaysOnly || d.canBeDisplay()) && d.value() != null && isIn(d, wanted, Closeness.LANGUAGE, null)) {
                names.add(present(d));
            }
        }
        if (names.isEmpty()) {
            designations.stream()
                    .filter(d -> (!displaysOnly || d.canBeDisplay()) && d.value() != null)
                    .forEach(d -> names.add(present(d)));
        }
        if (names.size() < 2) {
            return String.join("", names);
        }
        return String.join(", ", names.subList(0, names.size() - 1)) + " or " + names.get(names.size() - 1);
    }

    /** The displays that are in use, each once. */
    public List<String> current() {
        Set<String> values = new LinkedHashSet<>();
        designations.stream()
                .filter(d -> d.isActive() && d.canBeDisplay() && d.value() != null)
                .forEach(d -> values.add(d.value()));
        return List.copyOf(values);
    }

    /** The state of a display. */
    public String status(String display) {
        return designations.stream()
                .filter(d -> display.equalsIgnoreCase(d.value()))
                .map(Designation::status)
                .findFirst()
                .orElse("");
    }

    /** The name that a client wants to see. */
    public Optional<Designation> preferred(Languages wanted) {
        if (wanted == null) {
            return first(d -> d.canBeDisplay() && d.isActive())
                    .or(() -> first(Designation::canBeDisplay))
                    .or(() -> first(d -> true));
        }
        for (Languages.Range range : wanted.ranges()) {
            Optional<Designation> found = closest(wanted.kin(range), true).or(() -> closest(wanted.kin(range), false));
            if (found.isPresent()) {
                return found;
            }
        }
        return first(d -> d.language() == null && d.canBeDisplay());
    }

    /** A dialect that is listed later goes before any of the language; the first range alone may be met by any of it. */
    private Optional<Designation> closest(List<Languages.Range> kin, boolean activeOnly) {
        for (Languages.Range range : kin) {
            for (Closeness closeness : List.of(Closeness.FULL, Closeness.REGION)) {
                Optional<Designation> found = first(range, closeness, activeOnly);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return first(kin.get(0), Closeness.LANGUAGE, activeOnly);
    }

    private Optional<Designation> first(Languages.Range range, Closeness closeness, boolean activeOnly) {
        Predicate<Designation> fits =
                d -> (!activeOnly || d.isActive()) && Languages.matches(range, d.language(), closeness);
        return first(fits.and(Designation::canBeDisplay)).or(() -> first(fits));
    }

    private Optional<Designation> first(Predicate<Designation> test) {
        return designations.stream().filter(d -> d.value() != null).filter(test).findFirst();
    }

    private static boolean isIn(Designation d, Languages wanted, Closeness closeness, String defaultLanguage) {
        if (wanted == null || d.language() == null || d.language().equals(defaultLanguage)) {
            return true;
        }
        return wanted.ranges().stream().anyMatch(r -> Languages.matches(r, d.language(), closeness));
    }

    private static String present(Designation d) {
        return "'" + d.value() + "'" + (d.language() == null ? "" : " (" + d.language() + ")");
    }

    private static String normal(String text) {
        return WHITESPACE.matcher(text).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }
}
