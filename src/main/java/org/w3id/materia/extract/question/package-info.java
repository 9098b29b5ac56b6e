/** Questions and their answers, in the several forms in which monographs write them. */
package org.w3id.materia.extract.question;
