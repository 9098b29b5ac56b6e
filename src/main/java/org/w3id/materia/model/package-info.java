/**
 * Small values that every stage shares: {@link org.w3id.materia.model.SourceSpan}, {@link
 * org.w3id.materia.model.ConceptKey}, {@link org.w3id.materia.model.Finding}; and how every process makes its threads. Touches nothing but the JDK.
 */
package org.w3id.materia.model;
