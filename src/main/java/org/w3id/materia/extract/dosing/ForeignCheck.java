package org.w3id.materia.extract.dosing;

/** Whether an amount is one of another substance: a drug that is given besides, or what a powder is mixed with. */
final class ForeignCheck {
    private final Tokens tokens;
    private final Substances substances;

    ForeignCheck(Tokens tokens, Substances substances) {
        this.tokens = tokens;
        this.substances = substances;
    }

    boolean isForeign(Reading<Mention> at) {
        if (tokens.is(at.to(), "of") && substances.isForeignBehindOf(tokens, at.to() + 1)) {
            return true;
        }
        int before = at.from() - 1;
        while (tokens.is(before, "(", "alone", "only", "a", "of", "at", "dose", "about", ":") && before > 0) {
            before--;
        }
        return substances.isOther(tokens.word(before))
                || substances.isOther(tokens.word(at.to()))
                || RouteParser.ROUTE
                        .parse(tokens, at.to())
                        .filter(r -> substances.isOther(tokens.word(r.to())))
                        .isPresent()
                || isConcurrent(at.from());
    }

    /** "Concurrent pyridoxine is essential, at 50 mg": the dose of what is taken besides. */
    private boolean isConcurrent(int from) {
        boolean besides = false;
        boolean other = false;
        for (int t = 0; t < from; t++) {
            besides |= tokens.is(t, "concurrent", "concurrently", "concomitant", "concomitantly", "alongside");
            other |= substances.isOther(tokens.word(t));
            if (substances.isOwn(tokens.word(t))) {
                return false;
            }
        }
        return besides && other;
    }
}
