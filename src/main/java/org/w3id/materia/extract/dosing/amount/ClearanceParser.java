package org.w3id.materia.extract.dosing.amount;

import java.math.BigDecimal;
import java.util.Optional;
import org.w3id.materia.extract.dosing.grammar.Parser;
import org.w3id.materia.extract.dosing.grammar.Phrases;
import org.w3id.materia.extract.dosing.grammar.Reading;
import org.w3id.materia.extract.dosing.grammar.Tokens;
import org.w3id.materia.extract.fact.Band;
import org.w3id.materia.extract.fact.PatientGroup;
import org.w3id.materia.extract.fact.Population;

/**
 * Bands of kidney function: "CrCl <30 mL/min", "creatinine clearance of 11 to 31 mL/minute", "eGFR 15-29 mL/min/1.73 m²",
 * and a band in mL/min alone. Always in mL/min.
 */
public final class ClearanceParser implements Parser<PatientGroup> {
    public static final ClearanceParser CLEARANCE = new ClearanceParser();

    private static final String UNIT = "mL/min";

    /** "CrCl above 50 mL/min" is said of patients whose kidneys need no other dose. */
    private static final BigDecimal IMPAIRED = BigDecimal.valueOf(50);

    private static final Phrases<Boolean> NAME =
            new Phrases<Boolean>().with(true, """
                    crcl | clcr | creatinine clearance | gfr | egfr | creatinine clearance ( crcl ) | cr cl |
                    glomerular filtration rate | estimated glomerular filtration rate | clcreat | crcls""").with(true, """
                    glomerular filtration rate ( gfr ) | estimated glomerular filtration rate ( egfr ) |
                    creatinine clearance ( clcr ) | estimated gfr | estimated gfr ( egfr ) |
                    crcl ( creatinine clearance ) | clearance | creatinine clearances | creatinine clearance , clcr ,""");

    private static final Phrases<Boolean> LINK =
            Phrases.words("of | is | : | = | ( | , | values of | from | is between | is of | rate of | , of | falls");

    private ClearanceParser() {}

    @Override
    public Optional<Reading<PatientGroup>> parse(Tokens tokens, int at) {
        Optional<Reading<Boolean>> name = NAME.parse(tokens, at);
        if (name.isEmpty()) {
            return BandParser.BAND
                    .parse(tokens, at)
                    .filter(b -> b.value().band().unit().equals(UNIT))
                    .map(b -> group(tokens, at, b));
        }
        int link = LINK.parse(tokens, name.get().to())
                .map(Reading::to)
                .orElse(name.get().to());
        return BandParser.in(UNIT)
                .parse(tokens, link)
                .or(() -> BandParser.in(UNIT).parse(tokens, name.get().to()))
                .filter(b -> b.value().band().unit().equals(UNIT))
                .map(b -> group(tokens, at, b));
    }

    private static Reading<PatientGroup> group(Tokens tokens, int at, Reading<BandParser.Limits> limits) {
        Band band = limits.value().band();
        String words = tokens.text(at, limits.to());
        return new Reading<>(group(band, words), at, limits.to());
    }

    /** Patients within a band; those above it alone are not impaired. */
    public static PatientGroup group(Band band, String words) {
        boolean normal = band.high().isEmpty()
                && band.low().filter(l -> l.compareTo(IMPAIRED) >= 0).isPresent();
        Optional<Population> population = normal ? Optional.empty() : Optional.of(Population.RENAL);
        return new PatientGroup(population, words, Optional.empty(), Optional.empty(), Optional.of(band));
    }
}
