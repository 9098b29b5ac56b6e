package org.w3id.materia.extract.dosing;

import java.math.BigDecimal;
import java.util.Optional;
import org.w3id.materia.extract.Band;
import org.w3id.materia.extract.PatientGroup;
import org.w3id.materia.extract.Population;

/**
 * The patients that a dose is for: "children 12 years and over", "adults (≥65 years)", "patients weighing less than 60
 * kg", "renal impairment (CrCl 30-50 mL/min)", "ages 6-11".
 */
final class GroupParser implements Parser<PatientGroup> {
    static final GroupParser GROUP = new GroupParser();

    private static final BigDecimal ADULT = BigDecimal.valueOf(18);
    private static final BigDecimal ADOLESCENT = BigDecimal.valueOf(12);

    private static final Phrases<Population> NOUNS = new Phrases<Population>()
            .with(Population.ADULT, """
                    adult | adults | adult's | adult patients | adult patient | healthy adults""")
            .with(Population.CHILD, """
                    child | children | child's | children's | pediatric | paediatric | pediatrics |
                    pediatric patients | paediatric patients | older children | younger children""")
            .with(Population.CHILD, """
                    toddlers | toddler | young children | school - age children | pediatric patient""")
            .with(Population.INFANT, "infant | infants | infant's | babies")
            .with(Population.NEONATE, """
                    neonate | neonates | newborn | newborns | premature infants | preterm infants |
                    premature babies | newborn infants | newborn babies | preterm neonates""")
            .with(Population.ADOLESCENT, """
                    adolescent | adolescents | teenagers | teens | teenager | adolescent patients""")
            .with(Population.ELDERLY, """
                    elderly | elderly patients | older adults | older patients | geriatric | seniors |
                    geriatric patients | elderly individuals | elderly people | elderly adults | the elderly""")
            .with(Population.RENAL, """
                    renal impairment | kidney impairment | renal insufficiency | renal failure |
                    impaired kidney function | impaired renal function | kidney disease | kidney problems""")
            .with(Population.RENAL, """
                    end - stage renal disease | renal disease | hemodialysis | haemodialysis | dialysis | esrd |
                    renal dysfunction | kidney failure | reduced kidney function | kidney dysfunction""")
            .with(Population.RENAL, """
                    hemodialysis patients | reduced renal function | kidney impairment | renally impaired |
                    renal ( kidney ) impairment | kidney ( renal ) impairment | decreased renal function""")
            .with(Population.HEPATIC, """
                    hepatic impairment | liver impairment | hepatic insufficiency | liver disease |
                    impaired liver function | impaired hepatic function | liver problems | cirrhosis""")
            .with(Population.HEPATIC, """
                    hepatic dysfunction | liver cirrhosis | liver dysfunction | liver failure | child - pugh |
                    hepatic ( liver ) impairment | liver ( hepatic ) impairment | hepatic failure""")
            .with(Population.PREGNANCY, """
                    pregnant | pregnant women | during pregnancy | in pregnancy | pregnant patients""");

    private static final Phrases<Boolean> AGED =
            new Phrases<Boolean>().with(true, """
                    aged | ages | age | aged between | between the ages of | who are | from | of age |
                    from the age of | weighing | who weigh | with a body weight of | with body weight | weight |
                    body weight""").with(true, """
                    with a weight of | patients weighing | children weighing | of | with body weight of |
                    weights | aged from | between | patients aged | aged from birth to""");

    private static final Phrases<Boolean> CLEARANCE =
            new Phrases<Boolean>().with(true, """
                    crcl | clcr | creatinine clearance | gfr | egfr | creatinine clearance ( crcl ) |
                    glomerular filtration rate | estimated glomerular filtration rate | cr cl | clcreat""").with(true, """
                    glomerular filtration rate ( gfr ) | estimated glomerular filtration rate ( egfr ) |
                    creatinine clearance ( clcr ) | estimated gfr | estimated gfr ( egfr ) |
                    crcl ( creatinine clearance )""");

    private GroupParser() {}

    @Override
    public Optional<Reading<PatientGroup>> parse(Tokens tokens, int at) {
        return clearance(tokens, at).or(() -> named(tokens, at)).or(() -> banded(tokens, at));
    }

    /** "CrCl <30 mL/min", "creatinine clearance of 11 to 31 mL/minute". */
    private static Optional<Reading<PatientGroup>> clearance(Tokens tokens, int at) {
        return CLEARANCE.parse(tokens, at).map(c -> {
            int end = c.to();
            for (int i = c.to(); i < tokens.size() && i < c.to() + 24; i++) {
                boolean unit = tokens.is(i, "ml");
                if (unit) {
                    end = behindClearanceUnit(tokens, i);
                    boolean goesOn = tokens.is(end, "to", "-")
                            || tokens.is(end, "and", "but")
                                    && !tokens.number(end + 2).isEmpty();
                    if (!goesOn) {
                        break;
                    }
                    i = end;
                } else if (!isLimitWord(tokens, i)) {
                    break;
                }
            }
            return new Reading<>(PatientGroup.of(Population.RENAL, tokens.text(at, end)), at, end);
        });
    }

    private static boolean isLimitWord(Tokens tokens, int at) {
        return tokens.number(at).isPresent()
                || tokens.is(
                        at,
                        "of",
                        "is",
                        "less",
                        "than",
                        "greater",
                        "between",
                        "and",
                        "to",
                        "-",
                        "<",
                        ">",
                        "≥",
                        "≤",
                        "=",
                        "below",
                        "above",
                        "under",
                        "over",
                        ":",
                        "or",
                        "at",
                        "least",
                        "a",
                        "from",
                        "more",
                        "equal",
                        "values",
                        "exceeding");
    }

    /** "mL/min", "mL/minute/1.73 m²". */
    private static int behindClearanceUnit(Tokens tokens, int at) {
        int i = at + 1;
        while (tokens.is(i, "/", "per", "min", "minute", "m2", "kg", ".", "or")
                || tokens.isDigits(i) && tokens.is(i - 1, "/", "per")) {
            if (tokens.is(i, "or") && !tokens.is(i + 1, "less", "more", "greater", "higher", "lower")) {
                break;
            }
            i += tokens.is(i, "or") ? 2 : 1;
        }
        return i;
    }

    private static Optional<Reading<PatientGroup>> named(Tokens tokens, int at) {
        return NOUNS.parse(tokens, at).filter(n -> isPatients(tokens, n)).map(noun -> {
            Optional<Reading<BandParser.Limits>> band = bandBehind(tokens, noun.to());
            int end = band.map(Reading::to).orElse(noun.to());
            Optional<Band> age =
                    band.filter(b -> !b.value().isWeight()).map(b -> b.value().band());
            Optional<Band> weight =
                    band.filter(b -> b.value().isWeight()).map(b -> b.value().band());
            return new Reading<>(
                    new PatientGroup(Optional.of(noun.value()), tokens.text(at, end), age, weight), at, end);
        });
    }

    /** "proteinuria due to kidney disease" is a condition that is treated; "patients with kidney disease" are a group. */
    private static boolean isPatients(Tokens tokens, Reading<Population> noun) {
        if (tokens.is(noun.from() - 1, "not")
                || tokens.is(noun.from() - 2, "not") && tokens.is(noun.from() - 1, "on", "for", "in")) {
            return false;
        }
        boolean impaired = noun.value() == Population.RENAL || noun.value() == Population.HEPATIC;
        boolean loose = tokens.is(
                noun.to() - 1,
                "disease",
                "problems",
                "dialysis",
                "hemodialysis",
                "haemodialysis",
                "cirrhosis",
                "failure");
        return !impaired
                || !loose
                || noun.from() == 0
                || tokens.is(
                        noun.from() - 1,
                        "with",
                        "in",
                        "on",
                        "have",
                        "has",
                        "severe",
                        "moderate",
                        "mild",
                        "having",
                        "undergoing",
                        "or",
                        "receiving",
                        "-",
                        "(",
                        "/",
                        "for",
                        "and",
                        "significant",
                        "advanced",
                        "requiring",
                        "existing",
                        "without");
    }

    /** "(12-17 years)", "aged 2 years and older", "12 years and over", "(Adults: 18+)". */
    private static Optional<Reading<BandParser.Limits>> bandBehind(Tokens tokens, int at) {
        boolean bracket = tokens.is(at, "(", ",");
        int i = bracket ? at + 1 : at;
        int aged = AGED.parse(tokens, i).map(Reading::to).orElse(i);
        int start = tokens.is(aged, "approximately", "typically") ? aged + 1 : aged;
        Optional<Reading<BandParser.Limits>> band = BandParser.BAND.parse(tokens, start);
        if (band.isEmpty()) {
            return bracket ? Optional.empty() : bareYears(tokens, aged, aged > at);
        }
        boolean years = band.get().value().band().unit().equals("a")
                && band.get().value().band().low().isPresent()
                && band.get().value().band().high().isPresent();
        boolean limits = years
                || band.get().value().bounded()
                || band.get().value().isWeight()
                || aged > i
                || bracket && tokens.is(at, "(") && tokens.is(band.get().to(), ")", ",", ";");
        if (!limits) {
            return Optional.empty();
        }
        boolean closes = tokens.is(at, "(") && tokens.is(band.get().to(), ")");
        return Optional.of(new Reading<>(
                band.get().value(),
                at,
                closes ? band.get().to() + 1 : band.get().to()));
    }

    /** "under 12", "over 6", "aged 6-12": the years are left out. */
    private static Optional<Reading<BandParser.Limits>> bareYears(Tokens tokens, int at, boolean aged) {
        boolean under = tokens.is(at, "under", "below", "<");
        boolean over = tokens.is(at, "over", "above", ">", "≥");
        Optional<Reading<Range>> range = RangeParser.plain(tokens, under || over ? at + 1 : at);
        if (range.isEmpty()
                || !(under || over || aged)
                || range.get().value().most().compareTo(BigDecimal.valueOf(100)) > 0) {
            return Optional.empty();
        }
        Range r = range.get().value();
        Band band = under
                ? new Band(Optional.empty(), r.high(), "a")
                : new Band(r.low(), over || r.isSingle() ? Optional.empty() : r.high(), "a");
        return Optional.of(
                new Reading<>(new BandParser.Limits(band, true), at, range.get().to()));
    }

    /** A band without a noun: "weighing ≥60 kg", "ages 6-11", "12 years and older", "10-20 kg". */
    private static Optional<Reading<PatientGroup>> banded(Tokens tokens, int at) {
        Optional<Reading<Boolean>> aged =
                AGED.parse(tokens, at).filter(a -> !tokens.is(a.to() - 1, "from", "of", "are", "between"));
        int start = aged.map(Reading::to).orElse(at);
        Optional<Reading<BandParser.Limits>> band =
                BandParser.BAND.parse(tokens, start).filter(b -> aged.isPresent() || standsAlone(b.value()));
        if (band.isEmpty() && aged.isPresent() && tokens.is(at, "aged", "ages")) {
            band = bareYears(tokens, start, true);
        }
        return band.map(b -> new Reading<>(group(tokens, at, b), at, b.to()));
    }

    /** Kilograms measure patients; years that have a limit are ages. Days, weeks and months alone may be a course. */
    private static boolean standsAlone(BandParser.Limits limits) {
        return limits.band().unit().equals("kg")
                || limits.bounded() && limits.band().unit().equals("a");
    }

    private static PatientGroup group(Tokens tokens, int at, Reading<BandParser.Limits> band) {
        Band b = band.value().band();
        String words = tokens.text(at, band.to());
        return band.value().isWeight()
                ? new PatientGroup(Optional.empty(), words, Optional.empty(), Optional.of(b))
                : new PatientGroup(population(b), words, Optional.of(b), Optional.empty());
    }

    /** Whom a band of years alone means: those that are wholly grown up, or wholly not. */
    private static Optional<Population> population(Band age) {
        if (!age.unit().equals("a")) {
            return Optional.empty();
        }
        if (age.low().filter(l -> l.compareTo(ADULT) >= 0).isPresent()) {
            return Optional.of(Population.ADULT);
        }
        if (age.high().filter(h -> h.compareTo(ADULT) <= 0).isEmpty()) {
            return Optional.empty();
        }
        boolean grown = age.low().filter(l -> l.compareTo(ADOLESCENT) >= 0).isPresent();
        return Optional.of(grown ? Population.ADOLESCENT : Population.CHILD);
    }
}
