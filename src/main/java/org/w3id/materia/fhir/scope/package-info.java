/** What the mappers of one monograph share: its id, its vocabulary, the medicines that it names, evidence and ids of facts. */
package org.w3id.materia.fhir.scope;
