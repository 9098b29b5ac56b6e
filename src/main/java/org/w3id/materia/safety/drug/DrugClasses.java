package org.w3id.materia.safety.drug;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.w3id.materia.language.NormalForm;
import org.w3id.materia.safety.stated.ClassForm;

/**
 * Classes of drugs by the names that monographs have for them, with members: {@code safety/drug-classes.tsv}, whose sources it names. What
 * a monograph calls its own medicine ("oral anticoagulant") makes it a member too, also of the class that the last words name.
 */
public final class DrugClasses {
    private static final String TABLE = "/org/w3id/materia/safety/drug-classes.tsv";

    /** Names of classes in monographs, whose number has no bound. */
    private static final int MOST_KEPT = 4096;

    private static final Set<String> DENYING = Set.of("non", "anti", "no", "without");

    private final Map<String, String> named = new HashMap<>();
    private final Map<String, String> broader = new HashMap<>();
    private final Map<String, Set<String>> ofMember = new HashMap<>();
    private final Map<String, List<String>> written = new LinkedHashMap<>();
    private final Map<String, List<String>> members = new HashMap<>();
    private final Cache<String, Set<String>> above =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

    private DrugClasses() {}

    /** The shipped table. */
    public static DrugClasses load() {
        DrugClasses classes = new DrugClasses();
        try (InputStream in = DrugClasses.class.getResourceAsStream(TABLE)) {
            List<String[]> rows = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .toList();
            rows.forEach(classes::name);
            rows.forEach(classes::fill);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return classes;
    }

    private void name(String[] row) {
        String own = ClassForm.of(row[0]);
        named.put(own, own);
        List<String> names = written.computeIfAbsent(own, o -> new ArrayList<>(List.of(row[0])));
        for (String other : row[1].split("\\|", -1)) {
            if (!other.isEmpty()) {
                named.put(ClassForm.of(other), own);
                names.add(other);
            }
        }
        if (!row[2].isEmpty()) {
            broader.put(own, ClassForm.of(row[2]));
        }
    }

    private void fill(String[] row) {
        for (String member : row[4].split("\\|", -1)) {
            if (!member.isEmpty()) {
                members.computeIfAbsent(ClassForm.of(row[0]), c -> new ArrayList<>())
                        .add(member);
                ofMember.computeIfAbsent(NormalForm.of(member), m -> new LinkedHashSet<>())
                        .add(ClassForm.of(row[0]));
            }
        }
    }

    /** Whether the table knows a class of that name. */
    public boolean isClass(String name) {
        return named.containsKey(ClassForm.of(name));
    }

    /** The classes of which one of the names, in normal form, is a member; those above them too. */
    Set<String> of(Set<String> names) {
        Set<String> classes = new HashSet<>();
        for (String name : names) {
            ofMember.getOrDefault(name, Set.of()).forEach(c -> classes.addAll(withAbove(c)));
            if (named.containsKey(name)) {
                classes.addAll(withAbove(name));
            }
        }
        return classes;
    }

    /** The names of a class and of those that are kinds of it, as they are written; empty where the table knows none of that name. */
    public List<String> names(String className) {
        return kindsOf(className).flatMap(c -> written.get(c).stream()).toList();
    }

    /** The members of a class and of those that are kinds of it. */
    public List<String> members(String className) {
        return kindsOf(className)
                .flatMap(c -> members.getOrDefault(c, List.of()).stream())
                .distinct()
                .toList();
    }

    private Stream<String> kindsOf(String className) {
        String own = named.get(ClassForm.of(className));
        return own == null
                ? Stream.empty()
                : written.keySet().stream().filter(c -> withAbove(c).contains(own));
    }

    /** The names of the classes that a drug of one of these names belongs to, as they are written. */
    public List<String> namesOfClassesOf(Set<String> drug) {
        Set<String> forms = new HashSet<>();
        drug.forEach(name -> forms.add(NormalForm.of(name)));
        return of(forms).stream()
                .filter(written::containsKey)
                .sorted()
                .flatMap(c -> written.get(c).stream())
                .toList();
    }

    /** A class by the form of its name, and all that it is a kind of, under each name that this is known by here. */
    private Set<String> withAbove(String form) {
        return above.get(form, first -> {
            Set<String> all = new HashSet<>();
            Deque<String> open = new ArrayDeque<>(List.of(first));
            while (!open.isEmpty()) {
                String name = open.pop();
                if (all.add(name)) {
                    open.addAll(kinds(name));
                    Optional.ofNullable(named.get(name)).ifPresent(open::add);
                    Optional.ofNullable(broader.get(name)).ifPresent(open::add);
                }
            }
            return Set.copyOf(all);
        });
    }

    /**
     * Whether what belongs to these classes belongs to another.
     *
     * @param form of the other's name
     * @param classes with all above them, as {@link #of} and {@link #withBroader} give them
     */
    public boolean isMember(String form, Set<String> classes) {
        return classes.contains(form) || classes.contains(named.getOrDefault(form, form));
    }

    /** Whether a drug of one of these names is a member of the class of that form. */
    public boolean isMemberByName(String form, Set<String> drug) {
        Set<String> forms = new HashSet<>();
        drug.forEach(name -> forms.add(NormalForm.of(name)));
        return isMember(form, of(forms));
    }

    /** A class that a monograph names in its own way, with all that it is a kind of. */
    Set<String> withBroader(String name) {
        return withAbove(ClassForm.of(name));
    }

    /** An oral anticoagulant is an anticoagulant: what stands last is what it is, unless it is denied. */
    private static List<String> kinds(String name) {
        List<String> kinds = new ArrayList<>(List.of(name));
        String[] words = name.split(" ");
        for (int i = 1; i < words.length; i++) {
            if (!DENYING.contains(words[i - 1])) {
                kinds.add(String.join(" ", Arrays.asList(words).subList(i, words.length)));
            }
        }
        return kinds;
    }
}
