package org.w3id.materia.terminology;

/** Hears how the reading of a release goes on. */
public interface LoadListener {
    /** Hears nothing. */
    LoadListener NONE = new LoadListener() {};

    /** A release of so many bytes is being read. */
    default void started(String release, long bytes) {}

    /** So many more bytes have been read. */
    default void progressed(long bytes) {}

    /** The release has been read. */
    default void ended() {}
}
