package org.busmark.bus;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a system offers a guarantee: the mechanism in words and the settings that make it, in native names. It reaches
 * the report, so that a reader can judge whether two systems were asked for the same.
 *
 * @param how one sentence, for people
 * @param settings native setting to value, in the order to print
 */
public record GuaranteeTerms(String how, Map<String, String> settings) {
    public GuaranteeTerms {
        if (how.isBlank()) {
            throw new IllegalArgumentException("how is blank");
        }
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }
}
