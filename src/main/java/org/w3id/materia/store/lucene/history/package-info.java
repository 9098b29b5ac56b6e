/** Former versions: kept, read and listed. */
package org.w3id.materia.store.lucene.history;
