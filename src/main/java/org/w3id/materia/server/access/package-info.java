/**
 * Who may ask what, where an operator restricts it: Materia is a resource server in the sense of OAuth 2.0 (RFC 6750) with the scopes of
 * SMART Backend Services (SMART App Launch 2.2), and issues no tokens itself. Closed by default: what is not known to be open to everybody
 * needs a token, and what is not known to be of one resource type needs one for all.
 *
 * <p>Where SMART leaves a choice:
 *
 * <ul>
 *   <li>Only {@code system/} scopes count; {@code user/} and {@code patient/} are about people that this server does not know.
 *   <li>A scope with a query ({@code system/ValueSet.rs?status=active}) grants nothing here, as nothing here could keep to it.
 *   <li>Searches that reach beyond their type (includes, chains, {@code _has}), and operations that gather, need a scope for all types.
 *   <li>What describes the server, and whether it is well, is open to everybody.
 * </ul>
 */
package org.w3id.materia.server.access;
