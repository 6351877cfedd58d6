package org.busmark.bus;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a connection is made of. The versions come from the artifacts and the system themselves, never from a table.
 *
 * @param clientVersion of the client library
 * @param brokerVersion as the broker itself says; null where there is no broker
 * @param settings every setting that matters, native name to value, in the order to print; no secrets
 */
public record BusFacts(String clientVersion, @Nullable String brokerVersion, Map<String, String> settings) {
    public BusFacts {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }
}
