package org.w3id.materia.extract.effect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3id.materia.language.phrase.NounPhrases;
import org.w3id.materia.language.phrase.Phrase;
import org.w3id.materia.monograph.Passage.Range;

/**
 * The effects that ranges of a sentence name.
 *
 * @param items the effects in order
 * @param frame what the sentence says beside them: "less common side effects include"
 * @param unread phrases among them that say too much to be a name
 */
record EffectList(List<Item> items, String frame, List<Phrase> unread) {
    /**
     * One effect.
     *
     * @param name its name
     * @param phrase where it stands
     * @param remark what is said of it alone: "rarely", "(rare)"
     */
    record Item(String name, Phrase phrase, String remark) {
        /** What the remark and the effect's own words say of it. */
        Setting setting() {
            return LocalRemarks.setting(remark, phrase);
        }
    }

    static EffectList of(String text, List<Range> ranges) {
        List<Item> items = new ArrayList<>();
        List<Phrase> unread = new ArrayList<>();
        StringBuilder frame = new StringBuilder();
        int reached = 0;
        for (Range range : ranges) {
            frame.append(text, Math.min(reached, range.start()), range.start()).append(' ');
            int previous = range.start();
            int known = items.size();
            for (Phrase phrase : NounPhrases.of(text, range.start(), range.end())) {
                Optional<String> name = EffectName.of(phrase);
                int from = Math.min(previous, phrase.start());
                if (name.isPresent()) {
                    items.add(new Item(name.get(), phrase, LocalRemarks.around(text, from, phrase)));
                } else {
                    if (EffectName.saysTooMuch(phrase)) {
                        unread.add(phrase);
                    }
                    frame.append(text, from, phrase.end()).append(' ');
                }
                previous = Math.max(previous, phrase.end());
            }
            if (items.size() == known) {
                frame.append(text, Math.min(previous, range.end()), range.end()).append(' ');
            }
            reached = range.end();
        }
        frame.append(text.substring(reached));
        return new EffectList(shareLastRemark(text, items), frame.toString(), unread);
    }

    /** "A or B (rare)": a remark behind two effects that nothing but a conjunction parts is about both. */
    private static List<Item> shareLastRemark(String text, List<Item> items) {
        if (items.size() != 2) {
            return items;
        }
        Item first = items.get(0);
        Item second = items.get(1);
        String between = first.phrase().end() <= second.phrase().start()
                ? text.substring(first.phrase().end(), second.phrase().start())
                : "";
        boolean pair = between.strip().equals("or") || between.strip().equals("and");
        boolean behind = text.substring(second.phrase().end()).stripLeading().startsWith("(");
        return pair && behind ? List.of(new Item(first.name(), first.phrase(), second.remark()), second) : items;
    }
}
