/**
 * HAPI's plain server on Jetty: providers, error mapping, capability statement, health, the page for people. The only
 * package that knows HTTP and {@code ca.uhn.fhir.rest}; touches no Markdown or Lucene.
 */
package org.w3id.materia.server;
