/**
 * The interactions and operations that are not terminology's, one provider each (FHIR R4, 3.1 RESTful API). Touches no HTTP
 * below HAPI.
 */
package org.w3id.materia.server.rest;
