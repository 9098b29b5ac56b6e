package org.w3id.materia.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The names of drugs, diseases, procedures, organisms, parts of the body and foods that the shipped tables have (RxNorm
 * ingredients, UNII substances, SNOMED CT's Global Patient Set, the Disease Ontology), found by {@linkplain NormalForm normal form}; drugs that no
 * table has are known by the stem of their name ({@link DrugStems}). One immutable book for all threads.
 */
public final class NameBook {
    private static final String NAMES = "/org/w3id/materia/names/";
    private static final Lexicon CLASS_HEADS = Lexicon.load("language/drug-class-heads.txt");
    private static final Lexicon FOODS = Lexicon.load("language/foods.txt");
    private static final Lexicon NOT_MEDICINES = Lexicon.load("language/not-medicines.txt");
    private static final int HEADS_NAMES = 3;
    private static final Set<String> SHARED = Lexicon.load("language/salts.txt").entries().stream()
            .map(NormalForm::of)
            .collect(Collectors.toUnmodifiableSet());
    private static final NameKind[] KINDS = NameKind.values();

    private static final Pattern PRODUCT = Pattern.compile("^(?:Medicinal )?[Pp]roduct (?:containing|acting as) ");
    private static final Pattern STRUCTURE = Pattern.compile("^(?:Entire|Structure of) | structure$");

    /** Normal form → its kinds, a bit each. */
    private final Map<String, Short> kinds = new HashMap<>(1 << 17);
    /** First word → the number of words of the longest name that begins with it. */
    private final Map<String, Byte> longest = new HashMap<>(1 << 15);

    /** Head word → how many more names of diseases than of other things it heads. */
    private final Map<String, Integer> diseaseHeads = new HashMap<>(1 << 13);

    private static final class Holder {
        private static final NameBook BOOK = new NameBook();
    }

    /** The one book. */
    public static NameBook get() {
        return Holder.BOOK;
    }

    /**
     * A name found in words.
     *
     * @param kinds what it may name
     * @param tokens how many tokens it takes
     */
    public record Found(Set<NameKind> kinds, int tokens) {
        public Found {
            kinds = Set.copyOf(kinds);
        }

        /** Whether it may name such a thing; it may name others as well. */
        public boolean is(NameKind kind) {
            return kinds.contains(kind);
        }
    }

    private NameBook() {
        for (String table : List.of("rxnorm-ingredients.tsv", "unii-substances.tsv")) {
            read(table, row -> {
                add(row[2], NameKind.DRUG);
                synonyms(row, NameKind.DRUG);
            });
        }
        read("name-variants.tsv", row -> {
            for (String variant : row) {
                add(variant.substring(variant.indexOf(':') + 1), NameKind.DRUG);
            }
        });
        read("disease-ontology.tsv", row -> {
            add(row[1], NameKind.DISEASE);
            synonyms(row, NameKind.DISEASE);
        });
        read("snomed-gps.tsv", row -> kindOf(row[2]).ifPresent(kind -> add(plain(row[1], kind), kind)));
        FOODS.entries().forEach(food -> add(food, NameKind.FOOD));
        NOT_MEDICINES
                .entries()
                .forEach(word ->
                        kinds.computeIfPresent(NormalForm.of(word), (w, bits) -> (short) (bits & ~bit(NameKind.DRUG))));
    }

    private void synonyms(String[] row, NameKind kind) {
        if (row.length > 3 || kind == NameKind.DISEASE && row.length > 2) {
            for (String synonym : row[row.length - 1].split("\\|", -1)) {
                add(synonym, kind);
            }
        }
    }

    private static Optional<NameKind> kindOf(String tag) {
        return Optional.ofNullable(
                switch (tag) {
                    case "disorder" -> NameKind.DISEASE;
                    case "finding", "morphologic abnormality" -> NameKind.FINDING;
                    case "procedure", "regime/therapy" -> NameKind.PROCEDURE;
                    case "organism" -> NameKind.ORGANISM;
                    case "body structure" -> NameKind.BODY_SITE;
                    case "observable entity" -> NameKind.MEASURE;
                    case "substance" -> NameKind.SUBSTANCE;
                    case "medicinal product", "product", "medicinal product form" -> NameKind.DRUG;
                    default -> null;
                });
    }

    /** A name without the words that only SNOMED CT's naming has: "Product containing flecainide", "Parathyroid structure". */
    private static String plain(String name, NameKind kind) {
        return switch (kind) {
            case DRUG -> PRODUCT.matcher(name).replaceFirst("");
            case BODY_SITE -> STRUCTURE.matcher(name).replaceAll("");
            default -> name;
        };
    }

    private void read(String file, Consumer<String[]> row) {
        try (InputStream in = NameBook.class.getResourceAsStream(NAMES + file)) {
            if (in == null) {
                throw new IllegalStateException("the program has no resource " + NAMES + file);
            }
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .forEach(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String name, NameKind kind) {
        List<String> words = NormalForm.words(name);
        if (words.isEmpty() || name.length() < 2) {
            return;
        }
        kinds.merge(String.join(" ", words), bit(kind), (a, b) -> (short) (a | b));
        String head = head(words);
        diseaseHeads.merge(head, kind == NameKind.DISEASE ? 1 : -1, Integer::sum);
        longest.merge(words.get(0), (byte) Math.min(words.size(), Byte.MAX_VALUE), (a, b) -> a > b ? a : b);
    }

    @SuppressWarnings("EnumOrdinal") // A bit for each kind, which nothing keeps beyond the run.
    private static short bit(NameKind kind) {
        return (short) (1 << kind.ordinal());
    }

    /** The last word before the first preposition: "fracture" of "fracture of the skull due to a fall". */
    private static String head(List<String> words) {
        int end = 1;
        while (end < words.size() && !WordClasses.isPreposition(words.get(end))) {
            end++;
        }
        return words.get(end - 1);
    }

    /** Whether a word heads names of diseases, and hardly any of other things: "carcinoma", "deficiency". */
    public boolean isDiseaseHead(String word) {
        return diseaseHeads.getOrDefault(NormalForm.of(word), 0) >= HEADS_NAMES;
    }

    /** What a whole name may name; empty where it is unknown. Drug classes and stems are known by their last word. */
    public Set<NameKind> kinds(String name) {
        return kindsOf(NormalForm.words(name));
    }

    private Set<NameKind> kindsOf(List<String> words) {
        EnumSet<NameKind> found = EnumSet.noneOf(NameKind.class);
        if (words.isEmpty()) {
            return found;
        }
        short bits = kinds.getOrDefault(String.join(" ", words), (short) 0);
        for (NameKind kind : KINDS) {
            if ((bits & bit(kind)) != 0) {
                found.add(kind);
            }
        }
        String last = words.get(words.size() - 1);
        if (isClassHead(last)) {
            found.add(NameKind.DRUG_CLASS);
        }
        if (words.size() == 1 && found.isEmpty() && DrugStems.isDrug(last)) {
            found.add(NameKind.DRUG);
        }
        return found;
    }

    /** Whether a word (singular or plural) heads the name of a class of drugs: "inhibitors", "antibiotic", "statins". */
    public static boolean isClassHead(String word) {
        return CLASS_HEADS.contains(word)
                || word.endsWith("s") && CLASS_HEADS.contains(word.substring(0, word.length() - 1));
    }

    /** Whether a whole name is of a kind. */
    public boolean is(String name, NameKind kind) {
        return kinds(name).contains(kind);
    }

    /** The longest name whose first token stands at {@code at}. */
    public Optional<Found> longest(Words words, int at) {
        if (!words.isWord(at)) {
            return Optional.empty();
        }
        List<String> forms = new ArrayList<>();
        int[] sizes = new int[Byte.MAX_VALUE];
        int tokens = 0;
        int limit = 1;
        while (at + tokens < words.size()
                && words.isWord(at + tokens)
                && forms.size() < limit
                && tokens < sizes.length) {
            forms.addAll(NormalForm.words(words.word(at + tokens)));
            if (forms.isEmpty()) {
                return Optional.empty();
            }
            limit = tokens == 0 ? Math.max(1, longest.getOrDefault(forms.get(0), (byte) 1)) : limit;
            sizes[tokens++] = forms.size();
        }
        for (int n = tokens; n > 0; n--) {
            Set<NameKind> found = kindsOf(forms.subList(0, sizes[n - 1]));
            if (!found.isEmpty()) {
                return Optional.of(new Found(found, n));
            }
        }
        return Optional.empty();
    }

    /** Whether a name is one of a drug (by the tables or by its stem), not merely of a class. */
    public boolean isDrug(String name) {
        return is(name, NameKind.DRUG);
    }

    /** Whether a word of a drug's name is a salt, an ester or a word that names of several substances share, and tells none. */
    public static boolean isShared(String word) {
        return SHARED.contains(word);
    }
}
