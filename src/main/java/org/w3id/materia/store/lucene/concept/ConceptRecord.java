package org.w3id.materia.store.lucene.concept;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;
import org.apache.lucene.util.BytesRef;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Enumerations.ConceptMapEquivalence;
import org.w3id.materia.coding.PhraseKind;
import org.w3id.materia.model.ConceptKey;
import org.w3id.materia.terminology.codesystem.ConceptProperty;
import org.w3id.materia.terminology.codesystem.Designation;
import org.w3id.materia.terminology.release.CrossReference;
import org.w3id.materia.terminology.release.ReleasedConcept;

/** A released concept as bytes, without its parents, which are numbers of their own. The same concept gives the same bytes. */
final class ConceptRecord {
    private static final int INACTIVE = 1;
    private static final int ABSTRACT = 2;

    private ConceptRecord() {}

    static byte[] write(ReleasedConcept concept) {
        ByteBuffersDataOutput out = new ByteBuffersDataOutput();
        try {
            out.writeString(concept.code());
            text(concept.display(), out);
            text(concept.definition(), out);
            out.writeByte((byte) ((concept.isInactive() ? INACTIVE : 0) | (concept.isAbstract() ? ABSTRACT : 0)));
            out.writeVInt(concept.designations().size());
            for (Designation designation : concept.designations()) {
                text(designation.language(), out);
                coding(designation.use(), out);
                text(designation.value(), out);
                text(designation.status(), out);
            }
            out.writeVInt(concept.properties().size());
            for (ConceptProperty property : concept.properties()) {
                out.writeString(property.code());
                PropertyValues.write(property.value(), out);
            }
            Set<PhraseKind> kinds = new TreeSet<>(concept.kinds());
            out.writeVInt(kinds.size());
            for (PhraseKind kind : kinds) {
                out.writeString(kind.name());
            }
            out.writeVInt(concept.references().size());
            for (CrossReference reference : concept.references()) {
                out.writeString(reference.concept().system());
                out.writeString(reference.concept().code());
                out.writeString(reference.equivalence().name());
                out.writeByte((byte) (reference.codesPhrases() ? 1 : 0));
            }
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail", e);
        }
        return out.toArrayCopy();
    }

    static ReleasedConcept read(BytesRef bytes) throws IOException {
        DataInput in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
        String code = in.readString();
        String display = text(in);
        String definition = text(in);
        byte flags = in.readByte();
        int names = in.readVInt();
        List<Designation> designations = new ArrayList<>(names);
        for (int i = 0; i < names; i++) {
            designations.add(new Designation(text(in), coding(in), text(in), false, text(in), List.of(), null));
        }
        int values = in.readVInt();
        List<ConceptProperty> properties = new ArrayList<>(values);
        for (int i = 0; i < values; i++) {
            properties.add(new ConceptProperty(in.readString(), null, PropertyValues.read(in)));
        }
        Set<PhraseKind> kinds = EnumSet.noneOf(PhraseKind.class);
        for (int i = in.readVInt(); i > 0; i--) {
            kinds.add(PhraseKind.valueOf(in.readString()));
        }
        int others = in.readVInt();
        List<CrossReference> references = new ArrayList<>(others);
        for (int i = 0; i < others; i++) {
            ConceptKey other = new ConceptKey(in.readString(), in.readString());
            ConceptMapEquivalence equivalence = ConceptMapEquivalence.valueOf(in.readString());
            references.add(new CrossReference(other, equivalence, in.readByte() != 0));
        }
        return new ReleasedConcept(
                code,
                new ReleasedConcept.Description(display, definition, designations, properties),
                new ReleasedConcept.Standing(List.of(), (flags & INACTIVE) != 0, (flags & ABSTRACT) != 0),
                new ReleasedConcept.Uses(kinds, references));
    }

    /** Null is told from an empty one. */
    static void text(String text, DataOutput out) throws IOException {
        out.writeByte((byte) (text == null ? 0 : 1));
        if (text != null) {
            out.writeString(text);
        }
    }

    static String text(DataInput in) throws IOException {
        return in.readByte() == 0 ? null : in.readString();
    }

    static void coding(Coding coding, DataOutput out) throws IOException {
        out.writeByte((byte) (coding == null ? 0 : 1));
        if (coding != null) {
            text(coding.getSystem(), out);
            text(coding.getVersion(), out);
            text(coding.getCode(), out);
            text(coding.getDisplay(), out);
        }
    }

    static Coding coding(DataInput in) throws IOException {
        if (in.readByte() == 0) {
            return null;
        }
        String system = text(in);
        String version = text(in);
        return new Coding(system, text(in), text(in)).setVersion(version);
    }
}
