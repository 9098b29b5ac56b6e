/**
 * Undesirable effects: what a label or lead-in says of the effects under it (how often, how serious), which words of a
 * sentence list effects, and what of a phrase is an effect's name.
 */
package org.w3id.materia.extract.effect;
