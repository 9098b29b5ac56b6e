/** Queries of the store as queries of Lucene, their order and their pages. */
package org.w3id.materia.store.lucene.query;
