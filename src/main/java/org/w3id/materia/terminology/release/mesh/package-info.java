/** Medical Subject Headings of the NLM: descriptors as XML and as ASCII. */
package org.w3id.materia.terminology.release.mesh;
