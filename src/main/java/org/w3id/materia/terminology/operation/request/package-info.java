/**
 * What one request asks: its parameters and which of them an operation understands, its rules for versions, and the code systems
 * and value sets that it can see. Touches no HTTP, and neither expansion nor validation.
 */
package org.w3id.materia.terminology.operation.request;
