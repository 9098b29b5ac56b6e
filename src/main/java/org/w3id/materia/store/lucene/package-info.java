/** The embedded knowledge base: one Lucene index in the data directory. The only family of packages that knows Lucene: {@code field}, {@code document}, {@code query} and {@code history} each use those before them. */
package org.w3id.materia.store.lucene;
