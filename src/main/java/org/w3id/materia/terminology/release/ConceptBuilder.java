package org.w3id.materia.terminology.release;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Enumerations.ConceptMapEquivalence;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.w3id.materia.coding.PhraseKind;
import org.w3id.materia.model.ConceptKey;
import org.w3id.materia.terminology.codesystem.ConceptProperty;
import org.w3id.materia.terminology.codesystem.Designation;

/** Puts a concept together from the rows of a release. The first name that is said to be the display is. */
public final class ConceptBuilder {
    /** The language of displays, as far as releases say. */
    private static final String LANGUAGE = "en";

    private final String code;
    private String display;
    private String definition;
    private final Map<List<String>, Designation> designations = new LinkedHashMap<>();
    private final Map<List<String>, ConceptProperty> properties = new LinkedHashMap<>();
    private final Set<String> parents = new LinkedHashSet<>();
    private boolean isInactive;
    private boolean isAbstract;
    private Set<PhraseKind> kinds = Set.of();
    private final Map<String, CrossReference> same = new LinkedHashMap<>();
    private final Map<ConceptKey, CrossReference> others = new LinkedHashMap<>();

    public ConceptBuilder(String code) {
        this.code = code;
    }

    /** @param name is only taken where there is no display yet; null is none */
    public ConceptBuilder display(String name) {
        display = display == null ? name : display;
        return this;
    }

    /** @param text replaces what was there, unless it is null or blank */
    public ConceptBuilder definition(String text) {
        definition = text == null || text.isBlank() ? definition : text.strip();
        return this;
    }

    /**
     * Another name; nothing where it is empty, or says the display again in no other language.
     *
     * @param language BCP-47, or null
     * @param use or null
     */
    public ConceptBuilder name(String language, Coding use, String name) {
        if (!name.isBlank()) {
            String useCode = use == null ? "" : use.getCode();
            designations.putIfAbsent(
                    List.of(language == null ? "" : language, useCode, name),
                    new Designation(language, use, name.strip(), false, "active", List.of(), null));
        }
        return this;
    }

    /** A text; nothing where it is empty. */
    public ConceptBuilder string(String property, String value) {
        return property(property, new StringType(value.strip()));
    }

    /** A code of the same code system or of a small set; nothing where it is empty. */
    public ConceptBuilder code(String property, String value) {
        return property(property, new CodeType(value.strip()));
    }

    /** A truth value; the first of each property and value is taken. */
    public ConceptBuilder bool(String property, boolean value) {
        return property(property, new BooleanType(value));
    }

    /** A value that is not there yet. */
    public ConceptBuilder property(String property, Type value) {
        String text = value instanceof Coding coding ? coding.getCode() : value.primitiveValue();
        if (text != null && !text.isEmpty()) {
            properties.putIfAbsent(List.of(property, text), new ConceptProperty(property, null, value));
        }
        return this;
    }

    /** A concept that this one is below; nothing where it is the concept itself. */
    public ConceptBuilder parent(String parent) {
        if (!parent.equals(code)) {
            parents.add(parent);
        }
        return this;
    }

    /** @param inactive whether the concept should no longer be used */
    public ConceptBuilder inactive(boolean inactive) {
        isInactive = inactive;
        return this;
    }

    /** @param grouping whether the concept is there for grouping, and not for use in data */
    public ConceptBuilder grouping(boolean grouping) {
        isAbstract = grouping;
        return this;
    }

    /** @param phrases of monographs that the concept may code; none at first */
    public ConceptBuilder kinds(Set<PhraseKind> phrases) {
        kinds = phrases;
        return this;
    }

    /** The same concept in another code system; the first of each system is taken. */
    public ConceptBuilder same(ConceptKey concept) {
        return reference(new CrossReference(concept, ConceptMapEquivalence.EQUIVALENT, true));
    }

    /** A concept of another code system that is a part of what this one means, or a use of it. */
    public ConceptBuilder narrower(ConceptKey concept) {
        return reference(new CrossReference(concept, ConceptMapEquivalence.NARROWER, false));
    }

    /** A concept of another code system; of those that code phrases, the first of each system is taken. */
    public ConceptBuilder reference(CrossReference reference) {
        if (reference.codesPhrases()) {
            same.putIfAbsent(reference.concept().system(), reference);
        } else {
            others.putIfAbsent(reference.concept(), reference);
        }
        return this;
    }

    /** Whether {@link #display} has been given one. */
    public boolean hasDisplay() {
        return display != null;
    }

    /** The concept. Without a display its code stands for it; a name that says the display again is left out. */
    public ReleasedConcept build() {
        String shown = display == null ? code : display;
        List<Designation> names = new ArrayList<>(designations.values());
        names.removeIf(d ->
                d.value().equals(shown) && (d.language() == null || d.language().equals(LANGUAGE)));
        return new ReleasedConcept(
                code,
                new ReleasedConcept.Description(shown, definition, names, List.copyOf(properties.values())),
                new ReleasedConcept.Standing(List.copyOf(parents), isInactive, isAbstract),
                new ReleasedConcept.Uses(
                        kinds,
                        Stream.concat(same.values().stream(), others.values().stream())
                                .toList()));
    }
}
