package org.w3id.materia.extract.indication;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3id.materia.extract.dosing.mention.PatientGroups;
import org.w3id.materia.extract.fact.Indication;
import org.w3id.materia.extract.fact.Indication.ApprovalStatus;
import org.w3id.materia.extract.fact.Indication.Intent;
import org.w3id.materia.extract.fact.OwnNames;
import org.w3id.materia.extract.indication.name.ClassNames;
import org.w3id.materia.extract.indication.name.Fragments;
import org.w3id.materia.extract.indication.name.Setting;
import org.w3id.materia.extract.indication.name.SiteList;
import org.w3id.materia.extract.indication.name.Use;
import org.w3id.materia.extract.indication.trigger.OffLabel;
import org.w3id.materia.extract.indication.trigger.Trigger;
import org.w3id.materia.extract.indication.trigger.Trigger.Firmness;
import org.w3id.materia.extract.outline.Statement;
import org.w3id.materia.extract.outline.Statement.Governor;
import org.w3id.materia.extract.outline.Statement.Role;
import org.w3id.materia.extract.outline.Topic;
import org.w3id.materia.language.WordClasses;
import org.w3id.materia.language.Words;
import org.w3id.materia.monograph.Passage;

/** Reads the statements on usage in the order of the text and collects the uses. */
public final class IndicationReader {
    /** A sentence that names members of what was spoken of: "These include", "ACS encompasses conditions like", "Typical reasons are". */
    private static final Pattern GOES_ON = Pattern.compile(
            "^(?:[^,.;:]{1,80}? )??(?:includes?|encompass(?:es)?|involves?|manifests? as|ranges? from|such as|(?<=reasons to \\w{1,9} \\w{1,20} )are|(?<=reasons )are)\\b(?: both)?[:,]?\\s*(?:conditions (?:like|such as) )?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern HARMS = Pattern.compile(
            "effects|reactions|precautions|ingredients|components|mechanism|risks|dosage|forms?\\b|alternatives|medications|drugs|agents|treatments?\\b|causes|bacteria|organisms",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CAUSED =
            Pattern.compile("\\b(?:associated|caused|due|result\\w*|stem)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern LISTS = Pattern.compile("includ|such as|encompass", Pattern.CASE_INSENSITIVE);
    private static final Pattern USE_NOUN = Pattern.compile(
            ".*\\b(?:uses?|usage|applications?|indications?|purposes)\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final OwnNames own;
    private final IndicationCollector collector;
    private final OtherMedicine otherMedicine;
    private final IdentityHashMap<Passage, LabelKind> labels = new IdentityHashMap<>();
    private final IdentityHashMap<Passage, Setting> leadIns = new IdentityHashMap<>();

    private Setting latest = Setting.CLOSED;
    private NamedBefore named = NamedBefore.NOTHING;

    public IndicationReader(String source, OwnNames own) {
        this.own = own;
        this.collector = new IndicationCollector(source, own);
        this.otherMedicine = new OtherMedicine(own);
    }

    /** The indications read so far, in the order of the text. */
    public List<Indication> indications() {
        return collector.indications();
    }

    /** Reads the next statement. */
    public void read(Statement statement) {
        if (!UsageScope.holds(statement)) {
            return;
        }
        if (statement.role() == Role.LABEL || statement.role() == Role.HEADING) {
            readLabel(statement);
        } else if (!otherMedicine.isSubject(statement.text().text())) {
            readSentence(statement);
        }
    }

    private void readLabel(Statement statement) {
        String text = statement.text().text();
        boolean section = UsageScope.isNamed(text) && !OffLabel.isNamedIn(text) || UsageScope.isElsewhere(statement);
        LabelKind kind = section || tellsWhom(statement.text()) ? LabelKind.REMARK : LabelKind.of(text, own);
        labels.put(statement.text(), kind);
        collector.beginLabel();
        latest = Setting.CLOSED;
        Setting setting = setting(statement);
        if (kind == LabelKind.SITE && setting.open()) {
            collector.addLabelled(statement, SiteList.labelled(statement, setting));
        }
        if (statement.role() == Role.HEADING || !setting.open() || kind != LabelKind.CONDITION) {
            return;
        }
        List<Use> uses = new ArrayList<>();
        SentenceUses own = SentenceUses.of(text);
        if (own.triggers().isEmpty() && !own.denied()) {
            uses.addAll(ListedUses.in(text, 0, text.length(), setting));
        } else {
            own.uses().forEach(u -> uses.add(withStatus(u, setting)));
        }
        collector.addLabelled(statement, uses);
        if (ClassNames.isClass(text)) {
            latest = new Setting(true, false, setting.intents(), setting.status());
        }
    }

    /** Whether a label of formularies says for whom a list of uses is: "Adult", "Child, second-line", "Palliative care (unlicensed)". */
    private boolean tellsWhom(Passage label) {
        String text = label.text();
        return label.strong().isEmpty()
                && (OffLabel.isNamedAnywhereIn(text)
                        || Setting.isPalliative(text)
                        || !PatientGroups.in(text).isEmpty()
                        || WordClasses.isPerson(
                                List.of(text.toLowerCase(Locale.ROOT).split(" ", -1))));
    }

    /** Whether the statement, a list without a verb, names uses. */
    private boolean addTerse(Statement statement, String whom, Setting outer) {
        String text = statement.text().text();
        boolean offLabel = OffLabel.isNamedAnywhereIn(whom);
        List<Use> uses = TerseUses.of(text, outer).stream()
                .map(u -> offLabel ? u.offLabel() : u)
                .toList();
        if (uses.isEmpty()) {
            return false;
        }
        String all = whom + " " + text;
        collector.begin();
        collector.add(statement, uses, new Qualifiers(PatientGroups.in(all), PriorTherapy.in(all)));
        return true;
    }

    private void readSentence(Statement statement) {
        String text = statement.text().text();
        Optional<Passage> label = statement.innermost(Role.LABEL);
        boolean explains =
                label.filter(l -> labels.get(l) == LabelKind.CONDITION).isPresent();
        Setting outer = setting(statement);
        if (!outer.open()
                && statement
                        .innermost(Role.HEADING)
                        .filter(h -> UsageScope.isRefusal(h.text()))
                        .isPresent()) {
            return;
        }
        SentenceUses own = SentenceUses.of(text, explains ? label.get().text() : "");
        boolean plain = statement.itemDepth() == 0
                && (label.map(l -> tellsWhom(l) || UsageScope.isNamed(l.text())).orElse(true)
                        || statement.role() == Role.CELL);
        if (plain
                && outer.open()
                && Fragments.isFragment(text)
                && addTerse(statement, label.map(Passage::text).orElse(""), outer)) {
            return;
        }
        List<Use> uses = new ArrayList<>();
        Matcher goesOn = GOES_ON.matcher(text);
        boolean continues = goesOn.find()
                && !CAUSED.matcher(goesOn.group()).find()
                && !HARMS.matcher(goesOn.group()).find()
                && outer.open()
                && !own.denied()
                && (label.isEmpty() || LISTS.matcher(goesOn.group()).find());
        if (continues && own.uses().isEmpty()) {
            uses.addAll(ListedUses.in(
                    text,
                    goesOn.end(),
                    text.length(),
                    new Setting(
                            true,
                            false,
                            latest.open() ? latest.intents() : outer.intents(),
                            latest.open() ? latest.status() : outer.status())));
        } else if (explains && own.uses().isEmpty() && !own.denied()) {
            uses.addAll(ListedUses.membersIn(text, label.get().text(), outer));
        } else if (lists(statement, label) && outer.open() && !own.denied()) {
            List<Use> places = SiteList.listed(statement, outer);
            uses.addAll(places);
            if (places.isEmpty() && Fragments.isFragment(text)) {
                Words words = Words.of(text);
                int limit = own.triggers().isEmpty()
                        ? text.length()
                        : words.start(own.triggers().get(0).from());
                uses.addAll(ListedUses.in(text, 0, limit, outer));
            }
        }
        for (Use use : own.uses()) {
            uses.add(withStatus(use, continues && latest.open() ? latest : outer));
        }
        named.addTo(collector, text, own);
        named = own.uses().isEmpty() ? NamedBefore.in(statement) : NamedBefore.NOTHING;
        Qualifiers qualifiers = new Qualifiers(PatientGroups.in(text), PriorTherapy.in(text));
        if (explains) {
            collector.qualifyLabelled(qualifiers);
        }
        if (!uses.isEmpty()) {
            collector.begin();
            collector.add(statement, uses, qualifiers);
        } else if (OffLabel.refersBack(text)) {
            collector.callOffLabel();
        } else if (!explains && statement.itemDepth() == 0) {
            collector.restrictAll(qualifiers);
        }
        Setting said = said(text, own, continues);
        if (statement.role() == Role.LEAD_IN
                && !said.open()
                && !own.denied()
                && outer.open()
                && (SiteList.opens(text) || !HARMS.matcher(text).find())) {
            said = new Setting(true, false, outer.intents(), outer.status());
        }
        leadIns.put(statement.text(), said);
        latest = said;
    }

    /** What the sentence says of a list or sentence that goes on about its uses. */
    private Setting said(String text, SentenceUses own, boolean continues) {
        if (own.denied() && own.triggers().isEmpty()) {
            return Setting.CLOSED;
        }
        if (continues && latest.open()) {
            return latest;
        }
        Optional<Trigger> opening = own.lastTrigger();
        if (opening.isPresent()) {
            Trigger last = opening.get();
            boolean firm = last.firmness() == Firmness.USE || last.firmness() == Firmness.STRONG || last.framed();
            ApprovalStatus status = own.uses().isEmpty()
                    ? own.offLabel() ? ApprovalStatus.OFF_LABEL : ApprovalStatus.STATED
                    : own.uses().get(own.uses().size() - 1).status();
            return new Setting(true, firm, last.intents(), status);
        }
        boolean names = USE_NOUN.matcher(text).matches();
        ApprovalStatus status = own.offLabel() ? ApprovalStatus.OFF_LABEL : ApprovalStatus.STATED;
        return names || own.offLabel() ? new Setting(true, names, List.of(Intent.TREATMENT), status) : Setting.CLOSED;
    }

    /** What the governors of a statement say; the innermost that says anything counts. */
    private Setting setting(Statement statement) {
        Setting setting = Setting.PLAIN;
        for (Governor governor : statement.governors()) {
            if (governor.role() == Role.LEAD_IN) {
                setting = leadIns.getOrDefault(governor.text(), setting);
            } else if (UsageScope.isRefusal(governor.text().text())) {
                return Setting.CLOSED;
            } else if (OffLabel.isNamedIn(governor.text().text())) {
                setting = setting.offLabel();
            }
        }
        return setting;
    }

    /** Whether a statement is an item of a list that may be a bare name: it stands under no label, or under a remark. */
    private boolean lists(Statement statement, Optional<Passage> label) {
        if (label.flatMap(l -> Topic.namedBy(l.text())).map(t -> t == Topic.USE).orElse(label.isEmpty())) {
            return statement.itemDepth() > 0 || statement.role() == Role.CELL;
        }
        String title = label.get().text();
        LabelKind kind = labels.get(label.get());
        boolean speaksOfUse = USE_NOUN.matcher(title).matches() || OffLabel.isNamedIn(title);
        return (kind == LabelKind.SITE || kind == LabelKind.REMARK && speaksOfUse)
                && Fragments.isFragment(statement.text().text());
    }

    private static Use withStatus(Use use, Setting setting) {
        return setting.status() == ApprovalStatus.OFF_LABEL ? use.offLabel() : use;
    }
}
