package org.busmark.results.report;

import java.util.Map;
import java.util.stream.Collectors;
import org.busmark.results.record.CellRecord;

/**
 * For how long a producer was set to hold messages back for company: part of every latency, and somebody's choice.
 * ZeroMQ's {@code linger.ms} is none: it bounds a close.
 */
final class BatchingDelay {
    private static final String SETTING = "producer.linger.ms";

    private BatchingDelay() {}

    /** {@code " (linger.ms=5 is part of it)"}; empty where nothing is held back. */
    static String note(CellRecord cell) {
        String delays = cell.runs().stream()
                .flatMap(run -> run.settings().entrySet().stream())
                .filter(setting -> setting.getKey().endsWith(SETTING) && isPositive(setting.getValue()))
                .map(Map.Entry::getValue)
                .distinct()
                .collect(Collectors.joining(" or "));
        return delays.isEmpty() ? "" : " (linger.ms=" + delays + " is part of it)";
    }

    private static boolean isPositive(String millis) {
        return millis.matches("[0-9]+([.][0-9]+)?") && Double.parseDouble(millis) > 0;
    }
}
