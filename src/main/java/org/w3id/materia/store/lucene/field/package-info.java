/** The fields of documents: their names, and the streams of words and trigrams in them. */
package org.w3id.materia.store.lucene.field;
