/**
 * The knowledge base in an OpenSearch cluster, for more than one process. A generation is a number, and every document says from which
 * generation on it is there and from which on it is not: an import writes beside what is served, and one change of one document, the
 * state, makes all of it visible at once. Uses only what the REST interfaces of OpenSearch 1 to 3 share. Loaded
 * terminologies are files in an index of their own, which every process copies; so are bulk exports, which any process may serve. What it holds can be built anew from the monographs and the
 * releases at any time.
 */
package org.w3id.materia.store.opensearch;
