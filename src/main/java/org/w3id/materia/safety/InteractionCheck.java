package org.w3id.materia.safety;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3id.materia.safety.asked.GroupFit;
import org.w3id.materia.safety.asked.Patient;
import org.w3id.materia.safety.drug.DrugClasses;
import org.w3id.materia.safety.drug.Match;
import org.w3id.materia.safety.drug.Matched;
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
            for (StatedWarning warning : facts.stated().warnings()) {
                if (!warning.kind().equals("ALGY") && GroupFit.ofAny(warning.groups(), patient) != GroupFit.NO) {
                    matched(warning, other).ifPresent(m -> alerts.add(alert(stating, other, warning, m)));
                }
            }
            for (StatedInteraction interaction : facts.stated().interactions()) {
                AgentMatch.of(interaction.agent(), other.drug(), classes)
                        .ifPresent(m -> alerts.add(alert(stating, other, interaction, m)));
            }
        }
        return alerts;
    }

    /** A drug that no table had a code for stands among the conditions; its name alone counts there. */
    private Optional<Matched> matched(StatedWarning warning, Listed other) {
        if (warning.kind().equals("DRG")) {
            return AgentMatch.of(warning.subject(), other.drug(), classes);
        }
        boolean isNamed = warning.kind().equals("COND")
                && other.drug().names().containsKey(warning.subject().name());
        return isNamed ? Optional.of(Matched.certainly(Match.TEXT)) : Optional.empty();
    }

    private static Alert alert(Listed stating, Listed other, StatedWarning warning, Matched match) {
        String words = warning.subject().text();
        return new Alert(
                Alert.Kind.INTERACTION,
                Alert.Rating.of(warning.strength(), match.certain()),
                new Alert.Subject(List.of(stating.number(), other.number()), words),
                new Alert.Ground(match, Optional.of(warning.fact()), explanation(other, words, match)));
    }

    private static Alert alert(Listed stating, Listed other, StatedInteraction interaction, Matched match) {
        String words = interaction.agent().text();
        return new Alert(
                Alert.Kind.INTERACTION,
                Alert.Rating.of(match.certain() ? Severity.MODERATE : Severity.LOW),
                new Alert.Subject(List.of(stating.number(), other.number()), words),
                new Alert.Ground(match, Optional.of(interaction.fact()), explanation(other, words, match)));
    }

    private static String explanation(Listed other, String agent, Matched match) {
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
