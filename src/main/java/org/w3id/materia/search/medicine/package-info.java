/**
 * The medicines of a knowledge base as a code system, with the way from a drug's code to its monographs and back. Touches no
 * HTTP.
 */
package org.w3id.materia.search.medicine;
