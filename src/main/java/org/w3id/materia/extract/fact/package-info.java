/**
 * The facts that a monograph states, as values, each with the evidence for it. They read nothing; whoever comes behind {@code
 * extract} knows these alone.
 */
package org.w3id.materia.extract.fact;
