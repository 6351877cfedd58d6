package org.busmark.broker;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A running private broker. Thread-safe. */
public interface Broker extends AutoCloseable {
    /** What {@link org.busmark.bus.BusSettings#connection()} needs to reach it; may hold a random password. */
    Map<String, String> connection();

    /** How it was provisioned, for the report: "native: " and the software's origin. */
    String provisioning();

    /** The broker's processes whose cost is counted, with all their descendants; not the watchdog. */
    List<ProcessHandle> processes();

    /** Its log files. */
    List<Path> logs();

    /** Stops it and waits until every process is gone; forces it after a bounded time. A second call does nothing. */
    @Override
    void close();
}
