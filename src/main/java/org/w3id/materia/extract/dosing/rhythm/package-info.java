/**
 * When and how long: recurrences, meals, days of a week or of a cycle, divided doses, courses. One class for each construct.
 */
package org.w3id.materia.extract.dosing.rhythm;
