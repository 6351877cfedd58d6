package org.busmark.workload;

import java.time.Duration;
import java.util.List;

/**
 * Workloads that together answer a question, with the time they may take.
 *
 * @param name letters, digits, dashes
 * @param description one line
 * @param rounds how often each cell runs
 * @param budget the most that the whole suite takes on 2 cores, brokers' start and conditioning included
 * @param workloads each is one row for each bus that offers it
 */
public record Suite(String name, String description, int rounds, Duration budget, List<Workload> workloads) {
    public Suite {
        if (rounds < 1) {
            throw new IllegalArgumentException("rounds is " + rounds + "; allowed: at least 1");
        }
        if (workloads.isEmpty()) {
            throw new IllegalArgumentException("suite " + name + " has no workloads");
        }
        workloads = List.copyOf(workloads);
    }
}
