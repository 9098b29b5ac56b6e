package org.w3id.materia.safety.stated;

/** An interaction with another drug. */
public record StatedInteraction(StatedFact fact, StatedTerm agent) {}
