package org.w3id.materia.extract.dosing;

import java.util.Optional;

/** How long a preparation stays where it is put: "left on for 5 minutes", "for 30 seconds". The words go with the dose. */
final class ContactTimeParser implements Parser<Mention> {
    static final ContactTimeParser CONTACT = new ContactTimeParser();

    private static final Phrases<Boolean> STAYS = Phrases.words("""
        leave on | left on | leave it on | leaving it on | kept in place | leave in place | left in place | rinse |
        rinsed | swished | swish | gargle | gargled | massage | massaged | hold in the mouth | held in the mouth |
        wash off | washed off | applied | lather\
        """);

    private static final Phrases<Boolean> REMOVED = Phrases.words("""
        then rinse | then rinsed | and then rinse | and rinse | rinse off | rinsed off | rinse out | rinse | rinsed |
        then wash off | wash off | washed off | then wash it off | then rinsed off | then rinse off | and rinsed |
        rinse thoroughly | then spit out | spit out | and then rinsed | then wipe off\
        """);

    private ContactTimeParser() {}

    @Override
    public Optional<Reading<Mention>> parse(Tokens tokens, int at) {
        int from = STAYS.parse(tokens, at).map(Reading::to).orElse(at);
        return Optional.of(from)
                .filter(f -> tokens.is(f, "for") || f > at && tokens.is(f, "after"))
                .flatMap(f -> ExtentParser.EXTENT.parse(tokens, f + 1))
                .filter(e -> e.value().unit().equals("min")
                        || e.value().unit().equals("s")
                        || from > at && e.value().unit().equals("h"))
                .map(Reading::to)
                .or(() -> REMOVED.parse(tokens, at).map(Reading::to))
                .map(end -> new Reading<>(new Mention.OfCondition(), at, end));
    }
}
