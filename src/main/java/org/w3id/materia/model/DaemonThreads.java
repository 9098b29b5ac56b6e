package org.w3id.materia.model;

import java.util.concurrent.ThreadFactory;

/** Threads that work behind others, and that no process waits for at its end. */
public final class DaemonThreads {
    private DaemonThreads() {}

    /** Makes such threads, each of this name. */
    public static ThreadFactory named(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
