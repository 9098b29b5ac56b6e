/** The words that searches by name and by text go through. */
package org.w3id.materia.search.text;
