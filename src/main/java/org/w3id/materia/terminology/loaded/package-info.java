/**
 * Terminologies that a user loads: which formats there are, loading one, the catalogue of what is loaded in the data directory,
 * its copy of what several machines share, and the library that it makes. Touches no operation but through {@link org.w3id.materia.terminology.operation.library}; no
 * HTTP, Lucene or monographs.
 */
package org.w3id.materia.terminology.loaded;
