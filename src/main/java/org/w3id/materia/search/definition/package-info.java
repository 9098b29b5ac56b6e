/** Which search parameters there are: HL7's, our own, and what each says of itself. */
package org.w3id.materia.search.definition;
