package org.w3id.materia.extract.interaction;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.w3id.materia.extract.Interaction;
import org.w3id.materia.extract.Product;
import org.w3id.materia.extract.Statement;
import org.w3id.materia.extract.Statement.Role;
import org.w3id.materia.monograph.SectionKind;

/**
 * Reads the statements of a monograph in the order of the text and collects the interactions, each agent once for each
 * ingredient, where it is stated first.
 */
public final class InteractionReader {
    private static final Pattern ABOUT_INTERACTION = Pattern.compile(
            "\\b(?:interact\\w*|concurrent\\w*|concomitant\\w*|simultaneous\\w*|co-?administ\\w*|combin(?:e|ed|ing)\\b|avoid\\w*|caution|together|alongside|with)\\b",
            Pattern.CASE_INSENSITIVE);

    private final String source;
    private final Product product;
    private final Map<String, Interaction> interactions = new LinkedHashMap<>();
    private final QuestionedAgents questioned = new QuestionedAgents();

    public InteractionReader(String source, Product product) {
        this.source = source;
        this.product = product;
    }

    /** The interactions read so far, in the order of the text. */
    public List<Interaction> interactions() {
        return List.copyOf(interactions.values());
    }

    /** Reads the next statement. */
    public void read(Statement statement) {
        SectionKind kind = statement.section().kind();
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
        boolean zone = InteractionZone.holds(statement);
        boolean warns = zone || kind == SectionKind.PRECAUTIONS || kind == SectionKind.FAQS;
        if (questioned.isOpen()) {
            Statement question = questioned.statement();
            questioned.answered(text).forEach(a -> add(question, a, text));
        }
        if (Denial.denies(text)) {
            return;
        }
        if (statement.role() == Role.LABEL) {
            if (zone) {
                agents(text, List.of(new Range(0, text.length(), false))).forEach(a -> add(statement, a, text));
            }
            return;
        }
        if (warns) {
            FoodAndAlcohol.in(text).forEach(a -> add(statement, a, text));
        }
        boolean usable = warns || kind == SectionKind.SIDE_EFFECTS || kind == SectionKind.DOSAGE;
        if (usable && (zone || ABOUT_INTERACTION.matcher(text).find())) {
            List<Range> ranges = new ArrayList<>(InteractionClauses.of(text, zone && statement.itemDepth() > 0));
            ranges.removeIf(r -> !warns && r.strict());
            agents(text, ranges).forEach(a -> add(statement, a, text));
        }
    }

    private static List<Agent> agents(String text, List<Range> ranges) {
        List<Agent> agents = new ArrayList<>();
        for (Range range : ranges) {
            AgentList.of(text, range.start(), range.end()).stream()
                    .filter(a -> a.recognised() || !range.strict())
                    .forEach(agents::add);
        }
        return agents;
    }

    private void add(Statement statement, Agent agent, String sentence) {
        if (product.isNamed(agent.name()) || isProduct(agent.name())) {
            return;
        }
        var ingredient = product.ingredientNamed(statement);
        String key = agent.name() + "\n" + ingredient.orElse("");
        Consequence said = Consequence.of(sentence);
        interactions.putIfAbsent(
                key,
                new Interaction(
                        agent.name(),
                        AgentType.of(agent.name()),
                        said.effect(),
                        said.management(),
                        ingredient,
                        statement.evidence(source, agent.start(), agent.end())));
    }

    private boolean isProduct(String name) {
        return product.ingredients().stream()
                        .anyMatch(i -> name.contains(i.name()) || i.name().contains(name))
                || product.synonyms().stream().anyMatch(s -> s.equalsIgnoreCase(name));
    }
}
