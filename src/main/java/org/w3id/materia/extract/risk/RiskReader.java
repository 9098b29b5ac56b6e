package org.w3id.materia.extract.risk;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.w3id.materia.extract.Product;
import org.w3id.materia.extract.RiskKind;
import org.w3id.materia.extract.Statement;
import org.w3id.materia.extract.Statement.Governor;
import org.w3id.materia.extract.Statement.Role;
import org.w3id.materia.extract.effect.Brackets;
import org.w3id.materia.language.Lexicon;
import org.w3id.materia.monograph.Passage;
import org.w3id.materia.monograph.SectionKind;

/** Reads the statements of a monograph in order and collects what they warn of; each state once for each level. */
public final class RiskReader {
    private static final Lexicon GENERIC_LABELS = Lexicon.load("extract/risk/label-generic.txt");
    private static final Pattern INTERACTIONS = Pattern.compile("(?i).*\\binteractions?\\b.*");
    private static final Pattern VERB = Pattern.compile(
            "(?i)\\b(?:is|are|was|were|has|have|may|can|could|might|should|will|would|must|do|does|did|consult|inform|tell|include|includes)\\b");

    /** Not the drug as such is forbidden, but some way of using it. */
    private static final Pattern LIMITED_USE = Pattern.compile(
            "(?i)\\b(?:unnecessary|indiscriminate|excessive|high[- ]dose|concurrent|concomitant|simultaneous|combined)\\b");

    /** Of a single drug: not the drug is forbidden, but another one beside it. */
    private static final Pattern COMBINATION = Pattern.compile("(?i)\\bthe combination\\b");

    private static final Pattern REFERS_BACK = Pattern.compile(
            "(?i)\\b(?:these|this|such|those|the latter) (?:periods?|populations?|(?:age )?groups?|patients|individuals|cases|stages?|conditions|women|times?)\\b");

    private final Product product;
    private final RiskCollector collector;
    private final NamedRisks namedRisks;
    private List<NamedRisk> latest = List.of();
    private Optional<Statement> latestStatement = Optional.empty();
    private Optional<LabelledRisk> open = Optional.empty();
    private final IdentityHashMap<Passage, Directive> leadIns = new IdentityHashMap<>();

    private static boolean isCautious(Statement statement) {
        return statement.section().kind() == SectionKind.PRECAUTIONS && !aboutInteractions(statement);
    }

    private static boolean aboutInteractions(Statement statement) {
        return statement.governors().stream()
                .anyMatch(g -> INTERACTIONS.matcher(g.text().text()).matches());
    }

    public RiskReader(String source, Product product) {
        this.product = product;
        this.collector = new RiskCollector(source, product);
        this.namedRisks = new NamedRisks(product);
    }

    /** What the statements read so far warn of, in the order of the text. */
    public List<RiskStatement> risks() {
        close();
        return collector.risks();
    }

    /** Reads the next statement. */
    public void read(Statement statement) {
        if (open.filter(o -> o.governs(statement)).isEmpty()) {
            close();
        }
        switch (statement.role()) {
            case HEADING -> {}
            case LABEL -> readLabel(statement);
            case SENTENCE, LEAD_IN, CELL -> readSentence(statement);
        }
        namedRisks.passed(statement.text().text());
    }

    private void readLabel(Statement statement) {
        close();
        String text = statement.text().text();
        String lower = text.toLowerCase(Locale.ROOT).strip();
        Optional<Directive> listed = governing(statement);
        if (listed.isPresent()) {
            add(statement, listed.get().level(), namedRisks.in(text, 0, text.length()), Optional.empty());
            return;
        }
        boolean risk = statement.section().kind() == SectionKind.PRECAUTIONS
                && !GENERIC_LABELS.contains(lower)
                && ListLabel.level(lower).isEmpty()
                && !INTERACTIONS.matcher(lower).matches()
                && !aboutInteractions(statement)
                && !lower.endsWith("?")
                && !product.isNamed(lower)
                && product.ingredientIn(lower).isEmpty();
        if (risk) {
            open = Optional.of(new LabelledRisk(statement, namedRisks.in(text, 0, text.length())));
        }
    }

    /** Adds what an open label names and the text under it does not. */
    private void close() {
        LabelledRisk labelled = open.orElse(null);
        open = Optional.empty();
        if (labelled == null) {
            return;
        }
        collector.add(labelled.label(), labelled.level(), labelled.missing(), Optional.empty());
    }

    private void readSentence(Statement statement) {
        String text = statement.text().text();
        String plain = Brackets.blank(text);
        boolean precautions = isCautious(statement);
        Optional<Directive> governing = governing(statement);
        if (governing.isPresent()
                && !VERB.matcher(plain).find()
                && Directive.firmest(plain, 0, plain.length())
                        .filter(d -> d.level().forbids())
                        .isEmpty()) {
            add(statement, governing.get().level(), namedRisks.in(text, 0, text.length()), Optional.empty());
            return;
        }
        if (statement.section().kind() == SectionKind.SIDE_EFFECTS && governing.isEmpty()) {
            return;
        }
        for (Range clause : Clauses.of(plain)) {
            readClause(statement, text, plain, clause, precautions);
        }
    }

    private void readClause(Statement statement, String text, String plain, Range clause, boolean precautions) {
        Optional<Directive> directive = Directive.firmest(plain, clause.start(), clause.end());
        if (statement.role() == Role.LEAD_IN) {
            directive.filter(d -> d.level().forbids() || precautions).ifPresent(d -> leadIns.put(statement.text(), d));
        }
        boolean dosage = statement.section().kind() == SectionKind.DOSAGE;
        if (clause.end() < plain.length() && plain.charAt(clause.end()) == '?'
                || plain.startsWith("?", clause.end() - 1)) {
            return;
        }
        if (directive.isPresent() && directive.get().level().forbids()) {
            readProhibition(statement, text, plain, clause, directive.get());
        } else if (precautions || dosage && directive.isPresent()) {
            readCaution(statement, text, plain, clause, directive);
        }
    }

    private void readProhibition(Statement statement, String text, String plain, Range clause, Directive directive) {
        List<NamedRisk> names = new ArrayList<>();
        for (Range range : Targets.forbidden(plain, clause, directive, product)) {
            names.addAll(namedRisks.in(text, range.start(), range.end()));
        }
        names.removeIf(n -> n.name().kind() == RiskKind.ACTIVITY
                || n.name().kind() == RiskKind.DRUG && directive.level() != Level.CONTRAINDICATED
                || n.name().kind() != RiskKind.DRUG && forbidsCombination(plain, clause, directive));
        if (names.isEmpty()
                && REFERS_BACK
                        .matcher(plain)
                        .region(clause.start(), clause.end())
                        .find()) {
            restate(directive.level());
        } else if (names.isEmpty() && bindsLabel(plain, clause, directive)) {
            open.ifPresent(o -> o.directed(directive.level()));
        }
        add(statement, directive.level(), names, Optional.of(directive));
        if (names.isEmpty() && isCautious(statement)) {
            readCaution(statement, text, plain, clause, Optional.of(directive));
        } else {
            remember(statement, names);
        }
    }

    private boolean forbidsCombination(String plain, Range clause, Directive directive) {
        return product.ingredients().size() == 1
                && COMBINATION
                        .matcher(plain)
                        .region(clause.start(), directive.start())
                        .find();
    }

    private void readCaution(
            Statement statement, String text, String plain, Range clause, Optional<Directive> directive) {
        List<NamedRisk> names = new ArrayList<>();
        for (Range range : PopulationScan.of(plain, clause)) {
            namedRisks.in(text, range.start(), range.end()).forEach(n -> names.add(asLabelled(n)));
        }
        String words = plain.substring(clause.start(), clause.end());
        if (Reassurance.isFirm(words) || directive.isEmpty() && Reassurance.isMild(words)) {
            open.ifPresent(o -> o.reassured(names));
            remember(statement, names);
            return;
        }
        if (names.isEmpty()
                && directive.isPresent()
                && REFERS_BACK.matcher(words).find()) {
            restate(Level.CAUTION);
        }
        if (isCautious(statement) && directive.isPresent()) {
            for (Range range : Targets.cautioned(plain, clause)) {
                namedRisks.in(text, range.start(), range.end()).forEach(n -> names.add(asLabelled(n)));
            }
        }
        add(statement, Level.CAUTION, names, directive);
        remember(statement, names);
    }

    private void remember(Statement statement, List<NamedRisk> names) {
        if (!names.isEmpty()) {
            latest = List.copyOf(names);
            latestStatement = Optional.of(statement);
        }
    }

    /** A population as the label above calls it: "older adults" under "Elderly", "kidney disease" under "Renal impairment". */
    private NamedRisk asLabelled(NamedRisk named) {
        Optional<Organ> organ = Organ.weak(named.name().text());
        boolean old = named.name().text().startsWith("older ");
        return open.stream()
                .flatMap(o -> o.names().stream())
                .filter(l -> old && l.name().text().equals("elderly")
                        || organ.isPresent() && Organ.weak(l.name().text()).equals(organ))
                .findFirst()
                .map(l -> new NamedRisk(l.name(), named.phrase(), named.groups()))
                .orElse(named);
    }

    /** "not recommended in this group": a level for what the sentence before named. */
    private void restate(Level level) {
        latestStatement.ifPresent(s -> add(s, level, latest, Optional.empty()));
    }

    /** Whether a directive is about the drug alone, so that it holds for what the label names. */
    private static boolean bindsLabel(String plain, Range clause, Directive directive) {
        if (LIMITED_USE.matcher(plain).region(clause.start(), directive.start()).find()) {
            return false;
        }
        String behind = plain.substring(directive.end(), clause.end()).strip();
        return behind.length() < 25 || behind.startsWith("unless") || behind.startsWith("without");
    }

    /** What a lead-in or a label above a statement says of all that it lists. */
    private Optional<Directive> governing(Statement statement) {
        for (int i = statement.governors().size() - 1; i >= 0; i--) {
            Governor governor = statement.governors().get(i);
            Directive said = leadIns.get(governor.text());
            if (said != null) {
                return Optional.of(said);
            }
            if (governor.role() != Role.LEAD_IN) {
                String label = governor.text().text().strip();
                Optional<Level> level = ListLabel.level(label);
                if (level.isPresent()) {
                    return Optional.of(new Directive(level.get(), 0, 0));
                }
            }
        }
        return Optional.empty();
    }

    private void add(Statement statement, Level level, List<NamedRisk> names, Optional<Directive> directive) {
        List<RiskStatement> found = collector.add(statement, level, names, directive);
        open.ifPresent(o -> o.found(found));
    }
}
