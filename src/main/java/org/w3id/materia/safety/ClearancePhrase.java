package org.w3id.materia.safety;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A clearance of creatinine as a fact's words name it, and nothing beside it: "creatinine clearance below 15 ml/min".
 *
 * @param from in mL/min, included
 * @param before in mL/min, not included
 */
record ClearancePhrase(Optional<BigDecimal> from, Optional<BigDecimal> before) {
    private static final Pattern PHRASE = Pattern.compile(
            "(?:renal impairment |kidney disease )?\\(?(?:with )?(?:an? |the )?(?:creatinine clearance|glomerular"
                    + " filtration rate|e?gfr|crcl|clcr)(?: of| is)? ?(?:(?:(below|under|less than|<)|(above|over|more"
                    + " than|>)) ?(\\d+(?:\\.\\d+)?)|(\\d+(?:\\.\\d+)?) ?(?:to|-|–) ?(\\d+(?:\\.\\d+)?)) ?ml/min(?:/1\\.73"
                    + " ?m[2²])?\\)?");

    /** The clearance that words name; empty where they name none, or say more. */
    static Optional<ClearancePhrase> parse(String words) {
        Matcher m = PHRASE.matcher(words.toLowerCase(Locale.ROOT).strip());
        if (!m.matches()) {
            return Optional.empty();
        }
        if (m.group(3) == null) {
            return Optional.of(new ClearancePhrase(
                    Optional.of(new BigDecimal(m.group(4))),
                    Optional.of(new BigDecimal(m.group(5)).add(new BigDecimal("0.001")))));
        }
        Optional<BigDecimal> number = Optional.of(new BigDecimal(m.group(3)));
        return Optional.of(
                m.group(1) != null
                        ? new ClearancePhrase(Optional.empty(), number)
                        : new ClearancePhrase(number.map(n -> n.add(new BigDecimal("0.001"))), Optional.empty()));
    }

    boolean contains(BigDecimal clearance) {
        return from.map(f -> clearance.compareTo(f) >= 0).orElse(true)
                && before.map(b -> clearance.compareTo(b) < 0).orElse(true);
    }
}
