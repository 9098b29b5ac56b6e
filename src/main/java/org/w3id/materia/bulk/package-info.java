/**
 * Bulk export as HL7's FHIR Bulk Data Access guide 2.0 has it, without HTTP: what may be asked, jobs that survive the
 * process, files that are written from one snapshot. Touches no HTTP, Lucene or Markdown.
 *
 * <p>Of one process alone a job is a folder: {@code job.json}, and beside it the files that it has written. Only a folder whose {@code
 * job.json} says that the job is finished is served; one that a dead process left unfinished is written anew. Of several processes on a
 * cluster jobs and their files are there, and each process has copies.
 *
 * <p>Where the guide leaves a choice:
 *
 * <ul>
 *   <li>Every type's resources are in one file, however many they are.
 *   <li>{@code deleted} names what was removed after {@code _since} and is not there again.
 *   <li>{@code _since} includes what was updated after that instant, to the millisecond.
 * </ul>
 */
package org.w3id.materia.bulk;
