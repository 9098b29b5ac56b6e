/**
 * What is wrong with a request or a coding: an {@link org.w3id.materia.terminology.operation.issue.Issue}, whose English text is
 * made in {@link org.w3id.materia.terminology.operation.issue.Messages}. Touches no request, library or HTTP status.
 */
package org.w3id.materia.terminology.operation.issue;
