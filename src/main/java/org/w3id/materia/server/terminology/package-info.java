/**
 * The terminology operations over HTTP: their parameters from query, form or body, their answers as R4, and their failures with HL7's
 * kinds of issue. Their logic is in {@code org.w3id.materia.terminology.operation}.
 */
package org.w3id.materia.server.terminology;
