package org.w3id.materia.extract.dosing.mention;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3id.materia.extract.dosing.grammar.Phrases;
import org.w3id.materia.extract.dosing.grammar.Reading;
import org.w3id.materia.extract.dosing.grammar.Substances;
import org.w3id.materia.extract.dosing.grammar.Tokens;
import org.w3id.materia.language.Lexicon;
import org.w3id.materia.language.NameBook;
import org.w3id.materia.language.NameKind;

/** Names that the tables know, the longest that begins at a token; and the drug's own names. */
public final class NameParser {
    private static final int LONGEST = 6;

    private static final Lexicon CONDITION_HEADS = Lexicon.load("language/condition-heads.txt");

    private static final Lexicon PERSONS = Lexicon.load("language/persons.txt");

    private static final Pattern DISEASE_ENDING = Pattern.compile(
            "\\p{L}{3,}(?:pigmentation|flammation|fection|fections|itis|osis|oses|aemia|emia|emias|oma|omas|pathy|pathies|algia|uria|esis|plegia|rrhea|rrhoea|asthenia|trophy|sclerosis|phrenia|lepsy)");

    /** Latin endings. */
    private static final Pattern SPECIES = Pattern.compile("\\p{L}+(?:i|is|ae|us|um|ans|ens|a|es)");

    private static final int ORGANISM = 3;

    private static final Set<NameKind> TOLD =
            EnumSet.of(NameKind.DRUG, NameKind.DISEASE, NameKind.FINDING, NameKind.PROCEDURE, NameKind.BODY_SITE);

    /** Words that tell one course of a disease from another. */
    private static final Phrases<Boolean> COURSES = Phrases.words("""
        severe | more severe | less severe | mild | moderate | acute | chronic | recurrent | uncomplicated | complicated | refractory | resistant |
        active | advanced | persistent | stable | unstable | mild to moderate | moderate to severe | early |
        recurring | relapsing | subacute | primary | secondary | localized | localised | generalized | generalised |
        disseminated | invasive | symptomatic | asymptomatic | latent | established | stubborn\
        """);

    private final Substances substances;
    private final Tokens tokens;
    private final Map<Integer, Optional<Reading<Mention>>> known = new HashMap<>();

    public NameParser(Tokens tokens, Substances substances) {
        this.tokens = tokens;
        this.substances = substances;
    }

    /** The longest name that begins at a token. */
    Optional<Reading<Mention>> parse(int at) {
        Optional<Reading<Mention>> found = known.get(at);
        if (found == null) {
            found = find(at);
            known.put(at, found);
        }
        return found;
    }

    private Optional<Reading<Mention>> find(int at) {
        if (!tokens.has(at) || !tokens.get(at).isWord()) {
            return Optional.empty();
        }
        Optional<Reading<Boolean>> own = substances.ownName(tokens, at);
        if (own.isPresent()) {
            return own.map(o -> new Reading<>(new Mention.OfName(Set.of(NameKind.DRUG), true), at, o.to()));
        }
        if (isOrganism(at)) {
            return Optional.of(new Reading<>(new Mention.OfName(Set.of(NameKind.DISEASE), false), at, at + ORGANISM));
        }
        for (int n = Math.min(LONGEST, tokens.size() - at); n > 0; n--) {
            Optional<Mention> name = named(at, at + n);
            if (name.isPresent()) {
                int to = at + n;
                return name.map(m -> new Reading<>(m, at, to));
            }
        }
        return COURSES.parse(tokens, at)
                .filter(c -> !CONDITION_HEADS.contains(tokens.word(c.to()))
                        && GroupParser.GROUP.parse(tokens, at).isEmpty())
                .flatMap(c -> parse(c.to()))
                .filter(n -> n.value() instanceof Mention.OfName name && name.isDisease())
                .map(n -> new Reading<>(n.value(), at, n.to()));
    }

    /** "H. pylori", "E. coli": a genus by its letter, with its species. */
    private boolean isOrganism(int at) {
        String species = tokens.raw(at + 2);
        return tokens.raw(at).matches("\\p{Lu}")
                && tokens.is(at + 1, ".")
                && species.matches("\\p{Ll}{4,}")
                && SPECIES.matcher(species).matches();
    }

    /** Whether the name of another drug begins at a token. */
    Optional<Reading<Mention>> otherDrug(int at) {
        return parse(at).filter(r -> r.value() instanceof Mention.OfName n && n.isOtherDrug());
    }

    private Optional<Mention> named(int from, int to) {
        for (int i = from; i < to; i++) {
            boolean type = tokens.isDigits(i) && i > from && tokens.is(i - 1, "type");
            boolean mark = !tokens.get(i).isWord() && !tokens.is(i, "-");
            if (mark && !type) {
                return Optional.empty();
            }
        }
        if (!tokens.get(to - 1).isWord()) {
            return Optional.empty();
        }
        String words = tokens.text(from, to);
        String last = tokens.word(to - 1);
        // "people abuse": behind people without a preposition it is what they do.
        boolean condition = to == from + 1
                && !PERSONS.contains(tokens.word(from - 1))
                && (CONDITION_HEADS.contains(last)
                        || DISEASE_ENDING.matcher(last).matches());
        if (condition) {
            return Optional.of(new Mention.OfName(Set.of(NameKind.DISEASE), false));
        }
        if (substances.isIndication(words)) {
            return Optional.of(new Mention.OfName(Set.of(NameKind.DISEASE), false));
        }
        Set<NameKind> kinds = EnumSet.noneOf(NameKind.class);
        kinds.addAll(NameBook.get().kinds(words));
        kinds.retainAll(TOLD);
        return kinds.isEmpty() ? Optional.empty() : Optional.of(new Mention.OfName(Set.copyOf(kinds), false));
    }
}
