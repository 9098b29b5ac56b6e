/** What is kept: resources, what they once were, and sources, as documents; and which of them one generation consists of. */
package org.w3id.materia.store.opensearch.document;
