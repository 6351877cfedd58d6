package org.busmark.workload;

import java.time.Duration;
import java.util.List;

/**
 * Workloads that together answer a question, with the time they may take.
 *
 * @param name letters, digits, dashes
 * @param description one line
 * @param budget the most that the whole suite takes on 2 cores, brokers' start and conditioning included
 * @param work each item is a row for each bus that offers it
 */
public record Suite(String name, String description, Duration budget, Work work) {
    /** In how many rounds. */
    public int rounds() {
        return work.rounds();
    }

    /** The workloads. */
    public List<Workload> workloads() {
        return work.workloads();
    }
}
