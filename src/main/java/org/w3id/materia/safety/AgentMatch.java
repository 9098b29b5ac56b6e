package org.w3id.materia.safety;

import java.util.Optional;
import org.w3id.materia.safety.drug.Drug;
import org.w3id.materia.safety.drug.DrugClasses;
import org.w3id.materia.safety.drug.Match;
import org.w3id.materia.safety.stated.StatedTerm;

/**
 * How a drug was found to be the one that a fact names.
 *
 * @param certain whether the fact's words say no more than the code by which it was found
 */
record AgentMatch(Match match, boolean certain) {
    /** The surest way; empty where the fact names another drug. */
    static Optional<AgentMatch> of(StatedTerm agent, Drug drug, DrugClasses classes) {
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
            return Optional.of(new AgentMatch(surest, certain));
        }
        Match named = drug.names().get(agent.name());
        if (named != null) {
            return Optional.of(new AgentMatch(named.and(Match.TEXT), true));
        }
        return classes.isMember(agent.className(), drug.classes())
                ? Optional.of(new AgentMatch(Match.CLASS_MEMBER, true))
                : Optional.empty();
    }
}
