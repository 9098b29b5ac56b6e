/** The International Classification of Diseases: ICD-10-CM of the United States, and WHO's ICD-10 in ClaML. */
package org.w3id.materia.terminology.release.icd;
