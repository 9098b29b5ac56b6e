/** One medicine: its monograph's text as readers see it, beside the facts that were read of it, each with its place in the text. */
package org.w3id.materia.server.pages.medicine;
