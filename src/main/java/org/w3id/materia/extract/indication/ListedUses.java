package org.w3id.materia.extract.indication;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3id.materia.extract.fact.Indication.Intent;
import org.w3id.materia.extract.indication.name.ClassNames;
import org.w3id.materia.extract.indication.name.ConditionName;
import org.w3id.materia.extract.indication.name.ConditionNames;
import org.w3id.materia.extract.indication.name.Meaning;
import org.w3id.materia.extract.indication.name.Setting;
import org.w3id.materia.extract.indication.name.Use;
import org.w3id.materia.extract.indication.trigger.ObjectRange;
import org.w3id.materia.language.ListOpener;
import org.w3id.materia.language.Words;

/** The uses that a bare list gives, once what stands before it has said that they are uses. */
final class ListedUses {
    private static final Pattern MARKER = Pattern.compile(
            "\\b(?:such as|including|like|e\\.g\\.,?|encompass(?:es)?|for example,)\\s+", Pattern.CASE_INSENSITIVE);
    private static final Pattern CAUSES = Pattern.compile(
            ".*\\b(?:caus(?:es?|ed|ing)|lead(?:s|ing)?|characterized|result(?:s|ing)?|due|side effects?|caution|risks?|factors?|organisms?|bacteria|medications?|drugs)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private ListedUses() {}

    /** The names that a list gives, as uses. */
    static List<Use> in(String text, int start, int end, Setting setting) {
        List<Use> uses = new ArrayList<>();
        Words words = Words.of(text);
        int from = words.at(start);
        ObjectRange range = ObjectRange.of(words, from, Math.max(from, words.at(end)));
        if (range.isEmpty()) {
            return uses;
        }
        for (ConditionName name : ConditionNames.in(text, words.start(range.from()), words.end(range.to() - 1))) {
            if (setting.intents().contains(Intent.PROPHYLAXIS) && name.isCircumstance()) {
                continue;
            }
            if (name.meaning() == Meaning.CONDITION
                    || setting.firm() && name.meaning() != Meaning.NOTHING
                    || name.isKindOfPurpose()) {
                List<Intent> intents = name.intent().map(List::of).orElse(setting.intents());
                for (Intent intent : intents) {
                    uses.add(new Use(name.text(), name.meaning(), intent, setting.status(), name.start(), name.end()));
                }
            }
        }
        return uses;
    }

    /** Members of the class that the label names, from the text that explains it. */
    static List<Use> membersIn(String text, String label, Setting setting) {
        Setting conditions = new Setting(true, false, setting.intents(), setting.status());
        int opened = ListOpener.behind(text, 0, text.length());
        if (opened > 0) {
            return in(text, opened, text.length(), conditions);
        }
        if (!ClassNames.isClass(label)) {
            return List.of();
        }
        Matcher marker = MARKER.matcher(text);
        if (marker.find()
                && !isInBracket(text, marker.start())
                && !CAUSES.matcher(text.substring(0, marker.start())).matches()) {
            return in(text, marker.end(), text.length(), conditions);
        }
        return ClassNames.isBareList(text) ? in(text, 0, text.length(), conditions) : List.of();
    }

    private static boolean isInBracket(String text, int at) {
        return text.lastIndexOf('(', at) > text.lastIndexOf(')', at);
    }
}
