package org.w3id.materia.safety;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3id.materia.safety.asked.GroupFit;
import org.w3id.materia.safety.asked.Patient;
import org.w3id.materia.safety.drug.DrugClasses;
import org.w3id.materia.safety.drug.Match;
import org.w3id.materia.safety.report.Alert;
import org.w3id.materia.safety.stated.MedicineFacts;
import org.w3id.materia.safety.stated.Severity;
import org.w3id.materia.safety.stated.StatedInteraction;
import org.w3id.materia.safety.stated.StatedWarning;

/** What the monographs of two medicines state of each other. */
final class InteractionCheck {
    private final DrugClasses classes;

    InteractionCheck(DrugClasses classes) {
        this.classes = classes;
    }

    /** The alerts that the one's monographs give for the other. */
    List<Alert> alerts(Listed stating, Listed other, Patient patient) {
        List<Alert> alerts = new ArrayList<>();
        for (MedicineFacts facts : stating.monographs()) {
            for (StatedWarning warning : facts.warnings()) {
                if (!warning.kind().equals("ALGY") && GroupFit.ofAny(warning.groups(), patient) != GroupFit.NO) {
                    matched(warning, other).ifPresent(m -> alerts.add(alert(stating, other, warning, m)));
                }
            }
            for (StatedInteraction interaction : facts.interactions()) {
                AgentMatch.of(interaction.agent(), other.drug(), classes)
                        .ifPresent(m -> alerts.add(alert(stating, other, interaction, m)));
            }
        }
        return alerts;
    }

    /** A drug that no table had a code for stands among the conditions; its name alone counts there. */
    private Optional<AgentMatch> matched(StatedWarning warning, Listed other) {
        if (warning.kind().equals("DRG")) {
            return AgentMatch.of(warning.subject(), other.drug(), classes);
        }
        boolean isNamed = warning.kind().equals("COND")
                && other.drug().names().containsKey(warning.subject().name());
        return isNamed ? Optional.of(new AgentMatch(Match.TEXT, true)) : Optional.empty();
    }

    private static Alert alert(Listed stating, Listed other, StatedWarning warning, AgentMatch match) {
        Severity severity = warning.strength().severity();
        return new Alert(
                Alert.Kind.INTERACTION,
                match.certain() ? severity : severity.weaker(),
                Optional.of(warning.strength()),
                List.of(stating.number(), other.number()),
                warning.subject().text(),
                match.match(),
                match.certain(),
                Optional.of(warning.fact()),
                explanation(other, warning.subject().text(), match));
    }

    private static Alert alert(Listed stating, Listed other, StatedInteraction interaction, AgentMatch match) {
        return new Alert(
                Alert.Kind.INTERACTION,
                match.certain() ? Severity.MODERATE : Severity.LOW,
                Optional.empty(),
                List.of(stating.number(), other.number()),
                interaction.agent().text(),
                match.match(),
                match.certain(),
                Optional.of(interaction.fact()),
                explanation(other, interaction.agent().text(), match));
    }

    private static String explanation(Listed other, String agent, AgentMatch match) {
        String how =
                switch (match.match()) {
                    case SAME_CODE -> " has the code of “" + agent + "”.";
                    case BROADER_CODE -> " is a product of “" + agent + "” by the loaded terminology.";
                    case INGREDIENT -> " contains “" + agent + "”.";
                    case CLASS_MEMBER -> " is a member of the class “" + agent + "”.";
                    case TEXT, MEASURE -> " is named “" + agent + "”.";
                };
        return other.label() + how + (match.certain() ? "" : " The monograph's words say more than its code.");
    }
}
