/**
 * Names of what a drug is for: told from other nouns, cut to the shortest name, put together where a list shares words.
 */
package org.w3id.materia.extract.indication.name;
