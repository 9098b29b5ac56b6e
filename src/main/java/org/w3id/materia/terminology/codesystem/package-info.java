/**
 * Code systems as the terminology operations see them: one interface ({@link
 * org.w3id.materia.terminology.codesystem.CodeSystemProvider}) with one implementation for each way in which concepts are
 * kept, and the rules of versions, languages and filters that hold for all of them. Touches no HTTP, Lucene or monographs.
 */
package org.w3id.materia.terminology.codesystem;
