package org.w3id.materia.terminology.standard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Locale.IsoCountryCode;
import java.util.Map;
import java.util.Optional;
import org.w3id.materia.terminology.codesystem.EnglishConcept;

/**
 * Codes of countries of two letters, of three letters and of three digits (ISO 3166-1; FHIR R4, 4.3.0.1): those countries that the platform has,
 * by the names of Unicode's CLDR.
 */
final class Countries extends StandardCodeSystem {
    static final String URL = "urn:iso:std:iso:3166";
    private final Map<String, EnglishConcept> byCode = new LinkedHashMap<>();

    Countries() {
        super(URL, null, "Countries", false);
        for (IsoCountryCode part : List.of(IsoCountryCode.PART1_ALPHA2, IsoCountryCode.PART1_ALPHA3)) {
            Locale.getISOCountries(part).stream()
                    .sorted()
                    .forEach(code -> byCode.put(code, new EnglishConcept(code, name(code))));
        }
        StandardTable.rows("country-numbers.txt").stream()
                .filter(row -> byCode.containsKey(row.get(0)))
                .forEach(row -> byCode.put(row.get(1), new EnglishConcept(row.get(1), name(row.get(0)))));
    }

    private static String name(String code) {
        if (code.length() == 2) {
            return new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH);
        }
        for (String other : Locale.getISOCountries()) {
            Locale country = new Locale.Builder().setRegion(other).build();
            if (country.getISO3Country().equals(code)) {
                return country.getDisplayCountry(Locale.ENGLISH);
            }
        }
        return code;
    }

    @Override
    Optional<EnglishConcept> find(String code) {
        return Optional.ofNullable(byCode.get(code.toUpperCase(Locale.ROOT)));
    }

    @Override
    Optional<List<EnglishConcept>> all() {
        return Optional.of(new ArrayList<>(byCode.values()));
    }
}
