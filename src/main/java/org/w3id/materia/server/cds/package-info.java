/**
 * CDS Hooks 2.0 at {@code /cds-services}: discovery, the services for {@code order-select}, {@code order-sign} and {@code patient-view},
 * feedback. Requests are read as tolerantly as they are unambiguous; nothing of them is kept or logged. What is found is {@link
 * org.w3id.materia.safety.SafetyCheck}'s to say.
 */
package org.w3id.materia.server.cds;
