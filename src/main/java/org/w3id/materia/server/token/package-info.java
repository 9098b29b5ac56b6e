/**
 * Whether a client's token (a JWT, RFC 7519) is to be believed: {@link org.w3id.materia.server.token.TokenVerifier} holds it against the
 * issuers that an operator trusts ({@link org.w3id.materia.server.config.TrustedIssuer}), whose keys it reads from files or URLs and keeps
 * for five minutes. It gives the claims; what they allow is for who asks. A refusal ({@link
 * org.w3id.materia.server.token.TokenRefusedException}) knows its status and its {@code WWW-Authenticate}. Only here is a key looked at;
 * touches nothing of FHIR.
 */
package org.w3id.materia.server.token;
