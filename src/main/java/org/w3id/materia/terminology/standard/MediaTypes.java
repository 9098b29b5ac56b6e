package org.w3id.materia.terminology.standard;

import java.util.Optional;
import java.util.regex.Pattern;
import org.w3id.materia.terminology.codesystem.EnglishConcept;

/** Media types (BCP 13; FHIR R4, 4.3.0.1): every well-formed one of a registered top-level type (RFC 6838, 4.2). */
final class MediaTypes extends StandardCodeSystem {
    static final String URL = "urn:ietf:bcp:13";
    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}";
    private static final String VALUE = "(?:[A-Za-z0-9!#$%&'*+.^_`|~-]+|\"[^\"]*\")";
    private static final Pattern MEDIA_TYPE = Pattern.compile(
            "(?:application|audio|example|font|haptics|image|message|model|multipart|text|video)/" + NAME
                    + "(?:\\s*;\\s*" + NAME + "=" + VALUE + ")*",
            Pattern.CASE_INSENSITIVE);

    MediaTypes() {
        super(URL, null, "MediaTypes", false);
    }

    @Override
    Optional<EnglishConcept> find(String code) {
        return MEDIA_TYPE.matcher(code).matches() ? Optional.of(new EnglishConcept(code, code)) : Optional.empty();
    }
}
