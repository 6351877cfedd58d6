package org.busmark.bus;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an adapter needs to connect, all in the native names of its client.
 *
 * @param connection where the system is and who asks (addresses, user, password); secrets stay out of every report
 * @param client tuning that a workload passes through; an adapter MUST refuse a name it does not know
 */
public record BusSettings(Map<String, String> connection, Map<String, String> client) {
    /** No address and no tuning: enough for a bus that lives in its clients. */
    public static final BusSettings NONE = new BusSettings(Map.of(), Map.of());

    public BusSettings {
        connection = Collections.unmodifiableMap(new LinkedHashMap<>(connection));
        client = Collections.unmodifiableMap(new LinkedHashMap<>(client));
    }

    /** Names only: a connection may hold a password. */
    @Override
    public String toString() {
        return "BusSettings[connection=" + connection.keySet() + ", client=" + client + "]";
    }
}
