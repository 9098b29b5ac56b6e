/** What a check is asked: the medicines, and what is known of the patient. */
package org.w3id.materia.safety.asked;
