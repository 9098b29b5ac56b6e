package org.w3id.materia.terminology.loaded;

/** Hears how the reading of a release goes on. */
public interface LoadListener {
    /** Hears nothing. */
    LoadListener NONE = new LoadListener() {};

    /** A release of so many bytes is being read. */
    default void started(String release, long bytes) {}

    /** So many more bytes have been read. */
    default void progressed(long bytes) {}

    /** All concepts of a code system have been read, and are being written to its index, which takes a while for many. */
    default void indexing(String system, int concepts) {}

    /** The release has been read. */
    default void ended() {}
}
