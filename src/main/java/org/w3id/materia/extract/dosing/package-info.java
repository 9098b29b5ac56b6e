/**
 * The dosing grammar: a tokenizer over one sentence, small recursive-descent parsers with one class for each construct
 * (numbers, units, amounts, schedules, courses, age and weight bands, populations, routes, ceilings …), and the assembly
 * of what they read into dose statements. What the grammar cannot account for in full stays text: a wrong dose is worse
 * than a missing one. Touches only {@code model}, {@code monograph} and the values of {@code extract}.
 */
package org.w3id.materia.extract.dosing;
