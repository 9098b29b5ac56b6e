/**
 * The form of an answer: which media type a client accepts, encoded resources and bundles, parts of them ({@code _summary},
 * {@code _elements}), entity tags and conditional reads. Touches no search parameter and no store but what it wrote.
 */
package org.w3id.materia.server.form;
