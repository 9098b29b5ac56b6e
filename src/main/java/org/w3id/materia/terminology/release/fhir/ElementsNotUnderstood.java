package org.w3id.materia.terminology.release.fhir;

import ca.uhn.fhir.parser.IParserErrorHandler;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ScalarType;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ValueType;
import org.w3id.materia.model.Finding;
import org.w3id.materia.model.Finding.Severity;
import org.w3id.materia.terminology.release.ReleaseFile;
import org.w3id.materia.terminology.release.ReleaseSink;

/** Reports what a resource has beside what R4 defines for it; the rest of the resource is read. */
record ElementsNotUnderstood(ReleaseFile file, int line, ReleaseSink sink) implements IParserErrorHandler {
    @Override
    public void containedResourceWithNoId(IParseLocation location) {
        warn(location, "A contained resource has no id.");
    }

    @Override
    public void extensionContainsValueAndNestedExtensions(IParseLocation location) {
        warn(location, "An extension has a value and extensions.");
    }

    @Override
    public void incorrectJsonType(
            IParseLocation location,
            String element,
            ValueType expected,
            ScalarType expectedScalar,
            ValueType found,
            ScalarType foundScalar) {
        warn(location, "'" + element + "' is " + found + " where R4 has " + expected + ".");
    }

    @Override
    public void invalidInternalReference(IParseLocation location, String reference) {
        warn(location, "'" + reference + "' refers to nothing that is contained.");
    }

    @Override
    public void invalidValue(IParseLocation location, String value, String error) {
        warn(location, "'" + value + "' is no value here: " + error);
    }

    @Override
    public void missingRequiredElement(IParseLocation location, String element) {
        warn(location, "'" + element + "' is missing.");
    }

    @Override
    public void unexpectedRepeatingElement(IParseLocation location, String element) {
        warn(location, "'" + element + "' is there more than once; one is read.");
    }

    @Override
    public void unknownAttribute(IParseLocation location, String attribute) {
        warn(location, "R4 knows no attribute '" + attribute + "' here; it is left out.");
    }

    @Override
    public void unknownElement(IParseLocation location, String element) {
        warn(location, "R4 knows no element '" + element + "' here; it is left out.");
    }

    @Override
    public void unknownReference(IParseLocation location, String reference) {
        warn(location, "Nothing is contained that '" + reference + "' could refer to.");
    }

    private void warn(IParseLocation location, String message) {
        String parent = location == null ? null : location.getParentElementName();
        String where = parent == null ? "" : parent + ": ";
        sink.finding(new Finding(Severity.WARNING, file.path(), line, "element-not-understood", where + message));
    }
}
