/** How a server is to be run, and what it serves. Touches nothing else of the server. */
package org.w3id.materia.server.config;
