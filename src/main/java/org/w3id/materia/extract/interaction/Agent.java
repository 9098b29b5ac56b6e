package org.w3id.materia.extract.interaction;

/**
 * Something that a list names as taken beside the drug.
 *
 * @param name lower case, singular where natural
 * @param start where its own words begin in the statement's text
 * @param end where they end
 * @param recognised whether its words alone tell that it is a drug, class, food or substance
 */
record Agent(String name, int start, int end, boolean recognised) {}
