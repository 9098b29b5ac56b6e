/**
 * What a request asks of the server, told by its method and path alone: one name for what is counted, limited, permitted and recorded.
 * Touches nothing else of the server.
 */
package org.w3id.materia.server.interaction;
