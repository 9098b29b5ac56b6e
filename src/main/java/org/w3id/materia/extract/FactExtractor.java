package org.w3id.materia.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3id.materia.extract.dosing.DosingExtractor;
import org.w3id.materia.extract.dosing.DosingFindings;
import org.w3id.materia.extract.effect.EffectReader;
import org.w3id.materia.extract.fact.Caution;
import org.w3id.materia.extract.fact.Contraindication;
import org.w3id.materia.extract.fact.Contraindication.Strength;
import org.w3id.materia.extract.fact.DoseStatement;
import org.w3id.materia.extract.fact.Indication;
import org.w3id.materia.extract.fact.Mechanism;
import org.w3id.materia.extract.fact.MonographFacts;
import org.w3id.materia.extract.fact.OwnNames;
import org.w3id.materia.extract.fact.Product;
import org.w3id.materia.extract.fact.QuestionAnswer;
import org.w3id.materia.extract.fact.RiskKind;
import org.w3id.materia.extract.indication.IndicationReader;
import org.w3id.materia.extract.interaction.InteractionReader;
import org.w3id.materia.extract.outline.Outline;
import org.w3id.materia.extract.outline.ReadableOutline;
import org.w3id.materia.extract.outline.Statement;
import org.w3id.materia.extract.outline.Statement.Role;
import org.w3id.materia.extract.product.ProductFindings;
import org.w3id.materia.extract.question.QuestionReader;
import org.w3id.materia.extract.risk.RiskReader;
import org.w3id.materia.extract.risk.RiskStatement;
import org.w3id.materia.extract.risk.clause.Level;
import org.w3id.materia.model.Finding;
import org.w3id.materia.monograph.Monograph;
import org.w3id.materia.monograph.SectionKind;

/** A monograph → all the facts that it states. Pure: equal monographs give equal facts. Safe for several threads. */
public final class FactExtractor {
    private final Monograph monograph;
    private final String source;
    private final List<Statement> statements;
    private final Product product;
    private final OwnNames own;

    private FactExtractor(Monograph monograph, List<Statement> outline) {
        this.monograph = monograph;
        this.source = monograph.source().text();
        this.statements = Outline.cellByCell(outline);
        this.product = ProductExtractor.extract(monograph, statements);
        this.own = OwnNames.of(product, source);
    }

    /** All that the monograph states, and findings for what of it stayed text. */
    public static MonographFacts extract(Monograph monograph) {
        ReadableOutline readable = ReadableOutline.of(monograph);
        return new FactExtractor(monograph, readable.statements()).facts(readable);
    }

    private MonographFacts facts(ReadableOutline readable) {
        RiskReader reader = new RiskReader(source, own);
        statements.forEach(reader::read);
        List<RiskStatement> risks = reader.risks();
        List<Indication> indications = indications();
        List<DoseStatement> dosing =
                DosingExtractor.extract(monograph, readable.statements(), product, own, indications);
        List<Finding> findings = new ArrayList<>(readable.findings());
        findings.addAll(ProductFindings.of(monograph, product));
        findings.addAll(DosingFindings.of(monograph, dosing));
        InteractionReader interactions = interactions(risks);
        EffectReader effects = effects();
        Stream.of(reader.unread(), interactions.unread(), effects.unread())
                .flatMap(List::stream)
                .map(u -> u.finding(monograph.source()))
                .distinct()
                .forEach(findings::add);
        return new MonographFacts(
                product,
                indications,
                dosing,
                contraindications(risks),
                cautions(risks),
                interactions.interactions(),
                effects.effects(),
                mechanisms(),
                questions(),
                findings);
    }

    /** What the drug is used for, as the sections on usage state it. */
    private List<Indication> indications() {
        IndicationReader reader = new IndicationReader(source, own);
        statements.forEach(reader::read);
        return reader.indications();
    }

    /** The states of a patient in which the text forbids the drug or advises against it, from anywhere in the text. */
    private static List<Contraindication> contraindications(List<RiskStatement> risks) {
        return risks.stream()
                .filter(r -> r.level().forbids())
                .map(r -> new Contraindication(
                        r.condition(), r.kind(), strength(r.level()), r.groups(), r.ingredient(), r.evidence()))
                .toList();
    }

    private static Strength strength(Level level) {
        return level == Level.CONTRAINDICATED ? Strength.CONTRAINDICATED : Strength.NOT_RECOMMENDED;
    }

    /** The states and risks that the text bids to watch and does not forbid the drug in. */
    private static List<Caution> cautions(List<RiskStatement> risks) {
        Set<String> forbidden = risks.stream()
                .filter(r -> r.level().forbids())
                .map(RiskStatement::condition)
                .collect(Collectors.toSet());
        return risks.stream()
                .filter(r -> !r.level().forbids() && !forbidden.contains(r.condition()))
                .map(r -> new Caution(r.condition(), r.kind(), r.ingredient(), r.evidence()))
                .toList();
    }

    /** What interacts, from any section; a medicine that must not be taken together with this one is one of them. */
    private InteractionReader interactions(List<RiskStatement> risks) {
        InteractionReader reader = new InteractionReader(source, product, own);
        statements.forEach(reader::read);
        risks.stream()
                .filter(r -> r.kind() == RiskKind.DRUG && r.level().forbids())
                .forEach(reader::forbidden);
        return reader;
    }

    /** The undesirable effects that the section on them states, each with its frequency and seriousness. */
    private EffectReader effects() {
        EffectReader reader = new EffectReader(source, own);
        statements.stream().filter(s -> s.part() == SectionKind.SIDE_EFFECTS).forEach(reader::read);
        return reader;
    }

    /** How the drug works: the sentences of the section on it. */
    private List<Mechanism> mechanisms() {
        return statements.stream()
                .filter(s -> s.section().kind() == SectionKind.HOW_IT_WORKS)
                .filter(s -> s.role() == Role.SENTENCE || s.role() == Role.LEAD_IN || s.role() == Role.CELL)
                .map(s -> new Mechanism(s.text().text(), own.ingredientOf(s), s.evidence(source)))
                .toList();
    }

    /** The questions and answers: those of the section on them, and those marked "Q:" anywhere else. */
    private List<QuestionAnswer> questions() {
        return monograph.sections().stream()
                .flatMap(section -> QuestionReader.read(source, section).stream())
                .toList();
    }
}
