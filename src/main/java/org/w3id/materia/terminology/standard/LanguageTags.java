package org.w3id.materia.terminology.standard;

import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tags for identifying languages (BCP 47; FHIR R4, 4.3.0.1): every well-formed tag whose language and region the platform's copy of
 * the registry has.
 */
final class LanguageTags extends StandardCodeSystem {
    static final String URL = "urn:ietf:bcp:47";
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Set<String> LANGUAGES_OF_THREE_LETTERS = Arrays.stream(Locale.getAvailableLocales())
            .map(Locale::getLanguage)
            .filter(language -> language.length() == 3)
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> REGIONS = Set.of(Locale.getISOCountries());
    private static final int AREA = 3;

    LanguageTags() {
        super(URL, null, "LanguageTags", false);
    }

    @Override
    Optional<StandardConcept> find(String code) {
        Locale locale;
        try {
            locale = new Locale.Builder().setLanguageTag(code).build();
        } catch (IllformedLocaleException e) {
            return Optional.empty();
        }
        String language = locale.getLanguage();
        String region = locale.getCountry();
        boolean known = LANGUAGES.contains(language) || LANGUAGES_OF_THREE_LETTERS.contains(language);
        // A region of three digits is one of the United Nations' areas.
        if (!known || !region.isEmpty() && region.length() != AREA && !REGIONS.contains(region)) {
            return Optional.empty();
        }
        return Optional.of(new StandardConcept(locale.toLanguageTag(), locale.getDisplayName(Locale.ENGLISH)));
    }
}
