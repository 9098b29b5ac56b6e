package org.w3id.materia.safety.drug;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3id.materia.language.NormalForm;
import org.w3id.materia.safety.stated.ClassForm;

/**
 * Classes of drugs by the names that monographs have for them, with members: {@code safety/drug-classes.tsv}, whose sources it names. What
 * a monograph calls its own medicine ("oral anticoagulant") makes it a member too, also of the class that the last words name.
 */
public final class DrugClasses {
    private static final String TABLE = "/org/w3id/materia/safety/drug-classes.tsv";

    private static final Set<String> DENYING = Set.of("non", "anti", "no", "without");

    private final Map<String, String> named = new HashMap<>();
    private final Map<String, String> broader = new HashMap<>();
    private final Map<String, Set<String>> ofMember = new HashMap<>();

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
        for (String other : row[1].split("\\|", -1)) {
            if (!other.isEmpty()) {
                named.put(ClassForm.of(other), own);
            }
        }
        if (!row[2].isEmpty()) {
            broader.put(own, ClassForm.of(row[2]));
        }
    }

    private void fill(String[] row) {
        for (String member : row[4].split("\\|", -1)) {
            if (!member.isEmpty()) {
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
        names.forEach(name -> ofMember.getOrDefault(name, Set.of()).forEach(c -> addWithBroader(c, classes)));
        names.stream().filter(named::containsKey).forEach(name -> addWithBroader(named.get(name), classes));
        return classes;
    }

    private void addWithBroader(String name, Set<String> classes) {
        for (String c = name; c != null && classes.add(c); c = broader.get(c)) {
            // All above it.
        }
    }

    /**
     * Whether what belongs to these classes belongs to another.
     *
     * @param form of the other's name
     * @param classes with all above them
     */
    public boolean isMember(String form, Set<String> classes) {
        return classes.contains(named.getOrDefault(form, form))
                || classes.stream().anyMatch(own -> isKindOf(own, form));
    }

    /** A class that a monograph names in its own way, with the classes of the table that it is a kind of, and all above them. */
    Set<String> withBroader(String name) {
        String own = ClassForm.of(name);
        Set<String> all = new HashSet<>(Set.of(own));
        named.forEach((known, c) -> {
            if (isKindOf(own, known)) {
                addWithBroader(c, all);
            }
        });
        return all;
    }

    /** An oral anticoagulant is an anticoagulant: what stands last is what it is, unless it is denied. */
    private static boolean isKindOf(String narrower, String broader) {
        if (narrower.equals(broader)) {
            return true;
        }
        if (!narrower.endsWith(" " + broader)) {
            return false;
        }
        String before = narrower.substring(0, narrower.length() - broader.length() - 1);
        return !DENYING.contains(before.substring(before.lastIndexOf(' ') + 1));
    }
}
