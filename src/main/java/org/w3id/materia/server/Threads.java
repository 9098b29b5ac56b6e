package org.w3id.materia.server;

import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The threads that requests run on. */
final class Threads {
    private Threads() {}

    /** @param virtual whether each request gets a virtual thread, where the JDK has them (21 and later) */
    static QueuedThreadPool pool(boolean virtual) {
        QueuedThreadPool pool = new QueuedThreadPool();
        if (virtual && VirtualThreads.areSupported()) {
            pool.setVirtualThreadsExecutor(VirtualThreads.getDefaultVirtualThreadsExecutor());
        }
        return pool;
    }
}
