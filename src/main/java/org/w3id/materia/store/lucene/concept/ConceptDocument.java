package org.w3id.materia.store.lucene.concept;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;
import org.w3id.materia.store.lucene.field.TermStream;
import org.w3id.materia.terminology.codesystem.Concept;
import org.w3id.materia.terminology.codesystem.ConceptProperty;
import org.w3id.materia.terminology.codesystem.Designation;
import org.w3id.materia.terminology.codesystem.TextFilter;
import org.w3id.materia.terminology.release.ReleasedConcept;

/** A concept as a document, with the fields of {@link ConceptFields}. */
final class ConceptDocument {
    /** Where a concept stands. */
    static final class Place {
        private final int[] parents;
        private final int[] lineage;
        private final boolean isLeaf;

        /**
         * @param parents their numbers
         * @param lineage the concept's own number and those of all ancestors
         * @param isLeaf whether it has no children
         */
        Place(int[] parents, int[] lineage, boolean isLeaf) {
            this.parents = parents;
            this.lineage = lineage;
            this.isLeaf = isLeaf;
        }
    }

    private ConceptDocument() {}

    static Document of(byte[] record, Place place) throws IOException {
        ReleasedConcept released = ConceptRecord.read(new BytesRef(record));
        Concept concept = new StoredConcept(place.lineage[0], released, List.of(), null);
        Document document = new Document();
        document.add(new BinaryDocValuesField(ConceptFields.RECORD, new BytesRef(record)));
        document.add(terms(ConceptFields.CODE, List.of(concept.code())));
        document.add(terms(ConceptFields.FOLDED_CODE, List.of(concept.code().toLowerCase(Locale.ROOT))));
        if (place.parents.length > 0) {
            document.add(new BinaryDocValuesField(ConceptFields.PARENTS, numbers(place.parents)));
            document.add(TermStream.field(ConceptFields.PARENT, numberTerms(place.parents)));
        }
        document.add(TermStream.field(ConceptFields.ANCESTOR, numberTerms(place.lineage)));
        document.add(TermStream.field(ConceptFields.PROPERTY, properties(concept)));
        document.add(TermStream.field(ConceptFields.FRAME, frame(concept)));
        addWords(document, concept);
        document.add(terms(ConceptFields.FLAG, flags(concept, place)));
        document.add(terms(
                ConceptFields.KIND, released.kinds().stream().map(Enum::name).toList()));
        document.add(TermStream.field(
                ConceptFields.REFERENCE,
                released.references().stream()
                        .map(r -> ConceptFields.reference(r.concept()))
                        .toList()));
        return document;
    }

    private static org.apache.lucene.document.Field terms(String field, List<String> texts) {
        return TermStream.field(field, texts.stream().map(BytesRef::new).toList());
    }

    private static List<BytesRef> numberTerms(int[] numbers) {
        List<BytesRef> terms = new ArrayList<>(numbers.length);
        for (int number : numbers) {
            terms.add(ConceptFields.number(number));
        }
        return terms;
    }

    private static BytesRef numbers(int[] numbers) throws IOException {
        ByteBuffersDataOutput out = new ByteBuffersDataOutput();
        out.writeVInt(numbers.length);
        for (int number : numbers) {
            out.writeVInt(number);
        }
        return new BytesRef(out.toArrayCopy());
    }

    private static Set<BytesRef> properties(Concept concept) {
        Set<BytesRef> terms = new LinkedHashSet<>();
        for (ConceptProperty property : concept.properties()) {
            add(property.code(), property.text(), terms);
        }
        return terms;
    }

    private static Set<BytesRef> frame(Concept concept) {
        Set<BytesRef> terms = new LinkedHashSet<>();
        add("display", concept.display(), terms);
        add("definition", concept.definition(), terms);
        add("inactive", Boolean.toString(concept.isInactive()), terms);
        return terms;
    }

    private static void add(String property, String value, Set<BytesRef> terms) {
        if (value != null) {
            terms.add(ConceptFields.present(property));
            terms.add(ConceptFields.valued(property, value));
            if (ConceptFields.isLong(value)) {
                terms.add(ConceptFields.longValued(property));
            }
        }
    }

    private static void addWords(Document document, Concept concept) {
        Set<String> words = new LinkedHashSet<>();
        concept.designations().stream()
                .map(Designation::value)
                .filter(java.util.Objects::nonNull)
                .forEach(name -> words.addAll(TextFilter.words(name)));
        words.addAll(TextFilter.words(concept.code()));
        Set<String> beginnings = new LinkedHashSet<>();
        Set<String> whole = new LinkedHashSet<>();
        for (String word : words) {
            whole.add(ConceptFields.cut(word, ConceptFields.LONGEST_WORD));
            for (int letters = 1; letters <= ConceptFields.LONGEST_BEGINNING; letters++) {
                beginnings.add(ConceptFields.cut(word, letters));
            }
        }
        document.add(terms(ConceptFields.WORD, List.copyOf(whole)));
        document.add(terms(ConceptFields.BEGINNING, List.copyOf(beginnings)));
    }

    private static List<String> flags(Concept concept, Place place) {
        List<String> flags = new ArrayList<>();
        if (place.parents.length == 0) {
            flags.add(ConceptFields.ROOT);
        }
        if (place.isLeaf) {
            flags.add(ConceptFields.LEAF);
        }
        if (concept.isInactive()) {
            flags.add(ConceptFields.INACTIVE);
        }
        if (concept.isAbstract()) {
            flags.add(ConceptFields.ABSTRACT);
        }
        return flags;
    }
}
