/** Certificates and keys in the files that operators have, for whoever speaks TLS. Touches nothing but the JDK. */
package org.w3id.materia.model.pem;
