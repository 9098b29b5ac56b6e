package org.w3id.materia.extract.interaction;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3id.materia.extract.outline.Statement;
import org.w3id.materia.extract.outline.Statement.Role;

/** The agents that a question asks about ("Can I take it with antacids?"), until its answer tells whether they interact. */
final class QuestionedAgents {
    private static final Pattern QUESTION = Pattern.compile(".*\\?\\W*$", Pattern.DOTALL);
    private static final Pattern OBJECT = Pattern.compile(
            "\\b(?:(?:with|alongside|together with)\\b|(?:while|(?:if|when) I(?:['’]m| am)) (?:on|taking|using)\\b)(.*)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern REFUSES = Pattern.compile(
            "^(?:A:|\\W)*\\s*(?:no\\b|absolutely not|avoid|it is not|it's not|never|do not|not without|generally no|not recommended|caution)|\\b(?:should|must) (?:not|be avoided)|\\bnot (?:recommended|advisable|advised)|\\bavoid|\\bwith caution\\b|\\binteract\\w*|\\boverdos\\w*|\\bseparat\\w*|\\bat least \\w+ (?:minutes|hours)\\b|\\bbefore (?:combining|taking|using)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ALLOWS = Pattern.compile("^(?:A:|\\W)*\\s*yes\\b", Pattern.CASE_INSENSITIVE);

    private Statement statement;
    private List<Agent> agents = List.of();

    static boolean isQuestion(String text) {
        return QUESTION.matcher(text).matches();
    }

    Statement statement() {
        return statement;
    }

    void ask(Statement question) {
        statement = question;
        String text = question.text().text();
        List<Agent> asked = new ArrayList<>(FoodAndAlcohol.namedIn(text));
        Matcher m = OBJECT.matcher(text);
        if (asked.isEmpty() && m.find()) {
            int end = text.lastIndexOf('?') < m.start(1) ? text.length() : text.lastIndexOf('?');
            AgentList.of(text, m.start(1), Math.max(m.start(1), end)).stream()
                    .filter(Agent::recognised)
                    .forEach(asked::add);
        }
        agents = asked;
    }

    /** The agents, where a sentence of the answer warns of them; the question is closed then, and where one denies or the answer has ended. */
    List<Agent> answered(Statement answer) {
        String text = answer.text().text();
        if (agents.isEmpty() || text.strip().matches("A:?")) {
            return List.of();
        }
        int denied = Denial.reach(text);
        boolean ended = !answer.section().equals(statement.section()) || answer.role() == Role.LABEL;
        boolean warns = !ended && REFUSES.matcher(text.substring(denied)).find();
        List<Agent> warned = warns ? agents : List.of();
        if (ended || warns || denied > 0 || ALLOWS.matcher(text).find()) {
            agents = List.of();
        }
        return warned;
    }
}
