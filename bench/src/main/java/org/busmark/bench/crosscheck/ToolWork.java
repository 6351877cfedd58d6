package org.busmark.bench.crosscheck;

import java.nio.file.Path;
import java.util.Map;
import org.busmark.bus.TopicSpec;
import org.busmark.workload.Workload;

/**
 * What a tool is to do once.
 *
 * @param connection of the broker in native names; may hold a password
 * @param settings of Busmark's own clients, at this guarantee, in native names: the tool gets the same
 * @param topic made for this run alone
 * @param workload that Busmark's side runs
 * @param folder empty, for files that the tool needs
 */
record ToolWork(
        Map<String, String> connection, Map<String, String> settings, TopicSpec topic, Workload workload, Path folder) {
    /** A setting that Busmark's client has. */
    String setting(String name) {
        String value = settings.get(name);
        if (value == null) {
            throw new IllegalStateException("the bus does not report its setting " + name);
        }
        return value;
    }

    /** An address or user that the connection has. */
    String connection(String name) {
        String value = connection.get(name);
        if (value == null) {
            throw new IllegalStateException("the connection lacks " + name);
        }
        return value;
    }

    int messageBytes() {
        return workload.message().bytes();
    }
}
