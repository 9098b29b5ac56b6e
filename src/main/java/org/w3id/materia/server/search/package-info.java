/**
 * A search over HTTP: its parameters, pages and their links, includes, order, and the Bundle that answers it. What search
 * parameters mean is {@link org.w3id.materia.search}'s. Touches no provider.
 */
package org.w3id.materia.server.search;
