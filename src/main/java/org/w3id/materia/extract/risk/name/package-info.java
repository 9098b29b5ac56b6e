/**
 * Names of what can make a use unsafe: states, populations, organs, drugs; and phrases that name nothing.
 */
package org.w3id.materia.extract.risk.name;
