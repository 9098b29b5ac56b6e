/** Readers of the formats in which terminologies are released. Touches no HTTP, Lucene or monographs. */
package org.w3id.materia.terminology.release;
