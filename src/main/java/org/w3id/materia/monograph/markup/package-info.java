/** What a text shows, as a tree of elements: Markdown and the HTML in it made one. The only room in which commonmark-java is used. */
package org.w3id.materia.monograph.markup;
