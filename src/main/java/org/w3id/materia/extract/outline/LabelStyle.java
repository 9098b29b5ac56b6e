package org.w3id.materia.extract.outline;

/** How a label is set. Labels set alike end each other; one set in another way stands under those before it. */
enum LabelStyle {
    BOLD,
    ITALIC,
    /** In capitals: {@code ACUTE MIGRAINE}. */
    CAPITALS,
    /** In capitals behind a mark that is no list of Markdown: {@code ▸ BY MOUTH}. */
    MARKED_CAPITALS,
    /** A few words before a colon. */
    PLAIN
}
