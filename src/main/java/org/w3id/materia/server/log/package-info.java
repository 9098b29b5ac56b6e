/**
 * The log: a line for each request where that is wanted, and the name of the request in every other line that is written for it. What a
 * client asks in a query or a body never stands in it, as it may be about a patient.
 */
package org.w3id.materia.server.log;
