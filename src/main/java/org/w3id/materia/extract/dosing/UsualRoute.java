package org.w3id.materia.extract.dosing;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.w3id.materia.extract.Route;
import org.w3id.materia.extract.Statement;
import org.w3id.materia.monograph.SectionKind;

/** The one route that the Dosage section names, for the sentences of it that name none ("… is administered orally."). */
final class UsualRoute {
    private static final Phrases<Boolean> NEGATION = new Phrases<Boolean>().with(true, """
                    not | no | never | isn't | aren't | without | nor | rarely | neither | unavailable | unable |
                    inappropriate | instead | rather | doesn't | don't | cannot | avoid""");

    private UsualRoute() {}

    /** The route, once; empty where none or several are named. */
    static List<RouteParser.Named> of(List<Statement> statements, SentenceReaders readers) {
        Set<Route> byName = new LinkedHashSet<>();
        Set<Route> bySite = new LinkedHashSet<>();
        Set<Route> byForm = new LinkedHashSet<>();
        for (Statement statement : statements) {
            boolean told = statement.role() == Statement.Role.SENTENCE || statement.role() == Statement.Role.LEAD_IN;
            if (told && statement.section().kind() == SectionKind.DOSAGE) {
                SentenceReader reader = readers.of(statement.text());
                if (isNegated(reader.tokens()) || namesOther(reader.tokens(), readers.substances())) {
                    continue;
                }
                for (Reading<Mention> mention : reader.mentions()) {
                    if (mention.value() instanceof Mention.OfRoute r) {
                        Set<Route> set =
                                r.route().strength() == 2 ? byName : r.route().strength() == 1 ? bySite : byForm;
                        set.add(r.route().route());
                    }
                }
            }
        }
        for (Set<Route> routes : List.of(byName, bySite, byForm)) {
            if (!routes.isEmpty()) {
                return routes.size() == 1
                        ? List.of(new RouteParser.Named(routes.iterator().next(), 1))
                        : List.of();
            }
        }
        return List.of();
    }

    /** The route of another drug is no route of this one. */
    private static boolean namesOther(Tokens tokens, Substances substances) {
        for (int t = 0; t < tokens.size(); t++) {
            if (substances.isOther(tokens.word(t))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNegated(Tokens tokens) {
        for (int t = 0; t < tokens.size(); t++) {
            if (NEGATION.at(tokens, t)) {
                return true;
            }
        }
        return false;
    }
}
