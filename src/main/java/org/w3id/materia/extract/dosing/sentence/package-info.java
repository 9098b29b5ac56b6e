/**
 * The doses of one sentence, out of its mentions: what each amount is, which amount owns each of the other mentions, and the account
 * in which nothing may be left.
 */
package org.w3id.materia.extract.dosing.sentence;
