package org.w3id.materia.extract.dosing.amount;

/** Words that make the amount behind them a ceiling. */
public enum Ceiling {
    /** "maximum dose", "not to exceed": for what time the amount itself says, if at all. */
    PLAIN,
    /** "maximum daily dose". */
    DAILY,
    /** "maximum single dose". */
    SINGLE,
    /** "maximum total dose": of a treatment, unless a time is told. */
    TOTAL
}
