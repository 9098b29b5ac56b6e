package org.w3id.materia.extract.effect;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.w3id.materia.extract.fact.OwnNames;
import org.w3id.materia.extract.fact.UndesirableEffect;
import org.w3id.materia.extract.fact.Unread;
import org.w3id.materia.extract.fact.Unread.Announced;
import org.w3id.materia.extract.outline.Evidence;
import org.w3id.materia.extract.outline.Statement;
import org.w3id.materia.extract.outline.Statement.Governor;
import org.w3id.materia.extract.outline.Statement.Role;
import org.w3id.materia.monograph.Passage;
import org.w3id.materia.monograph.Passage.Range;

/**
 * Reads the statements of a section on side effects in the order of the text and collects the effects. Each effect is kept
 * once for each ingredient, where it is stated first.
 */
public final class EffectReader {
    private static final Pattern REFERS_BACK = Pattern.compile(
            "^(?:these|they|this|it|such|examples?|some|both)\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern ANNOUNCES = Pattern.compile(
            ".*\\b(?:side effects?|adverse|reactions?|effects)\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final String source;
    private final OwnNames own;
    private final Map<String, UndesirableEffect> effects = new LinkedHashMap<>();
    private final IdentityHashMap<Passage, LabelKind> labels = new IdentityHashMap<>();
    private final IdentityHashMap<Passage, Setting> settings = new IdentityHashMap<>();
    private final IdentityHashMap<Passage, List<String>> labelled = new IdentityHashMap<>();
    private final IdentityHashMap<Passage, Integer> depths = new IdentityHashMap<>();
    private final List<Unread> unread = new ArrayList<>();
    private List<String> latest = List.of();
    private Setting announced = Setting.NONE;

    public EffectReader(String source, OwnNames own) {
        this.source = source;
        this.own = own;
    }

    /** The effects read so far, in the order of the text. */
    public List<UndesirableEffect> effects() {
        return List.copyOf(effects.values());
    }

    /** Words in lists of effects that name none. */
    public List<Unread> unread() {
        return List.copyOf(unread);
    }

    /** Reads the next statement. */
    public void read(Statement statement) {
        switch (statement.role()) {
            case HEADING -> {
                announced = Setting.NONE;
                latest = List.of();
            }
            case LABEL -> readLabel(statement);
            case LEAD_IN, SENTENCE, CELL -> readSentence(statement);
            // A row says nothing that its cells, which follow it, do not.
            case ROW -> {}
        }
    }

    private void readLabel(Statement statement) {
        announced = Setting.NONE;
        String text = statement.text().text();
        LabelKind kind =
                isInText(statement) || statement.isNumbered(source) ? LabelKind.SETTING : LabelKind.of(text, own);
        labels.put(statement.text(), kind);
        depths.put(statement.text(), statement.itemDepth());
        latest = List.of();
        if (kind == LabelKind.EFFECT) {
            EffectList list = EffectList.of(text, List.of(new Range(0, text.length())));
            labelled.put(statement.text(), addAll(statement, list, setting(statement)));
        }
    }

    /** A label in running text that is not bold says when or how seriously ("Expected: …"); effects are bold or items. */
    private static boolean isInText(Statement label) {
        return label.itemDepth() == 0 && label.text().strong().isEmpty();
    }

    private void readSentence(Statement statement) {
        String text = statement.text().text();
        Optional<Passage> effect = explained(statement);
        EffectClauses clauses = EffectClauses.of(text);
        boolean refersBack = REFERS_BACK.matcher(text).matches();
        boolean leadsIn = statement.role() == Role.LEAD_IN;
        EffectList list = EffectList.of(text, ranges(statement, clauses, effect));
        if (clauses.fragment() && effect.isEmpty()) {
            Stream<String> words = list.items().isEmpty() && statement.itemDepth() > 0
                    ? Stream.of(text.strip())
                    : list.unread().stream().map(p -> text.substring(p.start(), p.end()));
            words.filter(w -> !LabelKind.isMadeOfSettingWords(w)
                            && !ANNOUNCES.matcher(w).matches())
                    .map(w -> new Unread(Announced.EFFECT, statement.evidence(source), w))
                    .forEach(unread::add);
        }
        Setting own = effect.isPresent() ? Setting.NONE : Setting.of(list.frame());
        Setting outer = setting(statement);
        Setting whole = own.within(refersBack || leadsIn ? announced.within(outer) : outer);
        if (leadsIn) {
            settings.put(statement.text(), whole);
        }
        List<String> added = addAll(statement, list, whole);
        if (effect.isPresent()) {
            restate(labelled.getOrDefault(effect.get(), List.of()), Explanation.setting(text));
        } else if (added.isEmpty() && refersBack && !leadsIn) {
            restate(latest, own);
        }
        boolean announces =
                list.items().isEmpty() && (refersBack || ANNOUNCES.matcher(text).matches());
        announced = announces ? own.within(refersBack ? announced : Setting.NONE) : Setting.NONE;
        latest = added;
    }

    private List<Range> ranges(Statement statement, EffectClauses clauses, Optional<Passage> effect) {
        String text = statement.text().text();
        if (LabelKind.isMadeOfSettingWords(text) || clauses.fragment() && governedBy(statement, LabelKind.ADVICE)) {
            return List.of();
        }
        if (innermostLabel(statement).filter(LabelKind::opensSigns).isPresent()) {
            return List.of(new Range(0, text.length()));
        }
        return effect.map(e -> Explanation.lists(e.text(), text, clauses)).orElse(clauses.lists());
    }

    /** The effect that the statement's innermost label names, if it names one. The items of a list under the label are its members. */
    private Optional<Passage> explained(Statement statement) {
        return innermostLabel(statement)
                .filter(l -> labels.get(l) == LabelKind.EFFECT && statement.itemDepth() <= depths.getOrDefault(l, 0));
    }

    private boolean governedBy(Statement statement, LabelKind kind) {
        return innermostLabel(statement).filter(l -> labels.get(l) == kind).isPresent();
    }

    private static Optional<Passage> innermostLabel(Statement statement) {
        return statement.innermost(Role.LABEL);
    }

    /** What the governors of a statement say, the innermost first. */
    private Setting setting(Statement statement) {
        Setting setting = Setting.NONE;
        for (Governor governor : statement.governors()) {
            setting = said(governor).within(setting);
        }
        return setting;
    }

    private Setting said(Governor governor) {
        Setting known = settings.get(governor.text());
        if (known != null) {
            return known;
        }
        String text = governor.text().text();
        // The first cell of a table's row is no statement before it governs.
        boolean names = governor.role() == Role.LABEL
                && labels.computeIfAbsent(governor.text(), t -> LabelKind.of(text, own)) != LabelKind.SETTING;
        Setting said = Setting.of(names ? LocalRemarks.inBrackets(text) : text);
        settings.put(governor.text(), said);
        return said;
    }

    /** Adds the effects; the keys of those that are new. */
    private List<String> addAll(Statement statement, EffectList list, Setting setting) {
        List<String> added = new ArrayList<>();
        for (EffectList.Item item : list.items()) {
            Optional<String> ingredient = ingredient(statement, item.remark());
            String key = item.name() + "\n" + ingredient.orElse("");
            if (!effects.containsKey(key) && !own.isIngredient(item.name())) {
                Setting all = item.setting().within(setting);
                Evidence evidence = statement.evidence(
                        source, item.phrase().start(), item.phrase().end());
                effects.put(
                        key, new UndesirableEffect(item.name(), all.frequency(), all.serious(), ingredient, evidence));
                added.add(key);
            }
        }
        return added;
    }

    private Optional<String> ingredient(Statement statement, String remark) {
        return own.ingredientIn(remark).or(() -> own.ingredientOf(statement));
    }

    /** Takes over what a later sentence says of effects that stand already. */
    private void restate(List<String> keys, Setting later) {
        for (String key : keys) {
            effects.computeIfPresent(key, (k, e) -> {
                Setting all = later.within(new Setting(e.frequency(), e.serious()));
                return new UndesirableEffect(e.effect(), all.frequency(), all.serious(), e.ingredient(), e.evidence());
            });
        }
    }
}
