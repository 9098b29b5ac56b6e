/**
 * Which concepts of other code systems stand for a coding, by concept maps and by what releases say of their own concepts; and
 * the tables of a closure. Touches no expansion.
 */
package org.w3id.materia.terminology.operation.translation;
