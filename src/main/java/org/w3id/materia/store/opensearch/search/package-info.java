/** Searches and histories as requests: criteria as clauses, orders, pages. */
package org.w3id.materia.store.opensearch.search;
