/** What a check answers: alerts, what is stated of each two medicines, and what was not evaluated. */
package org.w3id.materia.safety.report;
