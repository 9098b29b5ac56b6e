/** The values that elements of a resource have for a parameter: what is put into the index. */
package org.w3id.materia.search.element;
