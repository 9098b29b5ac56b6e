package org.w3id.materia.fhir;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.w3id.materia.coding.CodedConcept;
import org.w3id.materia.coding.CodedFacts;
import org.w3id.materia.coding.ConceptFinder;
import org.w3id.materia.coding.PhraseKind;
import org.w3id.materia.extract.fact.Amount;
import org.w3id.materia.extract.fact.Band;
import org.w3id.materia.extract.fact.Caution;
import org.w3id.materia.extract.fact.Contraindication;
import org.w3id.materia.extract.fact.DoseStatement;
import org.w3id.materia.extract.fact.Extent;
import org.w3id.materia.extract.fact.Indication;
import org.w3id.materia.extract.fact.Ingredient;
import org.w3id.materia.extract.fact.Interaction;
import org.w3id.materia.extract.fact.Mechanism;
import org.w3id.materia.extract.fact.MonographFacts;
import org.w3id.materia.extract.fact.PatientGroup;
import org.w3id.materia.extract.fact.Population;
import org.w3id.materia.extract.fact.Product;
import org.w3id.materia.extract.fact.QuestionAnswer;
import org.w3id.materia.extract.fact.RiskKind;
import org.w3id.materia.extract.fact.Route;
import org.w3id.materia.extract.fact.Schedule;
import org.w3id.materia.extract.fact.UndesirableEffect;
import org.w3id.materia.extract.outline.Evidence;
import org.w3id.materia.fhir.dosage.Doses;
import org.w3id.materia.model.ConceptKey;
import org.w3id.materia.model.SourceSpan;
import org.w3id.materia.monograph.Monograph;
import org.w3id.materia.monograph.MonographReader;
import org.w3id.materia.monograph.SectionKind;
import org.w3id.materia.monograph.UnusableMonographException;

/**
 * An invented combination whose facts are written by hand, so that each record and each optional of it occurs. The quotes are looked
 * up in the text.
 */
public final class SampleMonograph {
    public static final String TEXT = """
            ---
            title: Alpharil + Béta-Lun
            ---

            # Alpharil + Béta-Lun

            ### Usage
            Used for relapsed knee fever in adults of 18 to 65 years after one other therapy, and off-label against shin colds.

            ### Dosage
            **Adults:** 1 to 2 tablets by mouth every 4 to 6 hours as needed, at most 8 tablets a day and 2 at once.

            * 1.50 mg/kg on days 1, 8 and 15 of each 28-day cycle, over at least 60 minutes, for 6 to 8 weeks.
            * Infusion: 5 mg/kg/min for 30 to 90 minutes.
            * Reduce the dose as needed.

            ### Side Effects
            | Effect | Seen |
            |---|---|
            | Itching | often |

            Rarely, **severe** collapse.

            ### How it Works
            It blocks the beta gate. Béta-Lun <i>helps</i> & protects.

            ### Precautions
            Do not use with gammavir or in people weighing under 40 kg. Not recommended in pregnancy. Care is needed when driving.
            Alcohol makes it stronger; drink none.

            ### FAQs
            * **Q: Can I stop?** A: Ask first.

            ### Leaflets
            """;

    public static final Monograph MONOGRAPH = read("combinations/alpharil-beta-lun.md", TEXT);

    private static final Optional<String> BETA = Optional.of("béta-lun");
    private static final PatientGroup ADULTS = new PatientGroup(
            Optional.of(Population.ADULT),
            "adults of 18 to 65 years",
            Optional.of(band("18", "65", "a")),
            Optional.empty());
    private static final PatientGroup LIGHT = new PatientGroup(
            Optional.empty(), "people weighing under 40 kg", Optional.empty(), Optional.of(band(null, "40", "kg")));

    private SampleMonograph() {}

    public static Monograph read(String path, String text) {
        try {
            return MonographReader.read(path, text.getBytes(StandardCharsets.UTF_8));
        } catch (UnusableMonographException e) {
            throw new AssertionError(e);
        }
    }

    public static MonographFacts facts(Product.Kind kind) {
        return new MonographFacts(
                product(kind),
                List.of(
                        new Indication(
                                "relapsed knee fever",
                                Indication.Intent.TREATMENT,
                                Indication.ApprovalStatus.STATED,
                                List.of(ADULTS, PatientGroup.of(Population.RENAL, "kidney patients"), LIGHT),
                                Optional.of("one other therapy"),
                                Optional.empty(),
                                evidence("relapsed knee fever", SectionKind.USAGE)),
                        new Indication(
                                "shin colds",
                                Indication.Intent.PROPHYLAXIS,
                                Indication.ApprovalStatus.OFF_LABEL,
                                List.of(PatientGroup.of(Population.CHILD, "children")),
                                Optional.empty(),
                                BETA,
                                evidence("shin colds", SectionKind.USAGE))),
                dosing(),
                List.of(
                        contraindication("gammavir", RiskKind.DRUG, Contraindication.Strength.CONTRAINDICATED),
                        contraindication("pregnancy", RiskKind.PREGNANCY, Contraindication.Strength.NOT_RECOMMENDED)),
                List.of(
                        new Caution(
                                "driving",
                                RiskKind.ACTIVITY,
                                Optional.empty(),
                                evidence("Care is needed when driving", SectionKind.PRECAUTIONS)),
                        new Caution(
                                "alcohol",
                                RiskKind.FOOD,
                                BETA,
                                evidence("Alcohol makes it stronger", SectionKind.PRECAUTIONS))),
                List.of(
                        new Interaction(
                                "gammavir",
                                Interaction.Type.DRUG_DRUG,
                                Optional.empty(),
                                Optional.empty(),
                                BETA,
                                evidence("gammavir", SectionKind.PRECAUTIONS)),
                        new Interaction(
                                "alcohol",
                                Interaction.Type.DRUG_ALCOHOL,
                                Optional.of("makes it stronger"),
                                Optional.of("drink none"),
                                Optional.empty(),
                                evidence("Alcohol makes it stronger; drink none.", SectionKind.PRECAUTIONS))),
                List.of(
                        new UndesirableEffect(
                                "itching",
                                Optional.empty(),
                                false,
                                Optional.empty(),
                                evidence("Itching", SectionKind.SIDE_EFFECTS)),
                        new UndesirableEffect(
                                "collapse",
                                Optional.of(UndesirableEffect.Frequency.RARE),
                                true,
                                BETA,
                                evidence("**severe** collapse", SectionKind.SIDE_EFFECTS))),
                List.of(
                        new Mechanism(
                                "It blocks the beta gate.",
                                Optional.empty(),
                                evidence("It blocks the beta gate.", SectionKind.HOW_IT_WORKS)),
                        new Mechanism(
                                "Béta-Lun helps & protects.",
                                BETA,
                                evidence("Béta-Lun <i>helps</i> & protects.", SectionKind.HOW_IT_WORKS))),
                List.of(new QuestionAnswer(
                        "Can I stop?", "Ask first.", evidence("**Q: Can I stop?** A: Ask first.", SectionKind.FAQS))),
                List.of());
    }

    /** Codes conditions and the other drug, by different rules. */
    public static CodedFacts coded(MonographFacts facts) {
        ConceptFinder finder = (kind, phrase) -> {
            if (kind == PhraseKind.CONDITION && phrase.equals("relapsed knee fever")) {
                return List.of(concept("http://example.org/diseases", "K1", "Knee fever", "synonym"));
            }
            if (kind == PhraseKind.DRUG && phrase.equals("gammavir")) {
                return List.of(concept("http://example.org/drugs", "G9", "Gammavir", "exact"));
            }
            return List.of();
        };
        return new CodedFacts(facts, finder);
    }

    public static Evidence evidence(String quote, SectionKind section) {
        String source = MONOGRAPH.source().text();
        int start = source.indexOf(quote);
        return Evidence.of(source, new SourceSpan(start, start + quote.length()), section);
    }

    public static Band band(String low, String high, String unit) {
        return new Band(number(low), number(high), unit);
    }

    public static Amount amount(String low, String high, String unit, String perBody, String perTime) {
        return new Amount(number(low), number(high), unit, Optional.ofNullable(perBody), Optional.ofNullable(perTime));
    }

    public static Extent extent(String low, String high, String unit) {
        return new Extent(number(low), number(high), unit);
    }

    private static Product product(Product.Kind kind) {
        return new Product(
                kind,
                List.of(
                        new Ingredient("alpharil", evidence("Alpharil", SectionKind.OTHER)),
                        new Ingredient("béta-lun", evidence("Béta-Lun", SectionKind.OTHER))),
                List.of("Alphalun"),
                List.of(new Product.Stated<>(Route.ORAL, evidence("by mouth", SectionKind.DOSAGE))),
                List.of(
                        new Product.Stated<>("tablet", evidence("tablets", SectionKind.DOSAGE)),
                        new Product.Stated<>("moon dust", evidence("tablets", SectionKind.DOSAGE))),
                List.of(new Product.Stated<>(
                        "gate blocker", evidence("blocks the beta gate", SectionKind.HOW_IT_WORKS))));
    }

    private static List<DoseStatement> dosing() {
        return List.of(
                Doses.of("1 to 2 tablets by mouth every 4 to 6 hours as needed, at most 8 tablets a day and 2 at once.")
                        .groups(ADULTS)
                        .indication("relapsed knee fever")
                        .route(Route.ORAL)
                        .amount(amount("1", "2", "{tablet}", null, null))
                        .schedule(Doses.every(1, null, "4", "6", "h", "PC"))
                        .asNeeded()
                        .maximumPerPeriod(amount(null, "8", "{tablet}", null, null), "1", "d")
                        .maximumPerAdministration(amount(null, "2", "{tablet}", null, null))
                        .build(),
                Doses.of(
                                "1.50 mg/kg on days 1, 8 and 15 of each 28-day cycle, over at least 60 minutes, for 6 to 8 weeks.")
                        .groups(ADULTS)
                        .indication("relapsed knee fever")
                        .stage(DoseStatement.Stage.MAINTENANCE)
                        .route(Route.OTHER)
                        .amount(amount("1.50", "1.50", "mg", "kg", null))
                        .schedule(new Schedule(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                List.of(),
                                List.of(),
                                List.of(1, 8, 15),
                                Optional.of(28)))
                        .administration(extent("60", null, "min"))
                        .course(extent("6", "8", "wk"))
                        .ingredient("béta-lun")
                        .build(),
                Doses.of("Infusion: 5 mg/kg/min for 30 to 90 minutes.")
                        .groups(LIGHT)
                        .amount(amount("5", "5", "mg", "kg", "min"))
                        .administration(extent("30", "90", "min"))
                        .course(extent("3", "3", "d"))
                        .build(),
                Doses.of("Reduce the dose as needed.").build());
    }

    private static Contraindication contraindication(
            String condition, RiskKind kind, Contraindication.Strength strength) {
        return new Contraindication(
                condition,
                kind,
                strength,
                kind == RiskKind.DRUG ? List.of(LIGHT) : List.of(),
                kind == RiskKind.DRUG ? BETA : Optional.empty(),
                evidence(condition, SectionKind.PRECAUTIONS));
    }

    private static CodedConcept concept(String system, String code, String display, String reason) {
        return new CodedConcept(new ConceptKey(system, code), Optional.of(display), reason);
    }

    private static Optional<BigDecimal> number(String number) {
        return Optional.ofNullable(number).map(BigDecimal::new);
    }
}
