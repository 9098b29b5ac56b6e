/**
 * How a sentence becomes a dose. A sentence is read whole, or it stays text; there is no third.
 *
 * <ol>
 *   <li>{@code Tokenizer} and {@code NumberLexer} cut it into tokens. A number is the whole run of characters that touch its
 *       digits; a run with no meaning, or with two, is unreadable and never a number.
 *   <li>{@code SentenceTiler} gives every token to exactly one {@code Mention}: of the parsers (one class for each construct: amounts,
 *       rhythms, courses, bands, patients, routes, maxima, changes, conditions …) the one that reads farthest, else a name of the
 *       name book, else a word of the closed list of words that change nothing ({@code inert-words.txt}), else an unknown.
 *       {@code Asides} are clauses and brackets beside the dose, of plain words: these go with it verbatim, as a condition.
 *   <li>{@code AmountRoles} decides what each amount is: a dose, a maximum, the size of a change, the same again, a strength.
 *   <li>{@code Ownership} parts the sentence between its amounts; {@code DraftFiller} puts every other mention into the draft of
 *       the amount that owns it; {@code Interpreter} lets amounts share what is said once for several.
 *   <li>{@code Account} is the ledger: whatever found a place is claimed. Only a closed account, in which nothing is left, gives
 *       {@code DoseReading}s; what is left is kept with the text as {@code DoseStatement.unread}.
 *   <li>{@code Context} reads the governing labels with the same parsers. What of them no slot holds goes verbatim into the path of
 *       the dose; a label about another drug, or about no dosing, lets no dose stand below it ({@code LabelSubject}).
 *   <li>A route, patients, a condition come from the sentence or from what governs it, never from a sibling; {@code IntroducedRoute}
 *       is the route of the medicine as a whole: by a sentence that says so, by the part on administration, by its name, or by mouth
 *       where the whole monograph knows no other way. {@code OwnRoutes} leaves out what is denied and what is told of another medicine.
 * </ol>
 *
 * <p>To teach it a word that changes nothing, add a line to {@code inert-words.txt}; to teach it a construct, add a parser to {@code
 * SentenceTiler} and a place in {@code DraftFiller}. A new parser can only shrink what stays unread. A maximum whose period is not
 * stated is none ({@code Maxima}). Touches only {@code model}, {@code monograph}, {@code language} and the values of {@code extract}.
 */
package org.w3id.materia.extract.dosing;
