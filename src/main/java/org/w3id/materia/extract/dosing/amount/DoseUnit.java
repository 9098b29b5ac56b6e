package org.w3id.materia.extract.dosing.amount;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3id.materia.extract.dosing.grammar.Phrases;

/**
 * A unit of an amount.
 *
 * @param ucum its UCUM code; dose forms that are counted are annotations ({@code {tablet}})
 */
public record DoseUnit(String ucum) {
    static final String PERCENT = "%";

    /** Factors between units of one dimension, so that a range may be stated in two of them. */
    private static final List<Map<String, BigDecimal>> DIMENSIONS = List.of(
            Map.of(
                    "g", BigDecimal.ONE,
                    "mg", new BigDecimal("1e-3"),
                    "ug", new BigDecimal("1e-6"),
                    "ng", new BigDecimal("1e-9")),
            Map.of("L", BigDecimal.ONE, "mL", new BigDecimal("1e-3")));

    public static final Phrases<DoseUnit> UNIT = new Phrases<DoseUnit>()
            .with(new DoseUnit("mg"), "mg | mgs | milligram | milligrams | milligramme | milligrammes")
            .with(new DoseUnit("g"), "g | gm | gms | gram | grams | gramme | grammes")
            .with(new DoseUnit("ug"), "mcg | ug | microgram | micrograms | microgramme")
            .with(new DoseUnit("ng"), "ng | nanogram | nanograms")
            .with(new DoseUnit("mL"), "ml | mls | milliliter | milliliters | millilitre | millilitres | cc")
            .with(new DoseUnit("L"), "l | liter | liters | litre | litres")
            .with(new DoseUnit("[iU]"), """
                    iu | unit | units | international unit | international units | u | unit ( iu ) |
                    international units ( iu ) | usp units""")
            .with(new DoseUnit("[CFU]"), """
                    cfu | cfus | colony forming units | colony - forming units | colony forming units ( cfu ) |
                    colony - forming units ( cfu )""")
            .with(new DoseUnit("meq"), "meq | milliequivalent | milliequivalents")
            .with(new DoseUnit("mmol"), "mmol | millimole | millimoles")
            .with(new DoseUnit("kBq"), "kbq")
            .with(new DoseUnit("MBq"), "mbq")
            .with(new DoseUnit("mCi"), "mci | millicurie | millicuries")
            .with(new DoseUnit("uCi"), "uci | microcurie | microcuries")
            .with(new DoseUnit(PERCENT), "% | percent")
            .with(
                    new DoseUnit("cm"),
                    "cm | centimeter | centimeters | centimetre | cm ribbon | centimeter ribbon | centimetre ribbon | cm strip")
            .with(new DoseUnit("[in_i]"), "inch | inches | inch ribbon | inch strip");

    /** Dose forms and acts that are counted. */
    public static final Phrases<DoseUnit> COUNTED = new Phrases<DoseUnit>()
            .with(counted("tablet"), """
                    tablet | tablets | pill | pills | chewable tablet | chewable tablets | film - coated tablet |
                    oral tablet | oral tablets | tab | tabs""")
            .with(counted("capsule"), "capsule | capsules | softgel | softgels | cap | caps")
            .with(counted("caplet"), "caplet | caplets")
            .with(counted("puff"), "puff | puffs | inhalation | inhalations | actuation | actuations")
            .with(counted("drop"), "drop | drops | gtt | gtts")
            .with(counted("spray"), "spray | sprays")
            .with(counted("application"), "application | applications")
            .with(counted("patch"), "patch | patches")
            .with(counted("lozenge"), "lozenge | lozenges")
            .with(counted("suppository"), "suppository | suppositories | pessary | pessaries")
            .with(counted("sachet"), "sachet | sachets | packet | packets")
            .with(counted("vial"), "vial | vials")
            .with(counted("ampoule"), "ampoule | ampoules | ampule | ampules")
            .with(counted("teaspoon"), "teaspoon | teaspoons | teaspoonful | teaspoonfuls | tsp")
            .with(counted("tablespoon"), "tablespoon | tablespoons | tablespoonful | tablespoonfuls | tbsp")
            .with(counted("applicatorful"), "applicatorful | applicatorfuls | applicator")
            .with(counted("capful"), "capful | capfuls")
            .with(counted("implant"), "implant | implants")
            .with(counted("insert"), "insert | inserts | vaginal insert | vaginal tablet | vaginal tablets")
            .with(counted("scoop"), "scoop | scoops")
            .with(counted("pump"), "pump | pumps")
            .with(counted("gummy"), "gummy | gummies")
            .with(counted("enema"), "enema | enemas")
            .with(counted("film"), "film | films")
            .with(counted("bottle"), "bottle | bottles")
            .with(counted("dose"), "dose | doses");

    private static DoseUnit counted(String form) {
        return new DoseUnit("{" + form + "}");
    }

    boolean isCounted() {
        return ucum.startsWith("{");
    }

    /** The factor that turns a number of this unit into one of {@code other}; empty for other dimensions. */
    public Optional<BigDecimal> factorTo(DoseUnit other) {
        if (equals(other)) {
            return Optional.of(BigDecimal.ONE);
        }
        return DIMENSIONS.stream()
                .filter(d -> d.containsKey(ucum) && d.containsKey(other.ucum))
                .map(d -> d.get(ucum).divide(d.get(other.ucum)))
                .findFirst();
    }
}
