package org.w3id.materia.extract.dosing.mention;

import java.math.BigDecimal;
import java.util.Optional;
import org.w3id.materia.extract.dosing.amount.BandParser;
import org.w3id.materia.extract.dosing.amount.ClearanceParser;
import org.w3id.materia.extract.dosing.amount.DoseParser;
import org.w3id.materia.extract.dosing.grammar.Parser;
import org.w3id.materia.extract.dosing.grammar.Phrases;
import org.w3id.materia.extract.dosing.grammar.Range;
import org.w3id.materia.extract.dosing.grammar.RangeParser;
import org.w3id.materia.extract.dosing.grammar.Reading;
import org.w3id.materia.extract.dosing.grammar.Tokens;
import org.w3id.materia.extract.fact.Band;
import org.w3id.materia.extract.fact.PatientGroup;
import org.w3id.materia.extract.fact.Population;

/**
 * The patients that a dose is for: "children 12 years and over", "adults (≥65 years)", "patients weighing less than 60
 * kg", "renal impairment (CrCl 30-50 mL/min)", "ages 6-11".
 */
final class GroupParser implements Parser<PatientGroup> {
    static final GroupParser GROUP = new GroupParser();

    private static final BigDecimal ADULT = BigDecimal.valueOf(18);
    private static final BigDecimal ADOLESCENT = BigDecimal.valueOf(12);
    private static final BigDecimal OLD_AGE = BigDecimal.valueOf(65);
    private static final BigDecimal MONTHS_OF_INFANCY = BigDecimal.valueOf(12);

    private static final Phrases<Population> NOUNS = new Phrases<Population>()
            .with(Population.ADULT, """
                adult | adults | adult's | adult patients | adult patient | healthy adults""")
            .with(Population.CHILD, """
                child | children | child's | children's | pediatric | paediatric | pediatrics | pediatric patients |
                paediatric patients | older children | younger children | toddlers | toddler | young children |
                school - age children | pediatric patient""")
            .with(Population.INFANT, """
                infant | infants | infant's | babies""")
            .with(Population.NEONATE, """
                neonate | neonates | newborn | newborns | premature infants | preterm infants | premature babies |
                newborn infants | newborn babies | preterm neonates""")
            .with(Population.ADOLESCENT, """
                adolescent | adolescents | teenagers | teens | teenager | adolescent patients | young people | young
                person | young adolescents""")
            .with(Population.ELDERLY, """
                elderly | elderly patients | older adults | older patients | geriatric | seniors | geriatric
                patients | elderly individuals | elderly people | elderly adults | the elderly""")
            .with(Population.RENAL, """
                renal impairment | kidney impairment | renal insufficiency | renal failure | impaired kidney
                function | impaired renal function | kidney disease | kidney problems | end - stage renal disease |
                renal disease | hemodialysis | haemodialysis | dialysis | esrd | renal dysfunction | kidney failure
                | reduced kidney function | kidney dysfunction | hemodialysis patients | haemofiltration |
                hemofiltration | haemodiafiltration | hemodiafiltration | cvvh | cvvhd | cvvhdf | crrt | capd |
                peritoneal dialysis | renal replacement therapy | reduced renal function | renally impaired | renal
                ( kidney ) impairment | kidney ( renal ) impairment | decreased renal function""")
            .with(Population.HEPATIC, """
                hepatic impairment | liver impairment | hepatic insufficiency | liver disease | impaired liver
                function | impaired hepatic function | liver problems | cirrhosis | hepatic dysfunction | liver
                cirrhosis | liver dysfunction | liver failure | child - pugh | hepatic ( liver ) impairment | liver
                ( hepatic ) impairment | hepatic failure""")
            .with(Population.PREGNANCY, """
                pregnant | pregnant women | during pregnancy | in pregnancy | pregnant patients""");

    private static final Phrases<Boolean> AGED =
            new Phrases<Boolean>().with(true, """
                    aged | ages | age | aged between | between the ages of | who are | from | of age |
                    from the age of | weighing | who weigh | with a body weight of | with body weight | weight |
                    body weight""").with(true, """
                    with a weight of | patients weighing | children weighing | of | with body weight of |
                    weights | aged from | between | patients aged | aged from birth to""");

    private static final Phrases<Boolean> SEVERITY =
            new Phrases<Boolean>().with(true, """
                    severe | moderate | mild | mild to moderate | moderate to severe | mild to severe | mild or moderate |
                    moderate or severe | mild and moderate | significant | moderately | severely""").with(true, """
                    mild - to - moderate | moderate - to - severe | mild / moderate | moderate / severe |
                    advanced | end - stage | acute | chronic""");

    /** Nouns that name an illness as well as the patients who have it, and what stands before them where patients are meant. */
    private static final Phrases<Boolean> ILLNESSES =
            Phrases.words("disease | problems | dialysis | hemodialysis | haemodialysis | cirrhosis | failure");

    private static final Phrases<Boolean> PATIENTS_WITH = Phrases.words("""
            not""");

    private GroupParser() {}

    @Override
    public Optional<Reading<PatientGroup>> parse(Tokens tokens, int at) {
        return ClearanceParser.CLEARANCE
                .parse(tokens, at)
                .or(() -> fromBirth(tokens, at))
                .or(() -> sharing(tokens, at))
                .or(() -> named(tokens, at))
                .or(() -> banded(tokens, at));
    }

    /** "Neonate–17 years": all the young up to that age. */
    private static Optional<Reading<PatientGroup>> fromBirth(Tokens tokens, int at) {
        boolean birth = tokens.is(at, "neonate", "neonates", "newborn", "newborns", "birth");
        if (!birth || !tokens.is(at + 1, "-", "to")) {
            return Optional.empty();
        }
        return BandParser.BAND
                .parse(tokens, at + 2)
                .filter(b -> b.value().band().low().equals(b.value().band().high())
                        && !b.value().isWeight())
                .map(b -> {
                    Band age = new Band(
                            Optional.empty(),
                            b.value().band().high(),
                            b.value().band().unit());
                    return new Reading<>(
                            new PatientGroup(
                                    population(age), tokens.text(at, b.to()), Optional.of(age), Optional.empty()),
                            at,
                            b.to());
                });
    }

    /** "severe hepatic (liver) or renal (kidney) impairment": the first of two organs that share what is wrong with them. */
    private static Optional<Reading<PatientGroup>> sharing(Tokens tokens, int at) {
        int start = SEVERITY.parse(tokens, at).map(Reading::to).orElse(at);
        Optional<Reading<Population>> organ = ORGANS.parse(tokens, start);
        if (organ.isEmpty()) {
            return Optional.empty();
        }
        int end = behindOrgan(tokens, organ.get().to());
        boolean joined = tokens.is(end, "or", "and", "/");
        return joined
                        && NOUNS.parse(tokens, end + 1)
                                .filter(n -> n.value() != organ.get().value())
                                .filter(n -> n.value() == Population.RENAL || n.value() == Population.HEPATIC)
                                .isPresent()
                ? Optional.of(new Reading<>(PatientGroup.of(organ.get().value(), tokens.text(at, end)), at, end))
                : Optional.empty();
    }

    /** Behind a gloss in brackets. */
    private static int behindOrgan(Tokens tokens, int at) {
        return tokens.is(at, "(") && ORGANS.at(tokens, at + 1) && tokens.is(at + 2, ")") ? at + 3 : at;
    }

    private static final Phrases<Population> ORGANS = new Phrases<Population>()
            .with(Population.RENAL, "renal | kidney")
            .with(Population.HEPATIC, "hepatic | liver");

    private static Optional<Reading<PatientGroup>> named(Tokens tokens, int at) {
        int start = SEVERITY.parse(tokens, at).map(Reading::to).orElse(at);
        Optional<Reading<Population>> graded = NOUNS.parse(tokens, start)
                .filter(n -> start == at || n.value() == Population.RENAL || n.value() == Population.HEPATIC);
        return graded.filter(n -> isPatients(tokens, n))
                .map(n -> childPugh(tokens, n))
                .map(noun -> {
                    Optional<Reading<BandParser.Limits>> band = bandBehind(tokens, noun.to());
                    int end = band.map(Reading::to).orElse(noun.to());
                    return new Reading<>(
                            new PatientGroup(
                                    Optional.of(noun.value()),
                                    tokens.text(at, end),
                                    band.flatMap(b -> b.value().age()),
                                    band.flatMap(b -> b.value().weight())),
                            at,
                            end);
                });
    }

    /** "Child-Pugh class A or B". */
    private static Reading<Population> childPugh(Tokens tokens, Reading<Population> noun) {
        int i = noun.to();
        boolean bracket = tokens.is(i, "(") && tokens.follows(i + 1, "child", "-", "pugh");
        i = bracket ? i + 4 : i;
        if (!tokens.is(i - 1, "pugh")) {
            return noun;
        }
        i = tokens.is(i, "class", "score", "grade", "stage") ? i + 1 : i;
        if (!isClass(tokens, i)) {
            return new Reading<>(noun.value(), noun.from(), bracket ? noun.to() : i);
        }
        i = tokens.is(i + 1, "or", "and", "-", "/", "to") && isClass(tokens, i + 2) ? i + 3 : i + 1;
        return new Reading<>(noun.value(), noun.from(), bracket && tokens.is(i, ")") ? i + 1 : i);
    }

    private static boolean isClass(Tokens tokens, int at) {
        return tokens.is(at, "a", "b", "c")
                && Character.isUpperCase(tokens.raw(at).charAt(0));
    }

    /** "proteinuria due to kidney disease" is a condition that is treated; "patients with kidney disease" are a group. */
    private static boolean isPatients(Tokens tokens, Reading<Population> noun) {
        if (PATIENTS_WITH.at(tokens, noun.from() - 1)
                || tokens.is(noun.from() - 2, "not") && tokens.is(noun.from() - 1, "on", "for", "in")) {
            return false;
        }
        boolean impaired = noun.value() == Population.RENAL || noun.value() == Population.HEPATIC;
        boolean loose = ILLNESSES.at(tokens, noun.to() - 1);
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
        Optional<Reading<BandParser.Limits>> open =
                BandParser.BAND.parse(tokens, i).filter(b -> tokens.is(i, "from", "over", "under", "up"));
        Optional<Reading<BandParser.Limits>> band = open.or(() -> BandParser.BAND.parse(tokens, start));
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
                || isAgeOfTheYoung(tokens, at, band.get())
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

    /** "infants 3-12 months," and "children 6-11 months:": directly behind them, and told of nothing else. */
    private static boolean isAgeOfTheYoung(Tokens tokens, int at, Reading<BandParser.Limits> band) {
        Band b = band.value().band();
        boolean range = b.low().isPresent() && b.high().isPresent() && !b.low().equals(b.high());
        return range
                && b.unit().equals("mo")
                && tokens.is(at - 1, "infants", "infant", "children", "child", "babies", "toddlers")
                && (band.to() == tokens.size()
                        || DoseParser.DOSE.parse(tokens, band.to()).isPresent()
                        || tokens.is(
                                band.to(), ",", ":", ")", "should", "may", "can", "is", "are", "weighing", "receive"));
    }

    /** "under 12", "over 6", "aged 6-12": the years are left out. */
    private static Optional<Reading<BandParser.Limits>> bareYears(Tokens tokens, int at, boolean aged) {
        boolean under = tokens.is(at, "under", "below", "<");
        boolean over = tokens.is(at, "over", "above", ">", "≥");
        Optional<Reading<Range>> range = RangeParser.plain(tokens, under || over ? at + 1 : at);
        if (range.isEmpty()
                || !(under
                        || over
                        || aged
                        || BandParser.behindAndAbove(tokens, range.get().to())
                                > range.get().to())
                || range.get().value().most().compareTo(BigDecimal.valueOf(100)) > 0) {
            return Optional.empty();
        }
        Range r = range.get().value();
        Band band = under
                ? new Band(Optional.empty(), r.high(), "a")
                : new Band(r.low(), over || r.isSingle() ? Optional.empty() : r.high(), "a");
        int to = range.get().to();
        boolean upwards = !under && !over && r.isSingle();
        return Optional.of(new Reading<>(
                new BandParser.Limits(band, true), at, upwards ? BandParser.behindAndAbove(tokens, to) : to));
    }

    /** A band without a noun: "weighing ≥60 kg", "ages 6-11", "12 years and older", "10-20 kg". */
    private static Optional<Reading<PatientGroup>> banded(Tokens tokens, int at) {
        Optional<Reading<Boolean>> aged =
                AGED.parse(tokens, at).filter(a -> !tokens.is(a.to() - 1, "from", "of", "are", "between"));
        int start = aged.map(Reading::to).orElse(at);
        Optional<Reading<BandParser.Limits>> band = BandParser.BAND
                .parse(tokens, start)
                .filter(b -> aged.isPresent() || standsAlone(b.value()) || leads(tokens, at, b));
        if (band.isEmpty() && aged.isPresent() && tokens.is(at, "aged", "ages")) {
            band = bareYears(tokens, start, true);
        }
        return band.map(b -> new Reading<>(group(tokens, at, b), at, b.to()));
    }

    /** "2-9 years 125 mg every 6 hours", and "6 to 12 years" as a whole label: an age opens the clause. */
    private static boolean leads(Tokens tokens, int at, Reading<BandParser.Limits> band) {
        Band b = band.value().band();
        boolean opens = at == 0 || tokens.is(at - 1, ";") || tokens.is(at - 1, "and") && tokens.is(at - 2, ";");
        boolean range = b.low().isPresent()
                && b.high().isPresent()
                && b.low().get().compareTo(b.high().get()) < 0;
        boolean whole = band.to() == tokens.size()
                || tokens.is(band.to(), ":")
                || ReferenceParser.REFERENCE.parse(tokens, band.to()).isPresent()
                || DoseParser.DOSE
                        .parse(tokens, tokens.is(band.to(), ",") ? band.to() + 1 : band.to())
                        .isPresent();
        boolean young = tokens.any(NEWBORN) && !b.unit().equals("kg");
        boolean age = b.unit().equals("a") || b.unit().equals("mo") || young;
        boolean named =
                tokens.is(at - 1, "patients", "people", "persons") && b.unit().equals("a");
        return (opens || named) && range && whole && age;
    }

    private static final Phrases<Boolean> NEWBORN =
            Phrases.words("neonate | neonates | newborn | newborns | infant | infants");

    /** Kilograms measure patients; years that have a limit are ages. Days, weeks and months alone may be a course. */
    private static boolean standsAlone(BandParser.Limits limits) {
        return limits.band().unit().equals("kg")
                || limits.bounded() && limits.band().unit().equals("a");
    }

    private static PatientGroup group(Tokens tokens, int at, Reading<BandParser.Limits> band) {
        Optional<Band> age = band.value().age();
        String words = tokens.text(at, band.to());
        return new PatientGroup(
                age.flatMap(GroupParser::population), words, age, band.value().weight());
    }

    /** Whom a band of age alone means: those that are wholly infants, grown up, old or none of it. */
    private static Optional<Population> population(Band age) {
        if (age.unit().equals("mo")
                && age.high().filter(h -> h.compareTo(MONTHS_OF_INFANCY) <= 0).isPresent()) {
            return Optional.of(Population.INFANT);
        }
        if (!age.unit().equals("a")) {
            return Optional.empty();
        }
        if (age.low().filter(l -> l.compareTo(OLD_AGE) >= 0).isPresent()) {
            return Optional.of(Population.ELDERLY);
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
