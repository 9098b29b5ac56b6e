package org.w3id.materia.extract.product;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3id.materia.extract.fact.Ingredient;
import org.w3id.materia.extract.fact.Product.Stated;
import org.w3id.materia.extract.outline.Evidence;
import org.w3id.materia.extract.outline.Statement;
import org.w3id.materia.extract.outline.Statement.Role;
import org.w3id.materia.language.Lexicon;
import org.w3id.materia.language.NormalForm;
import org.w3id.materia.language.WordClasses;
import org.w3id.materia.monograph.SectionKind;

/** What the text calls the drug: "X is a monoclonal antibody", "belongs to a class of drugs called sulfonylureas". */
public final class ClassReader {
    private static final Set<SectionKind> SECTIONS =
            Set.of(SectionKind.USAGE, SectionKind.HOW_IT_WORKS, SectionKind.GENERIC_NAME);
    private static final Pattern IS_A = Pattern.compile(
            "^(?<subject>[\\p{L}\\p{N}'’+ -]{2,50}?)\\s*(?:\\([^)]*\\)\\s*)?,?\\b(?:is|are|acts as|works as"
                    + "|functions as) (?:also )?(?:an? |the )?(?:type of |kind of |form of )?"
                    + "(?<class>[\\p{L}\\p{N}α-ω-]+(?:[ /][\\p{L}\\p{N}α-ω-]+){0,5}?)(?:\\s*\\([^)]*\\))?(?=[.,;]"
                    + "|\\s+(?:that|which|used|with|for|and|medications?|drugs?|medicines?|agents?|primarily|mainly"
                    + "|commonly|often|indicated|prescribed|available|in|by|derived|approved)\\b|$)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BELONGS = Pattern.compile(
            "^(?<subject>[\\p{L}\\p{N}'’+ -]{2,50}?)\\s*(?:\\([^)]*\\)\\s*)?\\b(?:belongs? to"
                    + "|is (?:a member|part) of|is classified (?:as|in)) (?:an? |the )?(?:(?:class|group|family"
                    + "|category) of )?(?:\\w+ )?(?:drugs?|medications?|medicines?|compounds?|agents?|antibiotics"
                    + "|antidepressants)? ?(?:called|known as|termed|named|classified as)?\\s*"
                    + "(?<class>[\\p{L}\\p{N}α-ω-]+(?:[ /][\\p{L}\\p{N}α-ω-]+){0,4}?)(?:\\s*\\([^)]*\\))?(?:\\s+(?:class|group|family)(?: of (?:drugs|medications|medicines|antibiotics))?)?(?=[.,;]|\\s+(?:that|which|used|and|with|for|in|or|known)\\b|$)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern THIS =
            Pattern.compile("(?:it|this (?:medication|medicine|drug|combination|product|vaccine|antibiotic))\\b");
    private static final Pattern PHRASE =
            Pattern.compile("\\b(?:of|several|many|other|has|have|to|is|are|acts|very)\\b");
    private static final Lexicon HEADS =
            Lexicon.load("extract/product/class-heads.txt", "language/drug-class-heads.txt");
    private static final Lexicon BLURS = Lexicon.load("extract/product/class-blurs.txt");

    private ClassReader() {}

    /**
     * Names of classes, each with the first words that state it; what is said of another drug is none.
     *
     * @param source path of the monograph
     */
    public static List<Stated<String>> read(String source, List<Statement> statements, List<Ingredient> ingredients) {
        Map<String, Evidence> found = new LinkedHashMap<>();
        for (Statement statement : statements) {
            if (SECTIONS.contains(statement.section().kind()) && statement.role() == Role.SENTENCE) {
                String text = statement.text().text();
                if (!isDrug(text, ingredients)) {
                    continue;
                }
                for (Pattern pattern : List.of(IS_A, BELONGS)) {
                    Matcher m = pattern.matcher(text);
                    if (m.find() && isDrug(m.group("subject"), ingredients)) {
                        String name = name(m.group("class"));
                        if (isClass(name)) {
                            found.computeIfAbsent(
                                    name, n -> statement.evidence(source, m.start("class"), m.end("class")));
                        }
                    }
                }
            }
        }
        List<Stated<String>> classes = new ArrayList<>();
        found.forEach((value, evidence) -> classes.add(new Stated<>(value, evidence)));
        return classes;
    }

    private static boolean isDrug(String subject, List<Ingredient> ingredients) {
        String lower = subject.toLowerCase(Locale.ROOT).strip();
        return THIS.matcher(lower).lookingAt()
                || ingredients.stream().anyMatch(i -> lower.startsWith(firstWord(i.name())));
    }

    private static String firstWord(String name) {
        return name.indexOf(' ') < 0 ? name : name.substring(0, name.indexOf(' '));
    }

    private static String name(String words) {
        String lower = words.toLowerCase(Locale.ROOT);
        return HEADS.contains(head(lower)) ? lower : NormalForm.singular(lower);
    }

    private static String head(String name) {
        return name.substring(name.lastIndexOf(' ') + 1);
    }

    private static boolean isClass(String name) {
        String first = firstWord(name);
        boolean bare = WordClasses.isMedicine(name) || name.equals("acid") || name.equals("salt");
        return HEADS.contains(head(name)) && !PHRASE.matcher(name).find() && !bare && !BLURS.contains(first);
    }
}
