package org.w3id.materia.terminology.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.w3id.materia.terminology.codesystem.Concept;
import org.w3id.materia.terminology.codesystem.EnglishConcept;
import org.w3id.materia.terminology.standard.LanguageSubtags.Kind;

/**
 * Tags for identifying languages (BCP 47; FHIR R4, 4.3.0.1): every valid tag (RFC 5646, 2.2.9) is a code. Filters are those of FHIR:
 * {@code language}, {@code ext-lang}, {@code script}, {@code region}, {@code variant}, {@code extension}, {@code private-use}, each
 * with {@code exists}.
 */
final class LanguageTags extends StandardCodeSystem {
    static final String URL = "urn:ietf:bcp:47";

    /** Of the Language Tag Extensions Registry: forms of text (RFC 6497), and of dates and numbers (RFC 6067). */
    private static final Set<String> EXTENSIONS = Set.of("t", "u");

    private static final Map<String, Predicate<LanguageTag>> PARTS = Map.of(
            "language", tag -> !tag.language().isEmpty(),
            "ext-lang", tag -> !tag.extlangs().isEmpty(),
            "script", tag -> !tag.script().isEmpty(),
            "region", tag -> !tag.region().isEmpty(),
            "variant", tag -> !tag.variants().isEmpty(),
            "extension", tag -> !tag.extensions().isEmpty(),
            "private-use", tag -> !tag.privateUse().isEmpty());

    LanguageTags() {
        super(URL, null, "LanguageTags", false);
    }

    @Override
    Optional<EnglishConcept> find(String code) {
        return LanguageSubtags.registry()
                .names(Kind.GRANDFATHERED, code)
                .map(names -> new EnglishConcept(code, names.get(0)))
                .or(() -> LanguageTag.parse(code)
                        .filter(LanguageTags::isValid)
                        .map(tag -> new EnglishConcept(tag.code(), name(tag), otherNames(tag), List.of())));
    }

    private static boolean isValid(LanguageTag tag) {
        return (tag.language().isEmpty() || isRegistered(Kind.LANGUAGE, tag.language()))
                && tag.extlangs().stream().allMatch(e -> isRegistered(Kind.EXTLANG, e))
                && (tag.script().isEmpty() || isRegistered(Kind.SCRIPT, tag.script()))
                && (tag.region().isEmpty() || isRegistered(Kind.REGION, tag.region()))
                && tag.variants().stream().allMatch(v -> isRegistered(Kind.VARIANT, v))
                && tag.extensions().stream().allMatch(e -> EXTENSIONS.contains(e.substring(0, 1)));
    }

    private static boolean isRegistered(Kind kind, String subtag) {
        return LanguageSubtags.registry().names(kind, subtag).isPresent();
    }

    /** The platform's, which is the one in daily use; the registry's for languages that the platform does not know. */
    private static String name(LanguageTag tag) {
        Locale locale = Locale.forLanguageTag(tag.code());
        boolean known = !locale.getLanguage().isEmpty()
                && !locale.getDisplayLanguage(Locale.ENGLISH).equals(locale.getLanguage());
        if (known) {
            return locale.getDisplayName(Locale.ENGLISH);
        }
        List<String> details = new ArrayList<>();
        tag.extlangs().forEach(e -> details.add(registered(Kind.EXTLANG, e)));
        if (!tag.script().isEmpty()) {
            details.add(registered(Kind.SCRIPT, tag.script()));
        }
        if (!tag.region().isEmpty()) {
            details.add(registered(Kind.REGION, tag.region()));
        }
        tag.variants().forEach(v -> details.add(registered(Kind.VARIANT, v)));
        details.addAll(tag.extensions());
        if (!tag.privateUse().isEmpty()) {
            details.add(tag.privateUse());
        }
        String language = tag.language().isEmpty() ? "Private use" : registered(Kind.LANGUAGE, tag.language());
        return details.isEmpty() ? language : language + " (" + String.join(", ", details) + ')';
    }

    private static String registered(Kind kind, String subtag) {
        return LanguageSubtags.registry().names(kind, subtag).orElseThrow().get(0);
    }

    /** A language alone is known by all of the registry's names. */
    private static List<String> otherNames(LanguageTag tag) {
        return tag.code().equals(tag.language())
                ? LanguageSubtags.registry()
                        .names(Kind.LANGUAGE, tag.language())
                        .orElseThrow()
                : List.of();
    }

    @Override
    public Optional<Predicate<Concept>> filter(Filter filter) {
        Predicate<LanguageTag> part = PARTS.get(filter.property());
        if (part == null || !filter.operator().equals("exists")) {
            return super.filter(filter);
        }
        boolean wanted = Boolean.parseBoolean(filter.value());
        return Optional.of(
                concept -> LanguageTag.parse(concept.code()).filter(part).isPresent() == wanted);
    }
}
