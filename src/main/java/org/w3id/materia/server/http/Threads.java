package org.w3id.materia.server.http;

import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The threads that requests run on. */
public final class Threads {
    private Threads() {}

    /** @param virtual whether each request gets a virtual thread, where the JDK has them (21 and later) */
    public static QueuedThreadPool pool(boolean virtual) {
        QueuedThreadPool pool = new QueuedThreadPool();
        if (virtual && VirtualThreads.areSupported()) {
            pool.setVirtualThreadsExecutor(VirtualThreads.getDefaultVirtualThreadsExecutor());
        }
        return pool;
    }
}
