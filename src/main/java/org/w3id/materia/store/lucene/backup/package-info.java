/**
 * Copies of the embedded store for another day: one archive with the newest commit of the index, history included, and all that is loaded,
 * each file with its checksum. Made while others serve from the store; put back only whole.
 */
package org.w3id.materia.store.lucene.backup;
