package org.w3id.materia.extract.dosing;

/** The words around an amount that say that it is no dose. */
final class RoleCues {
    /** What stands before the size of a change. */
    static final Phrases<Boolean> STEP_BEFORE = new Phrases<Boolean>().with(true, """
                    increments of | increment of | steps of | increments | by | nearest | down to |
                    decrements of | intervals of | increments of at least | increases of | increase of |
                    decreases of | decrease of | reduction of | adjustments of | by about | by approximately |
                    by up to | by no more than | reductions of""");

    /** "by" that is no step. */
    static final Phrases<Boolean> FOLLOWED_BY =
            Phrases.words("followed by | preceded by | replaced by | accompanied by");

    /** What stands behind the size of a change. */
    static final Phrases<Boolean> STEP_BEHIND = new Phrases<Boolean>().with(true, """
                    increments | increment | steps | - increments | intervals | reduction | decrements |
                    lower than | higher than | at a time | increases""");

    /** What stands before a bound, a past dose or a condition. */
    static final Phrases<Boolean> LIMIT_BEFORE = Phrases.words("""
            above | exceeding | exceed | exceeds | below | under | less than | greater than | more than | < |
            > | higher than | lower than | ≥ | ≤ | fewer than | beyond | over | doses up to | than |
            exceeded | receiving | for every | for a total daily dose of | month at | months at | week at |
            weeks at | days at | was | were | for a total of | totaling | totalling | if | when | unless |
            > = | < = | doses of more than | equal to | level of | levels of""");

    /** What stands before a strength or a volume. */
    static final Phrases<Boolean> STRENGTH_BEFORE =
            new Phrases<Boolean>().with(true, """
                    containing | contains | contain | provides | providing | delivers | delivering |
                    equivalent to | equals | available as | available in | comes in | supplied as | strengths of |
                    strength of | strengths | equivalent of""").with(true, """
                    available as a | available in a | approximately equivalent to | supplied in | strength |
                    concentration of | dissolved in | diluted in | mixed with | diluted with | dilute in |
                    mix with | followed by a saline flush of""").with(true, """
                    containing the full | contains the full | per | every | = | % of | available at |
                    is equal to | comes as | available as : | which contains | concentrations of | volume of |
                    concentration is | concentrations are | each containing | standardized to |
                    standardized to contain | corresponds to""");

    /** What stands behind a strength, or the content of a package. */
    static final Phrases<Boolean> STRENGTH_BEHIND = Phrases.words("""
            tube | bottle | package | container | pack | pot | prefilled syringe | cartridge | aliquot |
            aliquots | each ) | strength | strengths | concentration | formulation contains | is equivalent |
            equals | is equal | contains""");

    /** What forbids. */
    static final Phrases<Boolean> FORBIDDEN = Phrases.words("""
            do not take | don't take | never take | not take | avoid taking | not use | don't use""");

    /** What says how much something holds or does. */
    static final Phrases<Boolean> EQUATES = Phrases.words("""
            is equivalent to | are equivalent to | corresponds to | is equal to | contains | equals |
            increases | raises | is expected to increase | will increase""");

    private RoleCues() {}
}
