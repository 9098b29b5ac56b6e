/** The embedded knowledge base: one Lucene index in the data directory. The only package that knows Lucene. */
package org.w3id.materia.store.lucene;
