/**
 * The knowledge base behind an interface of few verbs: begin an import, put, remove, commit; take a snapshot, read,
 * search. Where several processes serve the same, {@link org.w3id.materia.store.SharedWork} is what they do together. A snapshot never changes; a commit is all or nothing. {@code store.lucene} is the embedded implementation, and
 * nothing outside it knows that it is Lucene. Touches no HTTP, Markdown or ValueSet semantics.
 */
package org.w3id.materia.store;
