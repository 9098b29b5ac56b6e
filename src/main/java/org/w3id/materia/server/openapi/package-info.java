/**
 * What the capability statement says, as an OpenAPI 3 document, and Swagger UI to try it with. Made from the statement
 * alone, so that the two cannot differ.
 */
package org.w3id.materia.server.openapi;
