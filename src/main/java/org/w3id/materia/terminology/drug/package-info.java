/** How codes of drugs hang together: a product and its ingredient, the codes of one substance in several code systems. */
package org.w3id.materia.terminology.drug;
