/** The cluster over HTTP: its nodes, its indices, and the language that it is asked in. */
package org.w3id.materia.store.opensearch.client;
