/**
 * The words that announce what a drug is for, and how far what they announce goes.
 */
package org.w3id.materia.extract.indication.trigger;
