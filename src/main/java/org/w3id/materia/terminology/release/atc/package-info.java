/** WHO's Anatomical Therapeutic Chemical classification with its defined daily doses. */
package org.w3id.materia.terminology.release.atc;
