/** Served facts as the checks need them: read from the knowledge base once for each generation, and kept for a while. */
package org.w3id.materia.safety.stated;
