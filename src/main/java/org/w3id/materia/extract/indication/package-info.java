/**
 * What sentences, labels and lists of a section on usage say that a drug is for: triggers that announce a purpose ("used
 * to treat", "prevention of"), the noun phrases that they govern, what denies them or calls them off-label, and the
 * meaning of labels and lead-ins.
 */
package org.w3id.materia.extract.indication;
