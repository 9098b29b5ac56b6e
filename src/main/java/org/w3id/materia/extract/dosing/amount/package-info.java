/**
 * Amounts: doses with their units and denominators, bands of age, weight and kidney function, stretches of time, and the words that
 * make an amount a maximum. One class for each construct.
 */
package org.w3id.materia.extract.dosing.amount;
