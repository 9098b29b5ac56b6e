package org.w3id.materia.extract.dosing.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A run of constructs, one behind the other, some of which may be absent or come several times. A value: each call makes a new one. */
public final class Pattern implements Parser<Boolean> {
    private enum Times {
        ONCE,
        MAYBE,
        MANY,
        AHEAD,
        NOT_AHEAD
    }

    private record Part(Parser<?> parser, Times times) {}

    private final List<Part> parts;

    private Pattern(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /** Begins with one of the wordings, parted by bars. */
    public static Pattern words(String wordings) {
        return new Pattern(List.of()).then(wordings);
    }

    static Pattern of(Parser<?> first) {
        return new Pattern(List.of()).then(first);
    }

    /** Nothing yet: what comes first may be absent. */
    public static Pattern begin() {
        return new Pattern(List.of());
    }

    /**
     * Behind it, one of these wordings.
     *
     * @param wordings as {@link Phrases#words} takes them
     */
    public Pattern then(String wordings) {
        return then(Phrases.words(wordings));
    }

    /** Behind it, what this parser reads. */
    public Pattern then(Parser<?> parser) {
        return with(parser, Times.ONCE);
    }

    /** Behind it, what this parser reads, where its value is such a one. */
    public <T> Pattern then(Parser<T> parser, Predicate<T> value) {
        return then((Parser<T>) (tokens, at) -> parser.parse(tokens, at).filter(r -> value.test(r.value())));
    }

    /**
     * Behind it, one of these wordings or nothing.
     *
     * @param wordings as {@link Phrases#words} takes them
     */
    public Pattern maybe(String wordings) {
        return with(Phrases.words(wordings), Times.MAYBE);
    }

    /** Behind it, what this parser reads or nothing. */
    public Pattern maybe(Parser<?> parser) {
        return with(parser, Times.MAYBE);
    }

    /**
     * Behind it, these wordings any number of times, or nothing.
     *
     * @param wordings as {@link Phrases#words} takes them
     */
    public Pattern many(String wordings) {
        return many(Phrases.words(wordings));
    }

    /** As often as it stands there, perhaps never. */
    public Pattern many(Parser<?> parser) {
        return with(parser, Times.MANY);
    }

    /** What must follow, and is no part of it. */
    public Pattern before(Parser<?> parser) {
        return with(parser, Times.AHEAD);
    }

    /** What must not follow. */
    public Pattern notBefore(Parser<?> parser) {
        return with(parser, Times.NOT_AHEAD);
    }

    private Pattern with(Parser<?> parser, Times times) {
        List<Part> more = new ArrayList<>(parts);
        more.add(new Part(parser, times));
        return new Pattern(more);
    }

    @Override
    public Optional<Reading<Boolean>> parse(Tokens tokens, int at) {
        int i = at;
        for (Part part : parts) {
            int place = i;
            int next = part.parser().parse(tokens, i).map(Reading::to).orElse(place);
            boolean there = next > i;
            if (part.times() == Times.ONCE && !there
                    || part.times() == Times.AHEAD && !there
                    || part.times() == Times.NOT_AHEAD && there) {
                return Optional.empty();
            }
            if (part.times() == Times.AHEAD || part.times() == Times.NOT_AHEAD) {
                continue;
            }
            while (next > i) {
                i = next;
                next = part.times() == Times.MANY
                        ? part.parser().parse(tokens, i).map(Reading::to).orElse(i)
                        : i;
            }
        }
        return i > at ? Optional.of(new Reading<>(true, at, i)) : Optional.empty();
    }
}
