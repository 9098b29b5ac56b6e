/** RxNorm in Rich Release Format (NLM, RxNorm Technical Documentation, sections 11 and 12). */
package org.w3id.materia.terminology.release.rxnorm;
