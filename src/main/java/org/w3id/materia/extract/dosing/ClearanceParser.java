package org.w3id.materia.extract.dosing;

import java.util.Optional;
import org.w3id.materia.extract.Band;
import org.w3id.materia.extract.PatientGroup;
import org.w3id.materia.extract.Population;

/**
 * Bands of kidney function: "CrCl <30 mL/min", "creatinine clearance of 11 to 31 mL/minute", "eGFR 15-29 mL/min/1.73 m²",
 * and a band in mL/min alone. Always in mL/min.
 */
final class ClearanceParser implements Parser<PatientGroup> {
    static final ClearanceParser CLEARANCE = new ClearanceParser();

    private static final String UNIT = "mL/min";

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
        PatientGroup group = PatientGroup.of(Population.RENAL, words).withClearance(band);
        return new Reading<>(group, at, limits.to());
    }
}
