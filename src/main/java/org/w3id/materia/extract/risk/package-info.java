/**
 * Risks: what a text forbids, advises against or bids to watch (contraindications and cautions), how firmly, and which states of a
 * patient it says that of.
 */
package org.w3id.materia.extract.risk;
