package org.w3id.materia.safety;

import java.util.Optional;
import org.w3id.materia.safety.drug.Drug;
import org.w3id.materia.safety.drug.DrugClasses;
import org.w3id.materia.safety.drug.Match;
import org.w3id.materia.safety.drug.Matched;
import org.w3id.materia.safety.stated.StatedTerm;

/** Whether a drug is the one that a fact names. */
final class AgentMatch {
    private AgentMatch() {}

    /** The surest way; empty where the fact names another drug. */
    static Optional<Matched> of(StatedTerm agent, Drug drug, DrugClasses classes) {
        Match surest = null;
        boolean certain = false;
        for (StatedTerm.Coding coding : agent.codings()) { // Asked for every fact of every two medicines: no streams.
            Match match = drug.keys().get(coding.key());
            if (match != null && (surest == null || match.compareTo(surest) < 0)) {
                surest = match;
                certain = !coding.saysLess();
            }
        }
        if (surest != null) {
            return Optional.of(new Matched(surest, certain));
        }
        Match named = drug.names().get(agent.name());
        if (named != null) {
            return Optional.of(Matched.certainly(named.and(Match.TEXT)));
        }
        return classes.isMember(agent.className(), drug.classes())
                ? Optional.of(Matched.certainly(Match.CLASS_MEMBER))
                : Optional.empty();
    }
}
