/**
 * The pieces that read interactions: where a statement names what interacts, which names a list holds, what sort of
 * agent each is, and what the statement says happens and bids do.
 */
package org.w3id.materia.extract.interaction;
