package org.w3id.materia.extract.interaction;

/**
 * A half-open range of a statement that names agents.
 *
 * @param trigger how much the words around say
 */
record Range(int start, int end, Trigger trigger) {
    /** How much the words that announce a range say of what it names. */
    enum Trigger {
        /** "Interacts with": whatever is named counts. */
        INTERACTS,
        /** "Concurrent use with": what is recognised as an agent counts. */
        JOINT_USE,
        /** "Avoid", "X can increase": what is recognised counts, where the text warns. */
        WARNING,
        /** A sentence where interactions are listed: a plain name of a drug or class counts. */
        LISTED
    }
}
