/** The code systems whose names are shipped, for the terminology operations: what is there before anything is loaded. */
package org.w3id.materia.terminology.shipped;
