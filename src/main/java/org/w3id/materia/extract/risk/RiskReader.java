package org.w3id.materia.extract.risk;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3id.materia.extract.Product;
import org.w3id.materia.extract.RiskKind;
import org.w3id.materia.extract.Statement;
import org.w3id.materia.extract.Statement.Governor;
import org.w3id.materia.extract.Statement.Role;
import org.w3id.materia.extract.risk.Span.Frame;
import org.w3id.materia.language.Lexicon;
import org.w3id.materia.language.Words;
import org.w3id.materia.monograph.Passage;
import org.w3id.materia.monograph.SectionKind;

/** Reads the statements of a monograph in order and collects what they warn of; each state once for each level. */
public final class RiskReader {
    private static final Lexicon GENERIC_LABELS = Lexicon.load("extract/risk/label-generic.txt");
    private static final Pattern INTERACTIONS = Pattern.compile("(?i).*\\binteractions?\\b.*");
    private static final Set<String> VERBS = Set.of(
            "is",
            "are",
            "was",
            "were",
            "has",
            "have",
            "may",
            "can",
            "could",
            "might",
            "should",
            "will",
            "would",
            "must",
            "do",
            "does",
            "did",
            "consult",
            "inform",
            "tell",
            "include",
            "includes");

    /** Not the drug as such is forbidden, but some way of using it. */
    private static final Set<String> LIMITS = Set.of(
            "unnecessary",
            "indiscriminate",
            "excessive",
            "high-dose",
            "concurrent",
            "concomitant",
            "simultaneous",
            "combined");

    private static final Pattern REFERS_BACK = Pattern.compile(
            "(?i)\\b(?:these|this|such|those|the latter) (?:periods?|populations?|(?:age )?groups?|patients|individuals|cases|stages?|conditions|women|times?)\\b");
    private static final Pattern USE =
            Pattern.compile("^(?:its )?(?:use|using|taking)(?: (?:it|(?:of )?th(?:is|e) \\w+))?\\s*");
    private static final int SHORT = 25;

    private final Product product;
    private final Drugs drugs;
    private final RiskCollector collector;
    private final NamedRisks namedRisks;
    private List<NamedRisk> latest = List.of();
    private Optional<Statement> latestStatement = Optional.empty();
    private Optional<LabelledRisk> open = Optional.empty();
    private final IdentityHashMap<Passage, Level> leadIns = new IdentityHashMap<>();

    public RiskReader(String source, Product product) {
        this.product = product;
        this.drugs = new Drugs(product);
        this.collector = new RiskCollector(source, product);
        this.namedRisks = new NamedRisks(product, drugs);
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

    private static boolean isCautious(Statement statement) {
        return statement.section().kind() == SectionKind.PRECAUTIONS && !aboutInteractions(statement);
    }

    private static boolean aboutInteractions(Statement statement) {
        return statement.governors().stream()
                .anyMatch(g -> INTERACTIONS.matcher(g.text().text()).matches());
    }

    private void readLabel(Statement statement) {
        close();
        latestStatement = Optional.empty();
        String text = statement.text().text();
        String lower = text.toLowerCase(Locale.ROOT).strip();
        Optional<Level> listed = governing(statement);
        if (listed.isPresent()) {
            add(statement, listed.get(), namedRisks.in(text), Optional.empty());
            return;
        }
        boolean risk = isCautious(statement)
                && !GENERIC_LABELS.contains(lower)
                && ListLabel.level(lower).isEmpty()
                && !INTERACTIONS.matcher(lower).matches()
                && !lower.endsWith("?")
                && !product.isNamed(lower)
                && product.ingredientIn(lower).isEmpty();
        if (risk) {
            open = Optional.of(new LabelledRisk(statement, namedRisks.in(text)));
        }
    }

    /** Adds what an open label names and the text under it does not. */
    private void close() {
        open.ifPresent(o -> collector.add(o.label(), o.level(), o.missing(), Optional.empty()));
        open = Optional.empty();
    }

    private void readSentence(Statement statement) {
        Words words = Words.of(statement.text().text());
        Optional<Level> governing = governing(statement);
        if (statement.section().kind() == SectionKind.SIDE_EFFECTS && governing.isEmpty()) {
            return;
        }
        for (Clause clause : Clause.of(words)) {
            if (governing.isEmpty() || !readListed(statement, clause, governing.get())) {
                readClause(statement, clause);
            }
        }
    }

    /** Reads a clause as an item of a list that a label or lead-in opens; not one that is a sentence of its own. */
    private boolean readListed(Statement statement, Clause clause, Level level) {
        Words words = clause.words();
        if (Directive.all(words, clause.from(), clause.to()).stream()
                .anyMatch(d -> d.level() != Level.CAUTION || d.bidsCare())) {
            return false;
        }
        int from = clause.from();
        List<Span> spans = new ArrayList<>();
        while (from < clause.to()) {
            int to = from;
            while (to < clause.to() && !words.isSemicolon(to)) {
                to++;
            }
            int end = Ends.of(words, from, to);
            for (int i = from; i <= end && i < to; i++) {
                if (VERBS.contains(words.word(i))
                        && !Set.of("who", "that", "you", "or", "and").contains(words.word(i - 1))
                        && i > from) {
                    return false;
                }
            }
            spans.add(new Span(from, end, Frame.STATE));
            from = to + 1;
        }
        spans.forEach(s -> add(statement, level, namedRisks.in(words, s), Optional.empty()));
        return true;
    }

    private void readClause(Statement statement, Clause clause) {
        boolean precautions = isCautious(statement);
        Optional<Directive> directive = Directive.firmest(clause.words(), clause.from(), clause.to());
        if (statement.role() == Role.LEAD_IN) {
            directive
                    .map(Directive::level)
                    .filter(l -> l.forbids() || precautions && l == Level.CAUTION)
                    .ifPresent(l -> leadIns.put(statement.text(), l));
        }
        if (clause.asks()) {
            return;
        }
        boolean dosage = statement.section().kind() == SectionKind.DOSAGE;
        if (directive.filter(d -> d.level().forbids()).isPresent()) {
            readProhibition(statement, clause, directive.get());
        } else if (precautions
                || dosage && directive.filter(d -> d.level() == Level.CAUTION).isPresent()) {
            readCaution(statement, clause, directive);
        }
    }

    private void readProhibition(Statement statement, Clause clause, Directive directive) {
        List<NamedRisk> names = new ArrayList<>();
        for (Span span : new Objects(clause, drugs).forbidden(directive)) {
            names.addAll(namedRisks.in(clause.words(), span));
        }
        names.removeIf(n -> n.name().kind() == RiskKind.ACTIVITY
                || n.name().kind() != RiskKind.DRUG && forbidsCombination(clause, directive)
                || directive.describes() && NamedRisks.isWayOfUse(n.name().text()));
        if (names.isEmpty() && refersBack(clause)) {
            restate(directive.level());
        } else if (names.isEmpty() && bindsLabel(clause, directive)) {
            open.ifPresent(o -> o.directed(directive.level()));
        }
        add(statement, directive.level(), names, Optional.of(range(clause, directive)));
        if (names.isEmpty() && isCautious(statement)) {
            readCaution(statement, clause, Optional.of(directive));
        } else {
            remember(statement, names);
        }
    }

    /** Of a single drug: not the drug is forbidden, but another one beside it. */
    private boolean forbidsCombination(Clause clause, Directive directive) {
        return product.ingredients().size() == 1
                && new Clause(clause.words(), clause.from(), directive.from()).has(Set.of("combination"));
    }

    private static Range range(Clause clause, Directive directive) {
        return new Range(clause.words().start(directive.from()), clause.words().end(directive.to() - 1));
    }

    private static boolean refersBack(Clause clause) {
        return REFERS_BACK
                .matcher(clause.words().text())
                .region(clause.start(), clause.end())
                .find();
    }

    private void readCaution(Statement statement, Clause clause, Optional<Directive> directive) {
        List<NamedRisk> names = new ArrayList<>();
        Words words = clause.words();
        BitSet reasons = Reasons.of(clause);
        for (Span span : Populations.in(words, clause.from(), clause.to())) {
            if (reasons.get(span.from())) {
                continue;
            }
            namedRisks.in(words, span).forEach(n -> names.add(asLabelled(n)));
        }
        List<Directive> all = Directive.all(words, clause.from(), clause.to());
        boolean safe = all.stream().anyMatch(d -> d.level() == Level.SAFE);
        boolean bidden = all.stream().anyMatch(d -> !d.level().reassures());
        boolean usable = all.stream().anyMatch(d -> d.level() == Level.USABLE);
        if (safe || usable && !bidden) {
            open.ifPresent(o -> o.reassured(names));
            remember(statement, names);
            return;
        }
        if (names.isEmpty() && bidden && refersBack(clause)) {
            restate(Level.CAUTION);
        }
        if (isCautious(statement) && bidden) {
            for (Span span : cautioned(clause, all, reasons)) {
                namedRisks.in(words, span).forEach(n -> names.add(asLabelled(n)));
            }
        }
        add(statement, Level.CAUTION, names, directive.map(d -> range(clause, d)));
        remember(statement, names);
    }

    private List<Span> cautioned(Clause clause, List<Directive> directives, BitSet reasons) {
        List<Span> spans = new ArrayList<>(new Hazards(clause, reasons).all());
        for (Directive directive : directives) {
            if (directive.bidsCare()) {
                new Objects(clause, drugs)
                        .behind(directive.to()).stream()
                                .filter(s -> spans.stream().noneMatch(o -> o.holds(s.from()) || s.holds(o.from())))
                                .forEach(spans::add);
            }
        }
        return spans;
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
        if (latestStatement.isPresent()) {
            add(latestStatement.get(), level, latest, Optional.empty());
        } else {
            open.ifPresent(o -> o.directed(level));
        }
    }

    /** Whether a directive is about the drug alone, so that it holds for what the label names. */
    private static boolean bindsLabel(Clause clause, Directive directive) {
        if (new Clause(clause.words(), clause.from(), directive.from()).has(LIMITS)) {
            return false;
        }
        String behind = USE.matcher(clause.words()
                        .text()
                        .substring(clause.words().end(directive.to() - 1), clause.end())
                        .strip())
                .replaceFirst("");
        return behind.length() < SHORT || behind.startsWith("unless") || behind.startsWith("without");
    }

    /** How firmly a lead-in or a label above a statement warns of all that it lists. */
    private Optional<Level> governing(Statement statement) {
        for (int i = statement.governors().size() - 1; i >= 0; i--) {
            Governor governor = statement.governors().get(i);
            Optional<Level> said = Optional.ofNullable(leadIns.get(governor.text()));
            if (said.isEmpty() && governor.role() != Role.LEAD_IN) {
                said = ListLabel.level(governor.text().text().strip());
            }
            if (said.isPresent()) {
                return said;
            }
        }
        return Optional.empty();
    }

    private void add(Statement statement, Level level, List<NamedRisk> names, Optional<Range> directive) {
        List<NamedRisk> kept = names.stream()
                .filter(n -> level.forbids()
                        || n.name().kind() != RiskKind.DRUG && !n.name().text().endsWith("administration"))
                .toList();
        List<RiskStatement> found = collector.add(statement, level, kept, directive);
        open.ifPresent(o -> o.found(found));
    }
}
