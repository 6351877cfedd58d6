package org.busmark.results.record;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.busmark.bus.Guarantee;

/**
 * How a bus offers a guarantee, so that a reader can judge how equal the buses' settings were.
 *
 * @param how one sentence
 * @param settings native name to value, in the order to print
 */
public record GuaranteeRecord(Guarantee guarantee, String how, Map<String, String> settings) {
    public GuaranteeRecord {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }
}
