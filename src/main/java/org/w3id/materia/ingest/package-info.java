/**
 * Folders of monographs → the knowledge base: finding files, converting what is new or changed, removing what is gone,
 * in one atomic import; watching for changes. Joins the stages and holds none of their logic; touches no HTTP or Lucene.
 */
package org.w3id.materia.ingest;
