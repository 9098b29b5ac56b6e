package org.w3id.materia.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hl7.fhir.r4.model.BackboneType;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.utilities.xhtml.XhtmlNode;

/** How the oracle compares text, written without a look at how the index does it. */
final class OracleText {
    private static final String[][] LETTERS = {{"ß", "ss"}, {"ø", "o"}, {"ł", "l"}, {"æ", "ae"}, {"œ", "oe"}, {"ς", "σ"}
    };
    private static final Set<String> NOT_READ =
            Set.of("resourceType", "id", "url", "system", "reference", "profile", "versionId", "lastUpdated", "data");

    private OracleText() {}

    /** FHIR R4, 3.1.1.4.9: "insensitive to case and accent … punctuation and non-significant whitespace may be ignored". */
    static String folded(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
        for (String[] letter : LETTERS) {
            plain = plain.replace(letter[0], letter[1]);
        }
        return plain.replaceAll("[^\\p{L}\\p{N}%]+", " ").trim();
    }

    /** The text, or a word in it, begins with the value. */
    static boolean begins(String text, String value) {
        String wanted = folded(value);
        return !wanted.isEmpty() && (" " + folded(text)).contains(" " + wanted);
    }

    static boolean contains(String text, String value) {
        String wanted = folded(value);
        return !wanted.isEmpty() && folded(text).contains(wanted);
    }

    static boolean hasWords(Set<String> words, String value) {
        List<String> wanted = Arrays.asList(folded(value).split(" "));
        return !wanted.equals(List.of("")) && words.containsAll(wanted);
    }

    static Set<String> narrativeWords(Resource resource) {
        Set<String> words = new HashSet<>();
        if (resource instanceof DomainResource domain && domain.hasText()) {
            addWords(domain.getText().getDiv(), words);
        }
        if (resource instanceof Composition composition) {
            composition.getSection().forEach(section -> addWords(section, words));
        }
        return words;
    }

    private static void addWords(Composition.SectionComponent section, Set<String> words) {
        if (section.hasText()) {
            addWords(section.getText().getDiv(), words);
        }
        section.getSection().forEach(part -> addWords(part, words));
    }

    private static void addWords(XhtmlNode node, Set<String> words) {
        if (node.getContent() != null) {
            addWords(node.getContent(), words);
        }
        node.getChildNodes().forEach(child -> addWords(child, words));
    }

    private static void addWords(String text, Set<String> words) {
        words.addAll(Arrays.asList(folded(text).split(" ")));
    }

    static Set<String> contentWords(Resource resource) {
        Set<String> words = narrativeWords(resource);
        strings(resource).forEach(text -> addWords(text, words));
        return words;
    }

    private static List<String> strings(Base base) {
        List<String> strings = new ArrayList<>();
        // The model does not always count these among its children.
        if (base instanceof BackboneType type) {
            type.getExtension().forEach(extension -> strings.addAll(strings(extension)));
        } else if (base instanceof DomainResource resource) {
            resource.getExtension().forEach(extension -> strings.addAll(strings(extension)));
            strings.addAll(strings(resource.getMeta()));
            strings.addAll(strings(resource.getText()));
        }
        for (Property property : base.children()) {
            if (NOT_READ.contains(property.getName()) || property.getName().equals("div")) {
                continue;
            }
            for (Base value : property.getValues()) {
                if (value instanceof BooleanType || value instanceof DecimalType || value instanceof IntegerType) {
                    continue;
                }
                if (value instanceof PrimitiveType<?> primitive && primitive.hasValue()) {
                    strings.add(primitive.getValueAsString());
                }
                strings.addAll(strings(value));
            }
        }
        return strings;
    }
}
