/**
 * HAPI's plain server on Jetty: providers, error mapping, capability statement, health, the page for people. The only
 * package that knows HTTP and {@code ca.uhn.fhir.rest}; touches no Markdown or Lucene.
 *
 * <p>A request goes through {@link org.w3id.materia.server.Handlers}, {@link org.w3id.materia.server.FhirServlet}, {@link
 * org.w3id.materia.server.RequestCheck} and HAPI's routing to a {@link org.w3id.materia.server.rest.TypeProvider}; its answer
 * leaves through {@link org.w3id.materia.server.ResponseInterceptor}, a failure through {@link
 * org.w3id.materia.server.failure.Outcome}.
 *
 * <p>Where R4 leaves a choice:
 *
 * <ul>
 *   <li>A {@code _format} that is not served is answered 406, as an {@code Accept} would be that it stands for.
 *   <li>Parameters that are not known or not supported are refused with 400; {@code Prefer: handling=lenient} passes over
 *       them, and a wrong value of a known one stays an error.
 *   <li>What is right and not served (history, chains, other operations) is answered 400 with {@code not-supported}; 405
 *       is for methods.
 *   <li>Pages of one search keep to the generation that it began with; a link whose generation is gone is answered 410.
 *   <li>A document has the Composition and the resources that it refers to directly, as far as they are on this server.
 * </ul>
 */
package org.w3id.materia.server;
