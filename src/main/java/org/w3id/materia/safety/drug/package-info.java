/** Which drug a client or a fact names: by codes, through a product's ingredient, by name, and by class. */
package org.w3id.materia.safety.drug;
