/** Commands, configuration and all wiring; no logic of its own. A newcomer starts at {@link org.w3id.materia.cli.Materia}. */
package org.w3id.materia.cli;
