package org.w3id.materia.extract.risk;

import org.w3id.materia.extract.phrase.Phrase;

/** A risk's name and the phrase of the statement that names it. */
record NamedRisk(RiskName name, Phrase phrase) {}
