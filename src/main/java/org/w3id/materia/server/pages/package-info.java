/**
 * Pages for people, made on the server: the search, a page for each medicine with its text beside what was read of it, lists that
 * answer a question, and readable forms of every FHIR answer. Everything works without the one script, which adds comfort.
 *
 * <p>A page asks the knowledge base and the FHIR searches as any client does. The text of a monograph comes from {@code Binary/[id]},
 * and {@code monograph} says what its readers see and where each character stands: offsets of evidence point into that source, so a
 * fact can mark its words in running text, lists and tables, without the signs of Markdown. Knows no Markdown itself.
 */
package org.w3id.materia.server.pages;
