/** The FDA's Unique Ingredient Identifiers. */
package org.w3id.materia.terminology.release.unii;
