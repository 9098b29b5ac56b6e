/** The documents of the index: what is kept of a resource, of a source and of a reference. */
package org.w3id.materia.store.lucene.document;
