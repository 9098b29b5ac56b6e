/** The values of a request, one class for each type of parameter, read as elements are. */
package org.w3id.materia.search.value;
