/**
 * What FHIR search parameters mean: SearchParameter resources, resources → index values, request parameters → {@link
 * org.w3id.materia.store.Query}. Touches no HTTP, Lucene or Markdown.
 *
 * <p>Where R4 leaves a choice:
 *
 * <ul>
 *   <li>An element of type {@code code} is found with the system of the value set that it is bound to, and without any.
 *   <li>A parameter with an empty value is refused: passing over it would answer another question than was asked.
 *   <li>A reference to a type that the parameter cannot have is refused: it is a slip, and "nothing found" would hide it.
 *   <li>{@code :not} of several values finds what has none of them (R5 says so; R4 leaves it open).
 *   <li>{@code :text} on a token, like a string, matches the beginning of the text or of one of its words.
 *   <li>{@code 1e2} stands for 50 to 150, as its one digit says and R5 corrects; R4's own example has 95 to 105.
 *   <li>A Quantity with a comparator is the stretch that it states; so is a Range, open where it has no end.
 *   <li>A canonical that names a version is found with the version and without. {@code :above} and {@code :below} of a URI go by whole
 *       segments of its path.
 *   <li>{@code _text} covers the narrative of a Composition's sections too. {@code _content} covers what is written, codes and values,
 *       and not URLs, ids, references, numbers and bytes. Words are whole, and all must be there.
 *   <li>Left out: {@code _query}, {@code _list}, {@code _filter}, {@code _contained}, {@code _containedType}, {@code _score}; chains along
 *       canonical URLs; {@code :above} and {@code :below} of a reference. No served parameter is a number, a HumanName, an Address or
 *       a Timing.
 *   <li>Dates without a zone are taken as UTC, in requests and in resources.
 * </ul>
 */
package org.w3id.materia.search;
