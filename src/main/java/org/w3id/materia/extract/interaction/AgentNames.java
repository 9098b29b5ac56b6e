package org.w3id.materia.extract.interaction;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3id.materia.language.Lexicon;
import org.w3id.materia.language.WordClasses;

/** Names the pieces of a list of agents: each piece by itself, or completed by what it shares with its neighbours. */
final class AgentNames {
    private static final String NOUNS =
            "(?:drugs?|medications?|medicines?|agents?|products?|substances?|compounds?|supplements?|remed(?:y|ies)|antibiotics?|treatments?|therapies|ones|inhibitors?|preparations?)";
    private static final Pattern GOVERNOR = Pattern.compile("^(?:.*\\b)?(?<noun>those|" + NOUNS + ")\\s+(?<link>"
            + "(?:that|which)\\s+(?:are|is)(?:\\s+(?:\\w+ly\\s+)?(?:\\w+ed|known)\\s+(?:by|to|with|for|from|through)(?!\\s+that))?"
            + "|(?:that|which)(?:\\s+(?:can|may|could|might|also|have|has|strongly))*\\s+[a-z-]+(?:\\s+(?:by|on|to|for|with|in))?"
            + "|(?:affect|contain|caus|prolong|inhibit|induc|increas|decreas|lower|reduc|rais|act|alter|influenc|impact|target|suppress|depress|interfer|impair|enhanc|block|stimulat|thinn)ing(?:\\s+(?:on|with))?"
            + "|(?:metaboli[sz]ed|cleared|eliminated|excreted|processed|transported|affected|influenced)(?:\\s+(?:primarily|mainly|extensively))?\\s+(?:by|through|via|in)"
            + "|known\\s+to\\s+[a-z]+|used\\s+(?:for|to\\s+treat|in)|for"
            + "|with(?=.*\\b(?:effects?|propert|activity|action|potential|index)))(?<rest>\\b.*)$");
    private static final Pattern NOUN =
            Pattern.compile("\\b(?:drugs|medications|medicines|agents|products|substances)\\b");
    private static final Pattern LEADING = Pattern.compile(
            "^(?:(?:among them|combinations? of|however|generally|wide range of|wide variety of|variety of|range of|number of|having recently stopped|applying|co-administration with|co-administration of|administration of|administration with|use with|interactions? with|\\w*toxicity of|the (?:drug|medication)(?= [a-z-]+$)|the|a|an|any|two(?: or more)?|other|another|certain|some|several|many|various|different|all|most|both|either|multiple|numerous|specific|particular|few|additional|similar|my|your|their|its|more|using|taking|use of|types of|certain types of|types|classes of|of|with|excessive|heavy|moderate|chronic|regular|concurrent|concomitant|simultaneous|systemic use of|large amounts of|consumption of|consuming|drinking|to|potentially|also|even|when|(?:over-the-counter|non-?prescription|prescription|otc)(?= \\w+ \\w)|existing|like|in|high doses of|cumulative|further|those taking|intake of|treatment with|discontinuing|stopping|drugs such as|(?:drugs?|medicines?|medications?|tablets?|antibiotics?) (?:called|known as))\\s+)+");
    private static final Pattern TRAILING = Pattern.compile(
            "\\s+(?:[a-z]+ly|consumption|use|intake|administration|concurrently|concomitantly|simultaneously|together|too|as well|etc|may|can|also|at all|altogether|completely|excessively|in excess|abuse|beverages|drinks|dose|doses|therapy|therapies|regimens?|usage|ingestion|entirely|at the same time|alone|users?)$");
    private static final Pattern NO_NAME = Pattern.compile(
            "^(?:without|neither|nor|breastfeeding|lactation|nursing|pregnancy|this|these|those|that|it|its|they|such|no|yes|known|history|\\d+ |combining|taking|discontinuing|stopping|starting|adjusting|consult|discuss|disclose|tell|report|mention|monitor|specifically|if|not|who|\\w+ing (?:the|your)|hypersensitivity|allergy(?! (?:med|remed|drug|treat|product|tablet|relie))|allergies|component|ingredient|which|prolonged|children|elderly|adults|infectious|need|needs|warnings?|each|generally|wide|self-medication|reversal|relevant|overactive|use|worsen|limit|adjust|patients?|individuals?|people|dos)\\b.*"
                    + "|.*\\b(?:this|these|those|your|their|his|you|who|consult|inform|doctor|pharmacist|about|physician|provider|taking|taken|exist|exists|being|if|any|its|side effects?|hypersensitivity|allergy(?! (?:med|remed|drug|treat|product|tablet|relie))|the body|hazardous|safe|with \\w+ conditions|dosage|schedule|similar (?:\\w+ )?ingredients|overlapping|suicid\\w*|patients?|children|adolescents?|women|men|adults?|individuals?|people|persons?|infants?)\\b.*");
    private static final Set<String> ATTRIBUTES = Lexicon.words("""
            heart | kidney | liver | diabetes | cholesterol | blood pressure | asthma | thyroid | seizure | pain |
            cardiac | oral | topical | inhaled | systemic | allergy | cardiovascular | psychiatric | hormonal |
            depression | anxiety""");
    private static final Pattern ILLNESS_STATE = Pattern.compile(
            ".*(?:emia|aemia|itis|osis|pathy|syndrome|disorder|disease|failure|impairment|glaucoma|asthma|pregnancy|epilepsy|stroke|hypertension|elderly|children)s?\\b.*");
    private static final Pattern ALLERGY = Pattern.compile("\\b(?:hypersensitiv|allerg(?!y med)|sensitivity to)");
    private static final Pattern TAKEN =
            Pattern.compile("\\b(?:taking|using|receiving|concurrent|concomitant|use of)\\b");
    private static final Pattern OWN_LINK = Pattern.compile(
            "^(?<link>(?:that|which)\\s+[a-z]+|(?:metaboli[sz]ed|transported|cleared|excreted)\\s+by)\\s+(?<rest>.+)$");
    private static final int LONGEST = 7;
    private static final Set<String> SHARED_HEADS = Lexicon.words("""
            medication | drug | medicine | remedy | agent | product | inhibitor | inducer | blocker | antagonist |
            supplement | diuretic | preparation | contraceptive | corticosteroid | antibiotic | anticoagulant |
            salt | relaxant | substrate | steroid | agonist | antacid | thinner | vaccine | pill | analgesic""");
    private static final Set<String> VERBS = Lexicon.words("""
            cause | prolong | increase | decrease | reduce | inhibit | induce | affect | lower | raise | depress |
            suppress | alter | influence | impair | block | contain | interfere | compete | bind | impact |
            enhance | thin | slow""");
    private static final Set<String> ILLNESSES =
            Set.of("cough", "cold", "flu", "allergy", "sinus", "hay fever", "colds", "coughs");
    private static final Pattern CYTOCHROME = Pattern.compile(
            "^(?:medication|drug|agent|substance|product|medicine) that (induces|inhibits) (?:the )?(?:enzyme )?(.+?)(?: enzymes?)?$");

    private static final Pattern AFFECT =
            Pattern.compile("^(?:that|which)(?: can| may| could| might| also)* affects?$");
    /** Words of a clause: what holds one shares no head with the words before it. */
    private static final Pattern CLAUSE =
            Pattern.compile("\\b(?:can|may|could|might|should|will|is|are|its|their|interacts?|increas\\w*|with)\\b");

    private static final Set<String> SYSTEMS = Set.of("system", "systems");

    private final String plain;
    private final List<int[]> pieces;
    private boolean allergic;
    private String governorNoun = "";
    private String governorLink = "";

    AgentNames(String plain, List<int[]> pieces) {
        this.plain = plain;
        this.pieces = pieces;
    }

    /** The name of a piece; empty where it names nothing or only what is too general. Call in the order of the list. */
    Optional<Agent> of(int i) {
        int start = pieces.get(i)[0];
        int end = pieces.get(i)[1];
        String words = words(i);
        allergic = ALLERGY.matcher(words).find()
                || allergic && !TAKEN.matcher(words).find();
        if (allergic) {
            return Optional.empty();
        }
        Matcher governor = GOVERNOR.matcher(words);
        String name;
        boolean described = false;
        if (governor.matches()) {
            String noun = governor.group("noun");
            governorNoun = noun.equals("those") || noun.equals("ones")
                    ? precedingNoun(start)
                    : words.substring(0, governor.end("noun"));
            governorLink = governor.group("link");
            String rest = governor.group("rest").isBlank()
                    ? sharedObject(i)
                    : governor.group("rest").strip();
            if (rest.isEmpty()) {
                return Optional.empty();
            }
            name = described(governorLink, completed(i, rest));
            described = true;
        } else if (!governorLink.isEmpty()
                && (VERBS.contains(words.split(" ", 2)[0]) || !AgentWords.isRecognised(trim(words)))) {
            Matcher own = OWN_LINK.matcher(words);
            if (own.matches()) {
                governorLink = own.group("link");
                words = own.group("rest");
            }
            String first = words.split(" ", 2)[0];
            boolean verb = VERBS.contains(first);
            String link = verb ? "that " + first : governorLink;
            if (!verb
                    && !governorLink.matches(".*(?:caus|increas|risk|treat|for).*")
                    && ILLNESS_STATE.matcher(words).matches()) {
                return Optional.empty();
            }
            String rest = verb ? words.substring(first.length()).strip() : words;
            name = described(link, rest);
            described = true;
        } else {
            governorLink = "";
            name = AgentWords.singular(trim(trim(shared(i, trim(words)))));
        }
        name = cytochrome(name);
        boolean nothing = name.endsWith(" that")
                || name.length() < 2
                || NO_NAME.matcher(name).matches()
                || !described && name.split(" ").length > LONGEST
                || AgentWords.isBare(name)
                || AgentWords.isGeneral(name)
                || name.chars().noneMatch(Character::isLetter);
        if (nothing) {
            return Optional.empty();
        }
        if (!described && ILLNESS_STATE.matcher(name).matches() && !AgentWords.isRecognised(name)) {
            return Optional.empty();
        }
        boolean proper = Character.isUpperCase(plain.charAt(start))
                && start + 1 < end
                && Character.isLowerCase(plain.charAt(start + 1))
                && start > 0
                && name.indexOf(' ') < 0;
        return Optional.of(new Agent(name, start, end, described || proper || AgentWords.isRecognised(name)));
    }

    /** One form for what texts say in several: "those that also affect the liver", "drugs which affect liver" → "drug affecting liver". */
    private String described(String link, String object) {
        String form = AFFECT.matcher(agreeing(link)).replaceFirst("affecting");
        return AgentWords.singular(trim(governorNoun)) + " " + form + " " + article(object);
    }

    private String words(int i) {
        return plain.substring(pieces.get(i)[0], pieces.get(i)[1])
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ")
                .replace('’', '\'');
    }

    /** "heart or blood pressure medications" → "heart medications": the head of the last member is the first one's too. */
    private String shared(int i, String words) {
        if (i + 1 < pieces.size() && !AgentWords.isRecognised(words) && !AgentWords.isGeneral(words)) {
            String next = trim(words(i + 1));
            String head = next.substring(next.lastIndexOf(' ') + 1);
            boolean joined = plain.substring(pieces.get(i)[1], pieces.get(i + 1)[0])
                    .strip()
                    .matches(ATTRIBUTES.contains(words) ? "and|or|and/or|,|, (?:and|or)" : "and|or|and/or");
            if (joined
                    && next.indexOf(' ') > 0
                    && !CLAUSE.matcher(next).find()
                    && !words.endsWith("therapies")
                    && SHARED_HEADS.contains(AgentWords.singular(head))) {
                boolean one = ILLNESSES.contains(words);
                return one ? words + " and " + next : words + " " + head;
            }
        }
        if (i > 0 && words.indexOf(' ') < 0 && AgentWords.isBare(AgentWords.singular(words))) {
            String before = trim(words(i - 1));
            int space = before.lastIndexOf(' ');
            return space > 0 ? before.substring(0, space) + " " + words : words;
        }
        return words;
    }

    /** "that induce or inhibit the enzyme": what the verb of the next piece is about is the first verb's object too. */
    private String sharedObject(int i) {
        String next = i + 1 < pieces.size() ? words(i + 1) : "";
        String verb = next.split(" ", 2)[0];
        return VERBS.contains(verb) ? next.substring(verb.length()).strip() : "";
    }

    /** "the cardiovascular or uterine systems": an adjective alone shares the noun of the next piece. */
    private String completed(int i, String object) {
        String last = object.substring(object.lastIndexOf(' ') + 1);
        String next = i + 1 < pieces.size() ? words(i + 1) : "";
        String head = next.substring(next.lastIndexOf(' ') + 1);
        return WordClasses.isAdjective(last) && SYSTEMS.contains(head)
                ? object + " " + AgentWords.singular(head)
                : object;
    }

    private static String trim(String words) {
        String lead = LEADING.matcher(words).replaceFirst("");
        return TRAILING.matcher(lead).replaceFirst("");
    }

    private static String article(String words) {
        return words.replaceFirst("^(?:the|your|a|an)\\s+", "");
    }

    private static String agreeing(String link) {
        Matcher verb = Pattern.compile("^(that|which)(?: also)? ([a-z]+[^s\\W])( .*)?$")
                .matcher(link);
        if (!verb.matches()
                || Set.of("can", "may", "could", "might", "have", "has", "also", "is", "are")
                        .contains(verb.group(2))) {
            return link.replaceFirst("^(that|which) are\\b", "$1 is");
        }
        return verb.group(1) + " " + verb.group(2) + "s" + (verb.group(3) == null ? "" : verb.group(3));
    }

    private static String cytochrome(String name) {
        Matcher m = CYTOCHROME.matcher(name);
        return m.matches() && m.group(2).startsWith("cyp")
                ? m.group(2) + (m.group(1).equals("induces") ? " inducer" : " inhibitor")
                : name;
    }

    private String precedingNoun(int before) {
        Matcher m = NOUN.matcher(plain.toLowerCase(Locale.ROOT)).region(0, before);
        String noun = "medications";
        while (m.find()) {
            noun = m.group();
        }
        return noun;
    }
}
