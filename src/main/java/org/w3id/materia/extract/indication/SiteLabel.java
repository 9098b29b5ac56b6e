package org.w3id.materia.extract.indication;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3id.materia.extract.Indication.Intent;
import org.w3id.materia.extract.Statement;
import org.w3id.materia.extract.Statement.Role;
import org.w3id.materia.monograph.Passage;

/** A label that is a part of the body, under a lead-in that speaks of a class: "infections of the:" | "Ears" → "ear infections". */
final class SiteLabel {
    private static final Pattern CLASS =
            Pattern.compile("\\b(infections|cancers|tumou?rs)\\b", Pattern.CASE_INSENSITIVE);

    private SiteLabel() {}

    static List<Use> uses(Statement label, Setting setting) {
        Optional<Passage> leadIn = label.innermost(Role.LEAD_IN);
        Matcher named = CLASS.matcher(leadIn.map(Passage::text).orElse(""));
        if (!named.find()) {
            return List.of();
        }
        String site =
                SiteList.singular(label.text().text().toLowerCase(Locale.ROOT).replaceFirst("^the ", ""));
        String name = site + " " + named.group(1).toLowerCase(Locale.ROOT);
        Intent intent = setting.intents().get(0);
        int end = label.text().text().length();
        return List.of(new Use(name, Meaning.CONDITION, intent, setting.status(), 0, end));
    }
}
