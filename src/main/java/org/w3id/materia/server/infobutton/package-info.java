/**
 * HL7's Infobutton at {@code /infobutton} (Context-Aware Knowledge Retrieval, URL-based implementation guide): a code and the context in
 * which somebody asks → the sections and facts of the medicines that answer, as Atom, as JSON in the form of MedlinePlus Connect, or as a
 * page. What is asked is echoed and not kept.
 */
package org.w3id.materia.server.infobutton;
