package org.w3id.materia.extract.risk;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3id.materia.extract.fact.OwnNames;
import org.w3id.materia.extract.fact.RiskKind;
import org.w3id.materia.extract.fact.Unread;
import org.w3id.materia.extract.fact.Unread.Announced;
import org.w3id.materia.extract.outline.Statement;
import org.w3id.materia.extract.outline.Statement.Governor;
import org.w3id.materia.extract.outline.Statement.Role;
import org.w3id.materia.extract.outline.Topic;
import org.w3id.materia.extract.risk.clause.BackReference;
import org.w3id.materia.extract.risk.clause.Clause;
import org.w3id.materia.extract.risk.clause.Directive;
import org.w3id.materia.extract.risk.clause.Ends;
import org.w3id.materia.extract.risk.clause.Hazards;
import org.w3id.materia.extract.risk.clause.Level;
import org.w3id.materia.extract.risk.clause.ListForm;
import org.w3id.materia.extract.risk.clause.Objects;
import org.w3id.materia.extract.risk.clause.Parts;
import org.w3id.materia.extract.risk.clause.Persons;
import org.w3id.materia.extract.risk.clause.Populations;
import org.w3id.materia.extract.risk.clause.Reasons;
import org.w3id.materia.extract.risk.clause.Reservation;
import org.w3id.materia.extract.risk.clause.Span;
import org.w3id.materia.extract.risk.clause.Span.Frame;
import org.w3id.materia.extract.risk.name.NamedRisk;
import org.w3id.materia.extract.risk.name.OtherMedicines;
import org.w3id.materia.language.Lexicon;
import org.w3id.materia.language.NameBook;
import org.w3id.materia.language.NameKind;
import org.w3id.materia.language.WordClasses;
import org.w3id.materia.language.Words;
import org.w3id.materia.monograph.Passage;
import org.w3id.materia.monograph.Passage.Range;
import org.w3id.materia.monograph.SectionKind;

/** Reads the statements of a monograph in order and collects what they warn of; each state once for each level. */
public final class RiskReader {
    private static final Lexicon GENERIC_LABELS = Lexicon.load("extract/risk/label-generic.txt");
    /** What a label names that warns of nothing by itself. */
    private static final Set<Topic> NO_WARNING =
            EnumSet.of(Topic.INTERACTION, Topic.STORAGE, Topic.COMPOSITION, Topic.MISSED_DOSE);

    private static final Set<String> LIMITING = Set.of("if", "in", "for", "when", "unless", "above", "until");
    /** Words behind a prohibition that name nobody and nothing. */
    private static final Pattern NOTHING = Pattern.compile(
            "(?i)\\P{L}*(?:(?:an?|any|the|its?|this|your|usual|always)\\s*)*(?:doses?|drug|medicine|treatment|use)?\\P{L}*|\\P{L}*(?:such|these|those|this)\\b.*");

    /** "None known": a list that names nobody. */
    private static final Set<String> NONE = Set.of("none", "nil");

    /** "INTERACTIONS include: …". */
    private static final Pattern INTERACTIONS = Pattern.compile("(?:\\w+ )?interactions?\\b", Pattern.CASE_INSENSITIVE);

    /** A name in a list and the bracket behind it that ends in "avoid". */
    private static final Pattern AVOIDED =
            Pattern.compile("(?<=^|[;:,)—] )([^;:,()—]+?) \\((?:[^()]*[,;—] ?)?(avoid)\\)", Pattern.CASE_INSENSITIVE);

    /** "Adults and children from 12 years": a dose for all, whose care concerns no population. */
    private static final Pattern DOSES_ADULTS =
            Pattern.compile("(?i)\\P{L}*adults?\\b(?! (?:over|above|older|aged|with))");

    private static final Set<String> ADVICE =
            Set.of("advice", "guidance", "consulting", "consultation", "instructions", "supervision");
    private static final Set<String> WEIGHED = Lexicon.words("""
            calculated | determined | evaluation | evaluated | assessed | assessment | considered | require |
            requires | needed | necessary | stop | discontinue | seek | contact | risk | risks | professional |
            guidance | consult | category | discuss | carefully | careful""");

    private final String source;
    private final List<Unread> unread = new ArrayList<>();
    private final OwnNames own;
    private final OtherMedicines others;
    private final RiskCollector collector;
    private final NamedRisks namedRisks;
    private List<NamedRisk> latest = List.of();
    /** Whether the latest clause called the drug safe in the states that it named. */
    private boolean reassured;

    private Optional<Statement> question = Optional.empty();
    private Optional<Statement> latestStatement = Optional.empty();
    private Optional<LabelledRisk> open = Optional.empty();
    /** The lines of the latest cell in the first column of a table. */
    private final List<Statement> rowHead = new ArrayList<>();

    private final IdentityHashMap<Passage, Level> leadIns = new IdentityHashMap<>();

    public RiskReader(String source, OwnNames own) {
        this.source = source;
        this.own = own;
        this.others = new OtherMedicines(own);
        this.collector = new RiskCollector(source, own);
        this.namedRisks = new NamedRisks(own);
    }

    /** What the statements read so far warn of, in the order of the text. */
    public List<RiskStatement> risks() {
        close();
        return collector.risks();
    }

    /** Words that say whom or what the text forbids or when it asks for care, and gave no fact. */
    public List<Unread> unread() {
        return List.copyOf(unread);
    }

    /** Reads the next statement. */
    public void read(Statement statement) {
        if (open.filter(o -> o.governs(statement)).isEmpty()) {
            close();
        }
        if (statement.topic() == Topic.STORAGE && statement.role() != Role.HEADING && statement.role() != Role.LABEL) {
            return;
        }
        switch (statement.role()) {
            case HEADING, LABEL -> readLabel(statement);
            case SENTENCE, LEAD_IN, CELL -> readSentence(statement);
            // A row says nothing that its cells, which follow it, do not.
            case ROW -> {}
        }
        namedRisks.passed(statement.text().text());
    }

    private static boolean isCautious(Statement statement) {
        Topic topic = statement.topic();
        return topic == Topic.CAUTION || statement.part() == SectionKind.PRECAUTIONS && topic != Topic.INTERACTION;
    }

    private void readLabel(Statement statement) {
        close();
        latestStatement = Optional.empty();
        reassured = false;
        String text = statement.text().text();
        String lower = text.toLowerCase(Locale.ROOT).strip();
        if (lower.length() > 1) {
            question = Optional.of(statement).filter(s -> lower.endsWith("?"));
        }
        boolean names = !GENERIC_LABELS.contains(lower)
                && ListLabel.level(lower).isEmpty()
                && Topic.namedBy(lower).filter(NO_WARNING::contains).isEmpty()
                && !lower.endsWith("?")
                && !own.isIngredient(lower)
                && own.ingredientIn(lower).isEmpty();
        if (names) {
            openLabel(statement, namedRisks.in(text));
        }
    }

    /** A label warns by its place: in a list of warnings, or among the precautions; elsewhere only by what stands under it. */
    private void openLabel(Statement label, List<NamedRisk> names) {
        Optional<Level> listed = governing(label);
        if (NamedRisks.isMeasure(label.text().text().toLowerCase(Locale.ROOT).strip())) {
            boolean warns = listed.isPresent() || isCautious(label);
            open = Optional.of(LabelledRisk.measure(label, warns ? only(names, NamedRisks::isFunction) : List.of()));
        } else if (listed.isPresent()) {
            open = Optional.of(LabelledRisk.item(label, names, listed.get()));
        } else if (isCautious(label)
                && label.isNumbered(source)
                && names.stream().noneMatch(NamedRisk::isPopulation)) {
            open = Optional.of(LabelledRisk.section(label, only(names, n -> !isFood(n))));
        } else if (isCautious(label)) {
            open = Optional.of(LabelledRisk.standing(label, only(names, n -> !isFood(n)), Level.CAUTION));
        } else if (label.part() == SectionKind.DOSAGE
                && !DOSES_ADULTS.matcher(label.text().text()).lookingAt()) {
            List<NamedRisk> organs = only(names, NamedRisk::isOrgan);
            if (organs.isEmpty()) {
                organs = namedRisks.organIn(label.text().text());
            }
            open = Optional.of(
                    organs.isEmpty()
                            ? LabelledRisk.mention(label, only(names, NamedRisk::isPopulation))
                            : LabelledRisk.standing(label, organs, Level.CAUTION));
        } else if (label.part() == SectionKind.PRECAUTIONS) {
            open = Optional.of(
                    LabelledRisk.mention(label, only(names, n -> n.name().kind() == RiskKind.DRUG)));
        }
    }

    private static boolean isFood(NamedRisk named) {
        return NameBook.get().is(named.name().text(), NameKind.FOOD);
    }

    private static List<NamedRisk> only(List<NamedRisk> names, Predicate<NamedRisk> wanted) {
        return names.stream().filter(wanted).toList();
    }

    /** Adds what an open label names and the text under it does not. */
    private void close() {
        open.ifPresent(o -> o.level()
                .ifPresent(level -> collector.add(o.label(), level, warned(level, o.missing()), Optional.empty())));
        open = Optional.empty();
    }

    private void readSentence(Statement statement) {
        if (statement.isInRowHead()) {
            rowHead.removeIf(line -> line.cells() != statement.cells());
            rowHead.add(statement);
        }
        Words words = Words.of(statement.text().text());
        Optional<Level> governing = governing(statement);
        if (statement.part() == SectionKind.SIDE_EFFECTS
                && governing.filter(Level::forbids).isEmpty()) {
            return;
        }
        if (statement.topic() == Topic.INTERACTION
                || INTERACTIONS.matcher(words.text()).lookingAt()) {
            readBracketed(statement, words);
        }
        for (Clause clause : Clause.of(words)) {
            if (clause.asks()) {
                question = Optional.of(statement);
            } else if (denies(clause)) {
                question.ifPresent(this::readDenied);
                question = Optional.empty();
            }
            if (governing.isEmpty() || !readListed(statement, clause, governing.get())) {
                readClause(statement, clause);
            }
        }
        if (RowState.adjusts(statement)) {
            rowHead(statement).forEach(line -> adjusted(statement, line));
        }
    }

    /** A row that bids to adjust a dose, or to act, by what its first cell names. */
    private void adjusted(Statement cell, Statement head) {
        boolean table = RowState.isOfAdjustments(cell) && head.text().text().indexOf('→') < 0;
        List<NamedRisk> names = RowState.of(head)
                .map(List::of)
                .orElseGet(() -> only(namedRisks.in(head.text().text()), n -> table || n.isPopulation()));
        add(head, Level.CAUTION, names, Optional.empty());
    }

    /** "levodopa (antagonism, avoid)": another medicine whose bracket forbids it, in a list of those that interact. */
    private void readBracketed(Statement statement, Words words) {
        Matcher avoided = AVOIDED.matcher(words.text());
        while (avoided.find()) {
            Span item = new Span(words.at(avoided.start(1)), words.at(avoided.end(1)), Frame.STATE);
            Range said = new Range(avoided.start(2), avoided.end(2));
            List<NamedRisk> drugs =
                    only(namedRisks.in(words, item), n -> n.name().kind() == RiskKind.DRUG);
            add(statement, Level.CONTRAINDICATED, drugs, Optional.of(said));
        }
    }

    /** Reads a clause as an item of a list that a label or lead-in opens; not one that is a sentence of its own. */
    private boolean readListed(Statement statement, Clause clause, Level level) {
        Words words = clause.words();
        if (NONE.contains(words.word(clause.from()))) {
            return true;
        }
        if (Directive.all(words, clause.from(), clause.to()).stream()
                .anyMatch(d -> d.from() == clause.from()
                        || d.bidsCare()
                        || d.level() != Level.CAUTION && !beginsInstruction(words, d))) {
            return false;
        }
        List<Span> spans = new ArrayList<>();
        List<Clause> instructions = new ArrayList<>();
        for (int from = clause.from(), to; from < clause.to(); from = to + 1) {
            to = itemEnd(words, from, clause.to());
            if (Directive.all(words, from, to).stream().anyMatch(d -> beginsInstruction(words, d))) {
                instructions.add(new Clause(words, from, to));
                continue;
            }
            int start = Persons.itemStart(words, from, to);
            int end = Ends.of(words, start, to);
            if (ListForm.isSentence(words, Persons.behindVerb(words, start), Math.min(end + 1, to))) {
                return false;
            }
            spans.addAll(Parts.of(words, start, end, Frame.STATE));
        }
        instructions.forEach(instruction -> readClause(statement, instruction));
        for (Span span : spans) {
            List<NamedRisk> names = namedRisks.in(words, span);
            add(statement, level, names, Optional.empty());
            if (names.isEmpty()) {
                leave(statement, level, words, span);
            }
        }
        return true;
    }

    private static int itemEnd(Words words, int from, int limit) {
        int to = from;
        while (to < limit && !words.isSemicolon(to)) {
            to++;
        }
        return to;
    }

    /** "asthma; avoid abrupt withdrawal": whether a further item of a list says what to do and names no state. */
    private static boolean beginsInstruction(Words words, Directive directive) {
        return directive.instructs() && words.isSemicolon(directive.from() - 1);
    }

    /** Takes note of words that should name a reason against the drug or for care, and name none that was understood. */
    private void leave(Statement statement, Level level, Words words, Span span) {
        boolean warns = isCautious(statement) || statement.topic() == Topic.CONTRAINDICATION;
        String said = span.isEmpty() ? "" : words.text().substring(words.start(span.from()), words.end(span.to() - 1));
        if (warns && !NOTHING.matcher(said).matches()) {
            unread.add(new Unread(
                    level.forbids() ? Announced.PROHIBITION : Announced.CARE, statement.evidence(source), said));
        }
    }

    /** "No.", "Absolutely not.": the answer to a question. */
    private static boolean denies(Clause clause) {
        String first = clause.words().word(clause.from());
        return first.equals("no")
                        && (clause.from() + 1 == clause.to() || clause.words().isComma(clause.from() + 1))
                || first.equals("absolutely")
                        && clause.words().word(clause.from() + 1).equals("not");
    }

    /** A use that the text was asked for and denies: "Can I use it on open wounds?" */
    private void readDenied(Statement asked) {
        Words words = Words.of(asked.text().text());
        Clause.of(words).stream().filter(Clause::asks).forEach(clause -> {
            for (Span span : new Objects(clause, others).asked()) {
                List<NamedRisk> names = span.frame() == Frame.COMPANION ? List.of() : namedRisks.in(words, span);
                add(
                        asked,
                        Level.CONTRAINDICATED,
                        names.stream()
                                .filter(n -> n.name().kind() != RiskKind.DRUG && !NamedRisks.isBareSite(n))
                                .toList(),
                        Optional.empty());
            }
        });
    }

    private void readClause(Statement statement, Clause clause) {
        boolean precautions = isCautious(statement);
        Optional<Directive> directive =
                Directive.firmest(clause.words(), clause.from(), clause.to()).map(d -> Reservation.applied(clause, d));
        if (statement.role() == Role.LEAD_IN) {
            directive
                    .map(Directive::level)
                    .filter(l -> l.forbids() && ListForm.opensList(clause) || precautions && l == Level.CAUTION)
                    .ifPresent(l -> leadIns.put(statement.text(), l));
        }
        if (clause.asks()) {
            return;
        }
        boolean dosage = statement.part() == SectionKind.DOSAGE;
        if (directive
                .filter(d -> d.level().forbids() && !new Objects(clause, others).isAboutDosing(d))
                .isPresent()) {
            readProhibition(statement, clause, directive.get());
        } else if (precautions && !dosage || dosage && directive.isPresent()) {
            readCaution(statement, clause, directive);
        }
    }

    private void readProhibition(Statement statement, Clause clause, Directive directive) {
        List<NamedRisk> names = new ArrayList<>();
        Objects objects = new Objects(clause, others);
        List<Span> spans = new ArrayList<>(objects.forbidden(directive));
        // "not orally" in a table is said of what the row is about.
        spans.removeIf(s -> statement.role() == Role.CELL && s.frame() == Frame.ROUTE);
        for (Span span : spans) {
            names.addAll(namedRisks.in(clause.words(), span));
        }
        boolean negatedUse = statement.part() == SectionKind.USAGE && directive.level() == Level.NOT_RECOMMENDED;
        names.removeIf(n -> n.name().kind() == RiskKind.ACTIVITY
                || NamedRisks.isBareSite(n) && !isLeftToAdvice(clause, directive)
                || negatedUse
                        && n.name().kind() == RiskKind.CONDITION
                        && !n.isOrgan()
                        && !NamedRisks.isWayOfUse(n.name().text())
                || n.name().kind() != RiskKind.DRUG && forbidsCombination(clause, directive)
                || directive.describes() && NamedRisks.isWayOfUse(n.name().text()));
        boolean cell = statement.role() == Role.CELL;
        if (names.isEmpty() && forbidsCombination(clause, directive)) {
            open.filter(o -> !cell).ifPresent(o -> o.directed(directive.level()));
        } else if (names.isEmpty() && BackReference.refersBack(clause)) {
            restate(directive.level());
        } else if (names.isEmpty() && objects.isAboutDrug(directive) && BackReference.bindsLabel(clause, directive)) {
            // What a cell forbids holds for its row, and not for all that the label above the table names.
            open.filter(o -> !cell).ifPresent(o -> o.directed(directive.level()));
        } else if (names.isEmpty()) {
            spans.stream()
                    .filter(s -> s.frame() == Frame.STATE)
                    .forEach(s -> leave(statement, directive.level(), clause.words(), s));
        }
        if (names.isEmpty() && cell && BackReference.bindsLabel(clause, directive)) {
            rowHead(statement).forEach(line -> readRow(statement, line, directive.level()));
        }
        Optional<Range> said = Optional.of(range(clause, directive));
        if (names.stream().anyMatch(NamedRisks::isCare)) {
            if (isCautious(statement)) {
                collector.add(statement, Level.CAUTION, only(names, NamedRisks::isCare), said);
            }
        } else if (isLeftToAdvice(clause, directive)) {
            Predicate<NamedRisk> firm = n -> n.name().kind() == RiskKind.DRUG
                    || NamedRisks.isWayOfUse(n.name().text());
            add(statement, directive.level(), only(names, firm), said);
            add(statement, Level.CAUTION, only(names, firm.negate()), said);
        } else {
            add(statement, directive.level(), names, said);
        }
        if (names.isEmpty() && isCautious(statement)) {
            readCaution(statement, clause, Optional.of(directive));
        } else {
            remember(statement, names);
        }
    }

    /** A row that forbids what its first cell names; among interactions that is another drug, and no food. */
    private void readRow(Statement cell, Statement first, Level level) {
        List<NamedRisk> names = RowState.of(first)
                .map(List::of)
                .orElseGet(() -> namedRisks.in(first.text().text()));
        boolean interactions = cell.topic() == Topic.INTERACTION;
        add(first, level, interactions ? only(names, n -> !isFood(n)) : names, Optional.empty());
    }

    /** The lines of the first cell of a cell's row: what the row is about. */
    private List<Statement> rowHead(Statement cell) {
        return cell.isInRowHead()
                ? List.of()
                : rowHead.stream()
                        .filter(line -> line.rowHead().equals(cell.rowHead()))
                        .toList();
    }

    /** Of a single drug: not the drug is forbidden, but another one beside it. */
    private boolean forbidsCombination(Clause clause, Directive directive) {
        return own.onlyIngredient().isPresent()
                && new Clause(clause.words(), clause.from(), directive.from()).has(Set.of("combination"));
    }

    /** Doses are weighed for every patient; more than that is needed for a population to be one of care. */
    private static boolean bidsCareInDosing(Directive directive) {
        return directive.level() == Level.CAUTION && !WEIGHED.contains(directive.form());
    }

    /** "never in children without medical advice": the text leaves the use to who advises. */
    private static boolean isLeftToAdvice(Clause clause, Directive directive) {
        return directive.level() == Level.CONTRAINDICATED && clause.has(Set.of("without")) && clause.has(ADVICE);
    }

    private static Range range(Clause clause, Directive directive) {
        return new Range(clause.words().start(directive.from()), clause.words().end(directive.to() - 1));
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
        names.addAll(inBrackets(clause));
        List<Directive> all = Directive.all(words, clause.from(), clause.to());
        boolean safe = all.stream().anyMatch(d -> d.level() == Level.SAFE);
        boolean bidden = all.stream().anyMatch(d -> !d.level().reassures());
        boolean usable = all.stream().anyMatch(d -> d.level() == Level.USABLE);
        if (safe || usable && !bidden) {
            List<NamedRisk> safeIn = names.isEmpty() && !bidden ? labelled(statement, clause) : names;
            open.ifPresent(o -> o.reassured(safeIn));
            remember(names.isEmpty() ? open.map(LabelledRisk::label).orElse(statement) : statement, safeIn);
            reassured = !safeIn.isEmpty();
            return;
        }
        boolean forbidden = directive.filter(d -> d.level().forbids()).isPresent();
        if (names.isEmpty() && bidden && !forbidden && (BackReference.refersBack(clause) || reassured)) {
            restate(Level.CAUTION);
        }
        reassured = false;
        if (names.isEmpty()
                && !forbidden
                && !isCautious(statement)
                && all.stream().anyMatch(RiskReader::bidsCareInDosing)) {
            open.ifPresent(o -> o.directed(Level.CAUTION));
        }
        if (isCautious(statement) && (bidden || harms(statement, new Hazards(clause, reasons)))) {
            List<Span> spans = cautioned(clause, all, reasons);
            for (Span span : spans) {
                namedRisks.in(words, span).forEach(n -> names.add(asLabelled(n)));
            }
            if (names.isEmpty() && open.stream().allMatch(o -> o.names().isEmpty())) {
                names.addAll(wayOfUse(clause));
            }
            if (names.isEmpty() && !forbidden && all.stream().anyMatch(Directive::bidsCare)) {
                spans.stream()
                        .filter(s -> s.frame() == Frame.STATE)
                        .forEach(s -> leave(statement, Level.CAUTION, words, s));
            }
        }
        if (isCautious(statement)) {
            names.addAll(told(clause, all));
        }
        open.ifPresent(o -> names.removeIf(o::describes));
        add(statement, Level.CAUTION, names, directive.map(d -> range(clause, d)));
        remember(statement, names);
    }

    /** The lasting use that a clause is about: "prolonged use needs monitoring". */
    private List<NamedRisk> wayOfUse(Clause clause) {
        int end = Ends.of(clause.words(), clause.from(), clause.to());
        return only(
                namedRisks.in(clause.words(), new Span(clause.from(), end, Frame.COMPANION)),
                n -> n.name().text().endsWith(" use"));
    }

    /** The populations that brackets list: "in some groups (e.g., pregnant women, children)". */
    private List<NamedRisk> inBrackets(Clause clause) {
        List<NamedRisk> names = new ArrayList<>();
        for (int i = clause.from(); i < clause.to(); i++) {
            Words inside = clause.words().listedInBracket(i);
            Populations.in(inside, 0, inside.size()).forEach(s -> names.addAll(namedRisks.in(inside, s)));
        }
        return names;
    }

    /** The allergies and diseases that the clause bids to tell or to know of. */
    private List<NamedRisk> told(Clause clause, List<Directive> directives) {
        return directives.stream()
                .filter(Directive::tells)
                .flatMap(d -> new Objects(clause, others).told(d).stream())
                .flatMap(s -> namedRisks.in(clause.words(), s).stream())
                .filter(n -> n.name().text().contains(" to ") && n.name().kind() == RiskKind.ALLERGY
                        || WordClasses.isCondition(List.of(n.name().text().split(" ", -1))))
                .toList();
    }

    /** What the label names that a text about the drug alone can call safe: in doses all, among precautions the pregnant and nursing. */
    private List<NamedRisk> labelled(Statement statement, Clause clause) {
        boolean dosage = statement.part() == SectionKind.DOSAGE;
        if (!isOfDrug(clause) || statement.role() != Role.SENTENCE || clause.has(LIMITING)) {
            return List.of();
        }
        return only(
                open.map(LabelledRisk::names).orElse(List.of()),
                n -> dosage || n.name().kind() == RiskKind.PREGNANCY || n.name().kind() == RiskKind.LACTATION);
    }

    /** Whether a clause opens its sentence, or has no subject of its own: "trace in milk; appropriate to use". */
    private static boolean isOfDrug(Clause clause) {
        return clause.from() == 0
                || Directive.all(clause.words(), clause.from(), clause.to()).stream()
                        .anyMatch(d -> d.from() == clause.from());
    }

    private List<Span> cautioned(Clause clause, List<Directive> directives, BitSet reasons) {
        Hazards hazards = new Hazards(clause, reasons);
        List<Span> spans = new ArrayList<>(hazards.all());
        List<NamedRisk> labelled = open.map(LabelledRisk::names).orElse(List.of());
        if (labelled.isEmpty()) {
            spans.addAll(hazards.watched());
        }
        boolean section = open.filter(LabelledRisk::isSection).isPresent();
        if (section
                || labelled.stream()
                        .allMatch(n -> NamedRisks.isWayOfUse(n.name().text()))) {
            spans.addAll(hazards.caused());
        }
        if (labelled.stream().allMatch(NamedRisk::isPopulation)) {
            spans.addAll(hazards.happening());
        } else if (section) {
            spans.addAll(hazards.told());
        }
        for (Directive directive : directives) {
            if (directive.bidsCare()) {
                new Objects(clause, others)
                        .behind(directive.to()).stream()
                                .filter(s -> spans.stream().noneMatch(o -> o.holds(s.from()) || s.holds(o.from())))
                                .forEach(spans::add);
            }
        }
        return spans;
    }

    /** Whether a clause tells of a harm; among contraindications it only says why. */
    private static boolean harms(Statement statement, Hazards hazards) {
        return statement.topic() != Topic.CONTRAINDICATION && hazards.isHarm();
    }

    private void remember(Statement statement, List<NamedRisk> names) {
        if (!names.isEmpty()) {
            latest = List.copyOf(names);
            latestStatement = Optional.of(statement);
        }
    }

    /** A population as the label above calls it: "older adults" under "Elderly". */
    private NamedRisk asLabelled(NamedRisk named) {
        String name = named.name().text();
        boolean old = name.startsWith("older ");
        return open.stream()
                .flatMap(o -> o.names().stream())
                .filter(l -> old && l.name().text().equals("elderly")
                        || named.name().kind() == RiskKind.AGE
                                && l.name().text().endsWith(" " + name))
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

    /** How firmly a lead-in or a label above a statement warns of all that it lists. */
    private Optional<Level> governing(Statement statement) {
        for (int i = statement.governors().size() - 1; i >= 0; i--) {
            Governor governor = statement.governors().get(i);
            Optional<Level> said = Optional.ofNullable(leadIns.get(governor.text()));
            if (said.isEmpty() && governor.role() != Role.LEAD_IN) {
                said = ListLabel.level(governor.text().text().strip());
            }
            if (said.isPresent()) {
                // Beside a medicine in a table stands what happens and what is to be done, and nobody who needs care.
                return said.filter(level -> level.forbids() || statement.topic() != Topic.INTERACTION);
            }
        }
        return Optional.empty();
    }

    /** What a level may be about: care with another drug is an interaction, care with a route is none of these. */
    private static List<NamedRisk> warned(Level level, List<NamedRisk> names) {
        return only(
                names,
                n -> level.forbids()
                        || n.name().kind() != RiskKind.DRUG && !n.name().text().endsWith("administration"));
    }

    private void add(Statement statement, Level level, List<NamedRisk> names, Optional<Range> directive) {
        List<RiskStatement> found = collector.add(statement, level, warned(level, names), directive);
        open.ifPresent(o -> o.found(found));
    }
}
