package org.w3id.materia.extract.interaction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.w3id.materia.extract.fact.Interaction;
import org.w3id.materia.extract.fact.OwnNames;
import org.w3id.materia.extract.fact.Product;
import org.w3id.materia.extract.fact.Unread;
import org.w3id.materia.extract.fact.Unread.Announced;
import org.w3id.materia.extract.outline.Evidence;
import org.w3id.materia.extract.outline.Statement;
import org.w3id.materia.extract.outline.Statement.Role;
import org.w3id.materia.extract.risk.RiskStatement;
import org.w3id.materia.language.Brackets;
import org.w3id.materia.monograph.SectionKind;

/**
 * Reads the statements of a monograph in the order of the text and collects the interactions, each agent once for each
 * ingredient, where it is stated first.
 */
public final class InteractionReader {
    private static final Pattern ABOUT_INTERACTION = Pattern.compile(
            "\\b(?:interact\\w*|concurrent\\w*|concomitant\\w*|simultaneous\\w*|co-?administ\\w*|combin(?:e|ed|ing)\\b|avoid\\w*|caution\\w*|together|alongside|with|(?:effects?|levels?|concentrations?|absorption|\\w*toxicity) of"
                    + "|(?:diminish|reduce|decrease|increase|enhance|alter|lower|impair)s? (?:[\\w'’]+ ){0,3}(?:effect|effects|effectiveness|efficacy|absorption|clearance))\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern FORBIDS = Pattern.compile(
            "\\b(?:avoid\\w*|not (?:be"
                    + " )?(?:used?|taken?|given?|combined?|administer\\w*|recommended)|contraindicated|interact\\w*|risk|caution\\w*|increas\\w*|reduc\\w*|decreas\\w*|potentiat\\w*)\\b",
            Pattern.CASE_INSENSITIVE);

    /** Advice on patients: its subject is the drug itself. */
    private static final Pattern PATIENTS = Pattern.compile(
            "\\b(?:during|in) (?:pregnan|lactati|breast|child|infant|patients|people|women|the elderly)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ALLERGIC = Pattern.compile("allerg|hypersensitiv", Pattern.CASE_INSENSITIVE);
    /** What stands before a medicine's name in a contraindication: "concurrent use of". */
    private static final Pattern COMBINED = Pattern.compile(
            "^(?:(?:concurrent|concomitant|combined|simultaneous) )?(?:(?:use|treatment|therapy|administration)"
                    + " (?:of|with) |co-?administration (?:of|with) |taking )?(?:any |other )*");

    /** An item that says what the reader takes: "take warfarin or lithium". */
    private static final Pattern TAKEN = Pattern.compile(
            "^(?:also )?(?:takes?|are (?:also )?taking|are on|have (?:recently )?taken)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern BESIDE_FOOD =
            Pattern.compile("\\b(?:(?:while|when) (?:taking|using|on)|interact(?:ions?)? with) $");

    private final String source;
    private final OwnNames own;
    private final OwnClasses classes;
    private final Map<String, Interaction> interactions = new LinkedHashMap<>();
    private final QuestionedAgents questioned = new QuestionedAgents();
    private final TableRows rows = new TableRows();
    private final List<Unread> unread = new ArrayList<>();

    /** The latest label that may name an agent; null where none does. */
    private Statement label;

    public InteractionReader(String source, Product product, OwnNames own) {
        this.source = source;
        this.own = own;
        this.classes = new OwnClasses(product.classes());
    }

    /** The interactions read so far, in the order of the text. */
    public List<Interaction> interactions() {
        return List.copyOf(interactions.values());
    }

    /** Words that say what interacts, and gave no fact. */
    public List<Unread> unread() {
        return List.copyOf(unread);
    }

    /** Reads the next statement. */
    public void read(Statement statement) {
        SectionKind kind = statement.part();
        boolean disclaimer = kind == SectionKind.OTHER
                && statement.section().heading().toLowerCase(Locale.ROOT).startsWith("disclaimer");
        if (disclaimer || statement.role() == Role.HEADING) {
            return;
        }
        String text = statement.text().text();
        if (QuestionedAgents.isQuestion(text)) {
            questioned.ask(statement);
            return;
        }
        List<String> row = rows.begunBefore(statement);
        row.forEach(key -> interactions.computeIfPresent(key, (k, named) -> TableRows.completed(named, statement)));
        if (row.isEmpty()) {
            readStatement(statement);
        }
        Statement question = questioned.statement();
        questioned.answered(statement).forEach(a -> add(question, a, text));
    }

    /** Adds a medicine that must not be taken together with this one. */
    public void forbidden(RiskStatement risk) {
        String name = AgentWords.singular(COMBINED.matcher(risk.condition()).replaceFirst(""));
        boolean agent = !advisesOnPatients(risk)
                && !ALLERGIC.matcher(item(risk)).find()
                && !AgentWords.isBare(name)
                && AgentWords.isPlainName(name)
                && AgentWords.isRecognised(name)
                && !AgentWords.isGeneral(name);
        if (agent) {
            put(name, risk.ingredient(), Consequence.of(risk.evidence().quote()), risk.evidence());
        }
    }

    /** What a list between semicolons says of a risk; the whole sentence where it is no list. */
    private static String item(RiskStatement risk) {
        return Arrays.stream(risk.sentence().split(";", -1))
                .filter(item -> item.contains(risk.evidence().quote()))
                .findFirst()
                .orElse(risk.sentence());
    }

    /** "Diuretics should not be given in pregnancy": the medicine is the subject of advice on patients. */
    private static boolean advisesOnPatients(RiskStatement risk) {
        boolean subject = risk.evidence().quote().toLowerCase(Locale.ROOT).startsWith(risk.condition());
        return subject && PATIENTS.matcher(risk.sentence()).find();
    }

    private void readStatement(Statement statement) {
        String text = statement.text().text();
        SectionKind kind = statement.part();
        boolean zone = InteractionZone.holds(statement);
        boolean warns = zone || kind == SectionKind.PRECAUTIONS || kind == SectionKind.FAQS;
        boolean elsewhere = kind == SectionKind.SIDE_EFFECTS
                || kind == SectionKind.DOSAGE && FORBIDS.matcher(text).find();
        int denied = warns || elsewhere ? Denial.reach(Brackets.blank(text)) : 0;
        if (!text.isEmpty() && denied == text.length()) {
            return;
        }
        if (statement.role() == Role.LABEL) {
            label = statement;
            if (zone) {
                label = null;
                agents(text, List.of(new Range(0, text.length(), Range.Trigger.JOINT_USE)))
                        .forEach(a -> add(statement, a, text));
            }
            return;
        }
        if (kind == SectionKind.DOSAGE && InteractionClauses.isTreatment(text)) {
            return;
        }
        List<Agent> announced = new ArrayList<>();
        if ((warns || elsewhere) && (zone || ABOUT_INTERACTION.matcher(text).find())) {
            List<Range> ranges = new ArrayList<>(InteractionClauses.of(text, zone && names(statement)));
            if (zone && !ALLERGIC.matcher(text).find()) {
                ranges.add(new Range(0, text.length(), Range.Trigger.LISTED));
            }
            ranges.removeIf(r ->
                    r.start() < denied || kind == SectionKind.SIDE_EFFECTS && r.trigger() == Range.Trigger.WARNING);
            announced.addAll(agents(text, ranges));
            if (zone) {
                leave(statement, ranges, announced);
            }
        }
        if (warns) {
            readLabel(statement);
            FoodAndAlcohol.in(text.substring(denied)).stream()
                    .map(a -> new Agent(a.name(), a.start() + denied, a.end() + denied, true))
                    .filter(a -> announced.stream()
                            .noneMatch(b -> b.start() == a.start() && b.name().startsWith(a.name())))
                    .forEach(a -> add(statement, a, text));
        }
        announced.forEach(a -> add(statement, a, text));
        boolean lists =
                zone && (!ABOUT_INTERACTION.matcher(text).find() || text.indexOf(';') > 0 || text.indexOf(':') > 0);
        if ((lists || TAKEN.matcher(text).find()) && !ALLERGIC.matcher(text).find()) {
            NamedAgents.in(text).stream()
                    .filter(a -> a.start() >= denied && !classes.has(text, a) && !classes.isReference(text, a))
                    .filter(a -> announced.stream().noneMatch(b -> a.start() < b.end() && b.start() < a.end()))
                    .forEach(a -> add(statement, a, text));
        }
    }

    /** Whether the statement may be nothing but names: in a list, or in a table's first column. */
    private static boolean names(Statement statement) {
        boolean first = statement.governors().stream()
                .reduce((outer, inner) -> inner)
                .filter(g -> g.role() == Role.HEADING)
                .isPresent();
        return statement.role() == Role.CELL ? first : statement.itemDepth() > 0 || InteractionZone.labels(statement);
    }

    /** "**MAO inhibitors:** do not use within 14 days": the label names what the sentence warns of. */
    private void readLabel(Statement statement) {
        String text = statement.text().text();
        if (label == null
                || !FORBIDS.matcher(text).find()
                || statement
                        .innermost(Role.LABEL)
                        .filter(l -> l == label.text())
                        .isEmpty()) {
            return;
        }
        Statement named = label;
        label = null;
        String words = named.text().text();
        List<Agent> agents = AgentList.of(words, 0, words.length());
        if (agents.stream().allMatch(a -> AgentWords.isRecognised(a.name()))) {
            agents.forEach(a -> add(named, a, text));
        }
    }

    /** Takes note of names behind words that announce an interaction, and that nothing knows to be taken. */
    private void leave(Statement statement, List<Range> ranges, List<Agent> known) {
        String text = statement.text().text();
        ranges.stream()
                .filter(r -> r.trigger() == Range.Trigger.JOINT_USE)
                .flatMap(r -> AgentList.of(text, r.start(), r.end()).stream())
                .filter(a -> !a.recognised() && !own.isName(a.name()))
                .filter(a -> known.stream().noneMatch(b -> a.start() < b.end() && b.start() < a.end()))
                .map(a -> new Unread(Announced.AGENT, statement.evidence(source), text.substring(a.start(), a.end())))
                .forEach(unread::add);
    }

    private List<Agent> agents(String text, List<Range> ranges) {
        List<Agent> agents = new ArrayList<>();
        for (Range range : ranges) {
            AgentList.of(text, range.start(), range.end()).stream()
                    .filter(a -> a.recognised() || range.trigger() == Range.Trigger.INTERACTS)
                    .filter(a -> !classes.isReference(text, a) && !isTakenWithFood(text, a))
                    .filter(a -> range.trigger() == Range.Trigger.INTERACTS
                            || range.trigger() == Range.Trigger.JOINT_USE
                            || !classes.has(text, a))
                    .filter(a -> range.trigger() != Range.Trigger.LISTED || AgentWords.isPlainName(a.name()))
                    .forEach(agents::add);
        }
        return agents;
    }

    private void add(Statement statement, Agent agent, String sentence) {
        Consequence said = statement.text().text().equals(sentence)
                ? Consequence.of(sentence, agent.start(), agent.end())
                : Consequence.of(sentence);
        put(agent.name(), own.ingredientOf(statement), said, statement.evidence(source, agent.start(), agent.end()))
                .ifPresent(key -> rows.named(statement, key));
    }

    /** Keeps an interaction that is new; gives its key then. */
    private Optional<String> put(String agent, Optional<String> ingredient, Consequence said, Evidence evidence) {
        String key = AgentKey.of(agent) + "\n" + ingredient.orElse("");
        if (own.isName(agent) || interactions.containsKey(key)) {
            return Optional.empty();
        }
        interactions.put(
                key,
                new Interaction(agent, AgentType.of(agent), said.effect(), said.management(), ingredient, evidence));
        return Optional.of(key);
    }

    /** "alcohol while taking antibiotics": what food or alcohol is taken beside is this medicine, by its class. */
    private static boolean isTakenWithFood(String text, Agent agent) {
        return FoodAndAlcohol.namedIn(text).stream()
                .filter(food -> food.end() < agent.start())
                .anyMatch(food -> BESIDE_FOOD
                        .matcher(text.substring(food.end(), agent.start()))
                        .find());
    }
}
