package org.w3id.materia.store.lucene.concept;

import java.io.IOException;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;

/** Values of properties as bytes: the type's first letter, and the value (FHIR R4, CodeSystem.concept.property.value[x]). */
final class PropertyValues {
    private static final char CODE = 'c';
    private static final char CODING = 'C';
    private static final char BOOLEAN = 'b';
    private static final char INTEGER = 'i';
    private static final char DECIMAL = 'd';
    private static final char DATE_TIME = 't';
    private static final char STRING = 's';

    private PropertyValues() {}

    static void write(Type value, DataOutput out) throws IOException {
        if (value instanceof Coding coding) {
            out.writeByte((byte) CODING);
            ConceptRecord.coding(coding, out);
            return;
        }
        out.writeByte((byte) letter(value));
        ConceptRecord.text(value.primitiveValue(), out);
    }

    private static char letter(Type value) {
        return switch (value.fhirType()) {
            case "code" -> CODE;
            case "boolean" -> BOOLEAN;
            case "integer" -> INTEGER;
            case "decimal" -> DECIMAL;
            case "dateTime" -> DATE_TIME;
            case "string" -> STRING;
            default -> throw new IllegalArgumentException("no property has a value of type " + value.fhirType());
        };
    }

    static Type read(DataInput in) throws IOException {
        char letter = (char) in.readByte();
        if (letter == CODING) {
            return ConceptRecord.coding(in);
        }
        String text = ConceptRecord.text(in);
        return switch (letter) {
            case CODE -> new CodeType(text);
            case BOOLEAN -> new BooleanType(text);
            case INTEGER -> new IntegerType(text);
            case DECIMAL -> new DecimalType(text);
            case DATE_TIME -> new DateTimeType(text);
            case STRING -> new StringType(text);
            default -> throw new IOException("a property's value of unknown type '" + letter + "'");
        };
    }
}
