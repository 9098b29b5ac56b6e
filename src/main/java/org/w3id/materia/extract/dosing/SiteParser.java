package org.w3id.materia.extract.dosing;

import java.util.Optional;

/** That an amount is for each of several places: "per lesion", "into each wart". No slot holds it; the words go with the dose. */
final class SiteParser implements Parser<Mention> {
    static final SiteParser SITE = new SiteParser();

    private static final Phrases<Boolean> EACH =
            Phrases.words("per | into each | in each | to each | for each | at each | into every | onto each");

    private static final Phrases<Boolean> PLACES = Phrases.words("""
        lesion | wart | site | injection site | joint | area | treatment area | treated area | breast | knee | limb |
        muscle | ear | eye | keloid | tooth | affected lesion | affected joint | affected ear | treatment site\
        """);

    private SiteParser() {}

    @Override
    public Optional<Reading<Mention>> parse(Tokens tokens, int at) {
        return EACH.parse(tokens, at)
                .flatMap(e -> PLACES.parse(tokens, e.to()))
                .map(p -> new Reading<>(new Mention.OfCondition(), at, p.to()));
    }
}
