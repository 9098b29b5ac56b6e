/** Code systems that a standard defines by rules, or by a list that the platform has: units, languages, media types, countries. */
package org.w3id.materia.terminology.standard;
