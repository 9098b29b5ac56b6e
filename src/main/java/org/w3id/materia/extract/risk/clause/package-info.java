/**
 * The clauses of a sentence that warns: what they forbid or bid, how firmly, and which of their words say whom it is about.
 */
package org.w3id.materia.extract.risk.clause;
